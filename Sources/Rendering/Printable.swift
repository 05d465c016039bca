import Formats

/// Text that is safe for a terminal: what would move a cursor, ring, turn the direction of writing or hide a part of a line
/// is shown as `\u{…}`.
public enum Printable {
  /// One line: a line break is shown escaped too.
  public static func line(_ text: String) -> String { Visible.text(text) }

  /// One line, with each run of white space as one space: for a sentence that its report breaks into lines.
  public static func sentence(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    var gap = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        gap = !folded.isEmpty
      } else {
        if gap { folded.append(" ") }
        gap = false
        folded.append(scalar)
      }
    }
    return line(String(folded))
  }

  /// `text` in at most `width` columns, cut with `…`.
  static func fitted(_ text: String, width: Int) -> String {
    if DisplayWidth.of(text) <= width { return text }
    var fitted = ""
    var used = 1
    for character in text {
      used += DisplayWidth.of(String(character))
      if used > width { break }
      fitted.append(character)
    }
    return fitted + "…"
  }

  /// `text` broken at spaces into lines of at most `width` columns; a longer word stands on a line of its own.
  static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      let size = DisplayWidth.of(String(word))
      if used > 0, used + 1 + size > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if used > 0 { line += " " }
      line += word
      used += size + (used > 0 ? 1 : 0)
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The same, with a word that is longer than `width` broken wherever the line is full; empty text is one empty line.
  static func broken(_ text: String, width: Int) -> [String] {
    if DisplayWidth.of(text) <= width { return [text] }
    return wrapped(text, width: width).flatMap { line -> [String] in
      var lines: [String] = []
      var part = ""
      var used = 0
      for character in line {
        let size = DisplayWidth.of(String(character))
        if used > 0, used + size > width {
          lines.append(part)
          (part, used) = ("", 0)
        }
        part.append(character)
        used += size
      }
      return lines + [part]
    }
  }
}
