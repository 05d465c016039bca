import Knowledge

/// Finds the sentence of a text that has most of some words, in any form of case and accents.
struct PassageFinder {
  /// Bytes of a passage; a longer sentence is cut around its first word.
  private static let limit = 400

  private let tokenize: Tokenizer

  init(_ words: String) {
    let plain = Tokenizer(words: WordTable())
    let bytes = Array(words.utf8)
    var table = WordTable()
    for token in plain(bytes, in: 0..<bytes.count) where token.kind != .mark {
      _ = table.insert(Folding.fold(String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)))
    }
    tokenize = Tokenizer(words: table)
  }

  /// The bytes of the first of the best sentences; nil if the text has none of the words.
  func callAsFunction(_ text: [UInt8]) -> Range<Int>? {
    var best: (count: Int, range: Range<Int>)?
    for sentence in sentences(text) {
      let tokens = tokenize(text, in: sentence).filter { $0.word != 0 }
      let count = Set(tokens.map(\.word)).count
      guard count > best?.count ?? 0, let first = tokens.first else { continue }
      best = (count, cut(sentence, around: Int(first.start), text))
    }
    return best?.range
  }

  /// Lines, cut after a full stop, question or exclamation mark with a space behind it; without white space at their ends.
  private func sentences(_ text: [UInt8]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    func close(_ end: Int) {
      var (from, to) = (start, end)
      while from < to, text[from] <= 0x20 { from += 1 }
      while from < to, text[to - 1] <= 0x20 { to -= 1 }
      if from < to { sentences.append(from..<to) }
      start = end
    }
    for i in text.indices {
      let next = i + 1 < text.count ? text[i + 1] : 0x20
      if text[i] == 0x0A || (next <= 0x20 && [0x2E, 0x3F, 0x21].contains(text[i])) { close(i + 1) }
    }
    close(text.count)
    return sentences
  }

  private func cut(_ sentence: Range<Int>, around word: Int, _ text: [UInt8]) -> Range<Int> {
    guard sentence.count > Self.limit else { return sentence }
    var from = max(sentence.lowerBound, word - Self.limit / 4)
    var to = min(sentence.upperBound, from + Self.limit)
    while from > sentence.lowerBound, text[from - 1] > 0x20, word - from < Self.limit / 2 { from -= 1 }
    while to < sentence.upperBound, text[to] > 0x20, to - from < 2 * Self.limit { to += 1 }
    // Never within a character.
    while from < to, text[from] & 0xC0 == 0x80 { from += 1 }
    while to > from, to < text.count, text[to] & 0xC0 == 0x80 { to -= 1 }
    return from..<to
  }
}
