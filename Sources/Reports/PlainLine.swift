import Formats

/// A line of a plain text.
struct PlainLine {
  /// Without white space at its ends.
  let range: Range<Int>
  /// White space before it in bytes.
  let indent: Int
  /// In characters (Unicode scalars).
  let length: Int
  /// The length of its first word.
  let firstWord: Int
  let bullet: Bullet?
  /// Whether it is a row of a table: TABs inside, or at least two upright lines with spaces round them.
  private(set) var hasCells: Bool
  /// Whether it has one upright line with spaces round it: a row of a table if a line beside it has one too.
  let hasBar: Bool

  init(_ bytes: [UInt8], _ line: Range<Int>) {
    range = TextScanning.trim(bytes, line)
    indent = range.lowerBound - line.lowerBound
    var count = 0
    var word: Int?
    var tabs = 0
    var bars = 0
    for index in range {
      let byte = bytes[index]
      if byte & 0xC0 != 0x80 { count += 1 }
      if byte == 0x20, word == nil { word = count - 1 }
      if byte == 0x09 { tabs += 1 }
      if byte == UInt8(ascii: "|"), PlainLine.isBar(bytes, at: index, range) { bars += 1 }
    }
    length = count
    firstWord = word ?? count
    bullet = range.isEmpty ? nil : Bullet(bytes, range)
    hasCells = bullet == nil && (tabs > 0 || bars >= 2)
    hasBar = bullet == nil && bars == 1
  }

  /// The same line as part of a block that began with another indent.
  init(_ line: PlainLine, indent: Int) {
    range = line.range
    self.indent = indent
    length = line.length
    firstWord = line.firstWord
    bullet = line.bullet
    hasCells = line.hasCells
    hasBar = line.hasBar
  }

  /// The lines of a paragraph, those with one bar as rows where two of them follow each other.
  static func withRows(_ lines: [PlainLine]) -> [PlainLine] {
    lines.indices.map { index in
      var line = lines[index]
      let isBeside = index > 0 && lines[index - 1].hasBar || index + 1 < lines.count && lines[index + 1].hasBar
      if line.hasBar, isBeside { line.hasCells = true }
      return line
    }
  }

  /// The cells, trimmed, the empty ones too.
  func cells(_ bytes: [UInt8]) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = range.lowerBound
    for index in range {
      let isBar = bytes[index] == UInt8(ascii: "|") && PlainLine.isBar(bytes, at: index, range)
      guard isBar || bytes[index] == 0x09 else { continue }
      // A bar at the beginning opens the first cell.
      if index > range.lowerBound { cells.append(TextScanning.trim(bytes, start..<index)) }
      start = index + 1
    }
    if start < range.upperBound { cells.append(TextScanning.trim(bytes, start..<range.upperBound)) }
    return cells
  }

  /// Whether the `|` at `index` has a space or an end of the line on both sides.
  private static func isBar(_ bytes: [UInt8], at index: Int, _ range: Range<Int>) -> Bool {
    let before = index == range.lowerBound || bytes[index - 1].isASCIISpace
    let after = index + 1 == range.upperBound || bytes[index + 1].isASCIISpace
    return before && after
  }
}
