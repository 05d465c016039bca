/// Text made safe to show: what a terminal would act on or what can't be seen is written out.
public enum Visible {
  /// `text` with control characters, bidi marks, line separators and other unseen marks as `\u{…}`.
  public static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnseen) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if isUnseen(scalar) {
        shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// At most `limit` Unicode scalars of `text`, with `…` where some were left off. Not escaped.
  public static func shortened(_ text: String, to limit: Int) -> String {
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
      end != scalars.endIndex
    else { return text }
    return String(String.UnicodeScalarView(scalars[..<end])) + "…"
  }

  /// Control characters (C0, DEL, C1), bidi marks, line and paragraph separators, zero-width marks, noncharacters.
  static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
    case 0xFFFE, 0xFFFF, 0x10FFFE, 0x10FFFF: true
    default: false
    }
  }
}
