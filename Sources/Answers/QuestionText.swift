import Knowledge

/// A question as words, numbers and marks, each also in the form in which words are compared.
struct QuestionText: Sendable {
  struct Word: Sendable, Hashable {
    /// As typed.
    var written: String
    /// Lower case, no accents; of a number its digits.
    var folded: String
    var kind: Token.Kind
    /// The value of a number of at most nine digits, else -1.
    var value: Int
    /// No white space before it.
    var isGlued: Bool
    var isAllCaps: Bool
    /// The id in the table of the tokenizer; 0 for a word that it does not know.
    var id: Int32
  }

  var words: [Word]
  let tokens: [Token]
  let bytes: [UInt8]

  /// Words need no ids here, so the table stays empty.
  private static let plain = Tokenizer(words: WordTable())

  init(_ text: String) { self.init(text, tokenize: Self.plain) }

  init(_ text: String, tokenize: Tokenizer) {
    let bytes = Array(text.utf8)
    tokens = tokenize(bytes, in: 0..<bytes.count)
    words = tokens.map { token in
      let written = String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
      return Word(
        written: written, folded: String(decoding: Folding.fold(written), as: UTF8.self), kind: token.kind,
        value: Int(token.value), isGlued: token.isGlued, isAllCaps: token.isAllCaps, id: token.word)
    }
    self.bytes = bytes
  }

  /// The word at `index`, nil beyond the end.
  subscript(index: Int) -> Word? { words.indices.contains(index) ? words[index] : nil }

  var count: Int { words.count }

  /// What was typed from one word to another.
  func written(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    return String(
      decoding: bytes[Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)], as: UTF8.self)
  }

  /// The text with one stretch of words replaced.
  func replacing(_ range: Range<Int>, with text: String) -> String {
    let start = Int(tokens[range.lowerBound].start)
    let end = Int(tokens[range.upperBound - 1].end)
    return String(decoding: bytes[..<start] + Array(text.utf8) + bytes[end...], as: UTF8.self)
  }
}
