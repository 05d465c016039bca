import Reports

/// A text as its blocks: `[item1] words`, one a line; line breaks inside a block as `⏎`.
func outline(_ text: ReportText) -> [String] {
  text.blocks.map { block in
    var mark = block.kind.rawValue
    if block.level > 0 { mark += "\(block.level)" }
    if let row = block.row, let column = block.column { mark += " \(row),\(column)" }
    if block.isHeader { mark += " head" }
    if block.isHidden { mark += " hidden" }
    let words = String(decoding: text.bytes[block.range].flatMap { $0 == 0x0A ? Array("⏎".utf8) : [$0] }, as: UTF8.self)
    return "[\(mark)] \(words)"
  }
}

/// Whether blocks are in order, inside the text, not empty, not overlapping, and hold each letter and digit.
func isSound(_ text: ReportText) -> Bool {
  var end = 0
  for block in text.blocks {
    guard block.range.lowerBound >= end, block.range.upperBound <= text.bytes.count, !block.range.isEmpty else {
      return false
    }
    end = block.range.upperBound
  }
  return true
}

/// Letters and digits (ASCII) of a text that stand in no block.
func wordsOutside(_ text: ReportText) -> String {
  var isInside = [Bool](repeating: false, count: text.bytes.count)
  for block in text.blocks { for index in block.range { isInside[index] = true } }
  let outside = text.bytes.indices.filter { index in
    let byte = text.bytes[index]
    return !isInside[index]
      && ((0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte))
  }
  return String(decoding: outside.map { text.bytes[$0] }, as: UTF8.self)
}
