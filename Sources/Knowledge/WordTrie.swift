/// A tree of word sequences with what stands at their ends; a step is one hash look-up, whatever the number of names.
public struct WordTrie<Use: Sendable & Hashable>: Sendable {
  private var next: [Int64: Int32] = [:]
  private var uses: [[Use]] = [[]]

  public init() {}

  public mutating func insert(_ sequence: [Int32], _ use: Use) {
    var node: Int32 = 0
    for word in sequence {
      let key = Int64(node) << 32 | Int64(word)
      if let following = next[key] {
        node = following
      } else {
        node = Int32(uses.count)
        next[key] = node
        uses.append([])
      }
    }
    if !uses[Int(node)].contains(use) { uses[Int(node)].append(use) }
  }

  /// Calls `body` with the length in tokens and the uses of each sequence that begins at `start`, shortest first.
  public func matches(_ tokens: [Token], at start: Int, _ body: (Int, [Use]) -> Void) {
    var node: Int32 = 0
    var i = start
    while i < tokens.count, tokens[i].word != 0, let following = next[Int64(node) << 32 | Int64(tokens[i].word)] {
      node = following
      i += 1
      if !uses[Int(node)].isEmpty { body(i - start, uses[Int(node)]) }
    }
  }
}

extension WordTable {
  /// The ids of the words of `text`, given to those that have none yet.
  public mutating func sequence(of text: String) -> [Int32] {
    let bytes = Array(text.utf8)
    var pieces: [[UInt8]] = []
    Tokenizer.scan(bytes, in: 0..<bytes.count) { start, end, _, _ in
      var folded: [UInt8] = []
      Folding.append(bytes, start, end, to: &folded)
      pieces.append(folded)
    }
    return pieces.map { insert($0) }
  }
}
