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
  }

  var words: [Word]

  /// Words need no ids here, so the table stays empty.
  private static let tokenize = Tokenizer(words: WordTable())

  init(_ text: String) {
    let bytes = Array(text.utf8)
    words = Self.tokenize(bytes, in: 0..<bytes.count).map { token in
      let written = String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
      return Word(
        written: written, folded: String(decoding: Folding.fold(written), as: UTF8.self), kind: token.kind,
        value: Int(token.value), isGlued: token.isGlued, isAllCaps: token.isAllCaps)
    }
  }

  /// The word at `index`, nil beyond the end.
  subscript(index: Int) -> Word? { words.indices.contains(index) ? words[index] : nil }

  var count: Int { words.count }
}
