import Formats

/// Puts a text together, block after block.
struct TextBuilder {
  private(set) var text: ReportText
  /// The number of the next table.
  private(set) var tables = 0

  init(title: String) {
    text = ReportText(bytes: Array(title.utf8), blocks: [])
    if !text.bytes.isEmpty {
      text.blocks.append(Block(kind: .title, range: 0..<text.bytes.count))
    }
  }

  /// Text with its own line breaks, kept byte for byte.
  mutating func append(plain body: [UInt8]) {
    if !text.bytes.isEmpty { separate("\n\n") }
    let start = text.bytes.count
    text.bytes.append(contentsOf: body)
    var plain = PlainTextBlocks(text.bytes, from: start, firstTable: tables)
    plain.read()
    text.blocks.append(contentsOf: plain.blocks)
    tables = plain.tables
  }

  /// A block with white space folded; `separator` goes before it, unless it is the first.
  mutating func append(_ body: [UInt8], after separator: StaticString, _ make: (Range<Int>) -> Block) {
    if !text.bytes.isEmpty { separate(separator) }
    let start = text.bytes.count
    text.bytes.append(contentsOf: body)
    text.blocks.append(make(start..<text.bytes.count))
  }

  mutating func takeTables(_ count: Int) { tables = max(tables, count) }

  private mutating func separate(_ separator: StaticString) {
    separator.withUTF8Buffer { text.bytes.append(contentsOf: $0) }
  }
}
