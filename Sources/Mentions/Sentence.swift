public import Knowledge

/// A sentence of a report: its tokens, and where it stands.
public struct Sentence: Sendable {
  /// Index of its block in `ReportText.blocks`.
  public let block: Int
  public let tokens: [Token]
  /// The last of its block.
  public let isLast: Bool

  /// UTF-8 byte offsets of the report's text.
  public var range: Range<Int> {
    guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
    return Int(first.start)..<Int(last.end)
  }

  /// The bytes of these tokens.
  public func bytes(of tokens: Range<Int>) -> Range<Int> {
    Int(self.tokens[tokens.lowerBound].start)..<Int(self.tokens[tokens.upperBound - 1].end)
  }
}

extension [Token] {
  /// The cells of a row, which marks with this word part; they have no bytes of their own.
  func cells(border: Int32) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = 0
    for i in indices where self[i].word == border && self[i].start == self[i].end {
      cells.append(start..<i)
      start = i + 1
    }
    return cells + [start..<count]
  }
}
