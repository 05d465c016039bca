/// About how wide a text is in a sans-serif font, in ems. The true width is rarely larger: the measures are those of a wide
/// font, so that what fits by them fits in the fonts that readers have.
enum TextWidth {
  static func of(_ text: String, size: Double) -> Double {
    var ems = 0.0
    for scalar in text.unicodeScalars { ems += width(of: scalar) }
    return ems * size
  }

  /// `text`, cut with `…` so that it takes at most `width`.
  static func fitted(_ text: String, size: Double, width: Double) -> String {
    if of(text, size: size) <= width { return text }
    var fitted = ""
    var used = of("…", size: size)
    for character in text {
      used += of(String(character), size: size)
      if used > width { break }
      fitted.append(character)
    }
    return fitted + "…"
  }

  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!": 0.33
    case " ", "f", "t", "r", "(", ")", "[", "]", "-", "/", "J", "\"": 0.41
    case "m", "w", "M", "W", "@", "%", "…", "—": 1.0
    case "a"..."z": 0.63
    case "0"..."9": 0.64
    case "A"..."Z": 0.74
    default: DisplayWidth.of(scalar) == 0 ? 0 : DisplayWidth.of(scalar) == 2 ? 1.02 : 0.72
    }
  }
}
