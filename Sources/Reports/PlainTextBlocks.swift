import Formats

/// The blocks of a plain text.
///
/// Paragraphs are parted by blank lines. Inside one a line break is a soft wrap if the line before it is nearly as long
/// as lines get there and ends no sentence, or if the next line goes on in lower case; otherwise a new block begins.
struct PlainTextBlocks {
  private let bytes: [UInt8]
  private var index: Int
  private(set) var blocks: [Block] = []
  private(set) var tables: Int
  private var row: Int?

  init(_ bytes: [UInt8], from start: Int, firstTable: Int) {
    self.bytes = bytes
    index = start
    tables = firstTable
  }

  mutating func read() {
    var paragraph: [PlainLine] = []
    while index < bytes.count {
      let line = nextLine()
      if !line.range.isEmpty {
        paragraph.append(line)
      } else if !paragraph.isEmpty {
        add(paragraph, isLast: false)
        paragraph.removeAll(keepingCapacity: true)
      }
    }
    if !paragraph.isEmpty { add(paragraph, isLast: true) }
    // A heading has text below it.
    if let last = blocks.indices.last, blocks[last].kind == .heading, blocks[last].level == 0 {
      blocks[last].kind = .paragraph
    }
  }

  private mutating func nextLine() -> PlainLine {
    let start = index
    while index < bytes.count, lineEnd(at: index) == 0 { index += 1 }
    let end = index
    if index < bytes.count { index += lineEnd(at: index) }
    return PlainLine(bytes, start..<end)
  }

  /// The length of the line end at `index`: LF, CR, CRLF, form feed, NEL, U+2028, U+2029; 0 if there is none.
  private func lineEnd(at index: Int) -> Int {
    switch bytes[index] {
    case 0x0A, 0x0C: 1
    case 0x0D: index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    case 0xC2: bytes.has("\u{85}", at: index, before: bytes.count) ? 2 : 0
    case 0xE2:
      bytes.has("\u{2028}", at: index, before: bytes.count) || bytes.has("\u{2029}", at: index, before: bytes.count)
        ? 3 : 0
    default: 0
    }
  }

  private mutating func add(_ paragraph: [PlainLine], isLast: Bool) {
    let lines = PlainLine.withRows(paragraph)
    // Lines of which none ends a sentence are a head: a title, a place, a date.
    let hasSentences = lines.contains { TextScanning.endsSentence(bytes, $0.range) }
    let widest = hasSentences ? lines.reduce(0) { max($0, $1.length) } : Int.max
    var open: Block?
    var openLine: PlainLine?
    for line in lines {
      if let previous = openLine, let block = open, joins(previous, block, line, widest: widest) {
        open?.range = block.range.lowerBound..<line.range.upperBound
        openLine = PlainLine(line, indent: previous.indent)
        continue
      }
      if let block = open { blocks.append(block) }
      (open, openLine) = (nil, nil)
      guard TextScanning.hasWords(bytes, line.range) else { continue }
      if let bullet = line.bullet {
        let start = line.range.lowerBound + bullet.length
        open = Block(kind: .item, range: start..<line.range.upperBound, level: 1 + min(line.indent / 4, 8))
      } else if let heading = marked(line) {
        blocks.append(heading)
        row = nil
        continue
      } else if addCells(line) {
        continue
      } else {
        let isHeading = lines.count == 1 && line.length <= 90 && !TextScanning.endsSentence(bytes, line.range)
        let endsOpen = bytes[line.range.upperBound - 1] == UInt8(ascii: ",")
        open = Block(kind: isHeading && !endsOpen && !isLast ? .heading : .paragraph, range: line.range)
      }
      row = nil
      openLine = line
    }
    if let block = open { blocks.append(block) }
    row = nil
  }

  /// Whether `line` goes on with what `previous`, the last line of `block`, began.
  private func joins(_ previous: PlainLine, _ block: Block, _ line: PlainLine, widest: Int) -> Bool {
    // So long as to have been wrapped, and the next word would hardly have fitted.
    let isWrapped =
      widest <= 130 && previous.length >= 50 && previous.length * 10 >= widest * 6
      && (previous.length + 1 + line.firstWord) * 4 >= widest * 3
    let isEnded = TextScanning.endsSentence(bytes, previous.range)
    if let bullet = line.bullet {
      // `… on 18` / `– 19 March`, `… on the` / `9. September`: no entries but a broken sentence.
      let first = bytes[line.range.lowerBound + bullet.length]
      let canBeWord = bullet.isNumber || first.isASCIIDigit
      return canBeWord && block.kind == .paragraph && !isEnded && isWrapped
    }
    if line.hasCells { return false }
    if block.kind == .item, line.indent > previous.indent + 1 { return true }
    if TextScanning.startsLowerCase(bytes, line.range) { return !isEnded || isWrapped }
    return isWrapped && !isEnded
  }

  /// `# Heading` and `== Heading ==`.
  private func marked(_ line: PlainLine) -> Block? {
    let mark = bytes[line.range.lowerBound]
    guard mark == UInt8(ascii: "#") || mark == UInt8(ascii: "="), line.length <= 200 else { return nil }
    var start = line.range.lowerBound
    var end = line.range.upperBound
    while start < end, bytes[start] == mark { start += 1 }
    let level = start - line.range.lowerBound
    guard level <= 6, start < end, bytes[start] == 0x20 else { return nil }
    if mark == UInt8(ascii: "=") {
      guard bytes[end - 1] == mark else { return nil }
      while end > start, bytes[end - 1] == mark { end -= 1 }
    }
    let range = TextScanning.trim(bytes, start..<end)
    return range.isEmpty ? nil : Block(kind: .heading, range: range, level: level)
  }

  /// Adds the cells of a line with TABs or upright lines between them. Rows that follow each other are one table.
  private mutating func addCells(_ line: PlainLine) -> Bool {
    guard line.hasCells else { return false }
    let row = self.row.map { $0 + 1 } ?? 0
    if row == 0 { tables += 1 }
    self.row = row
    var column = 0
    for part in line.cells(bytes) {
      if TextScanning.hasWords(bytes, part) {
        blocks.append(Block(kind: .cell, range: part, row: row, column: column, table: tables - 1))
      }
      column += 1
    }
    return true
  }
}
