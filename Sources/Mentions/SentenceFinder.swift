import Knowledge
import Reports

/// The sentences of a text: those of its blocks, with the cells of a row in one, and a label with its value.
struct SentenceFinder {
  let language: Language
  /// The word of the mark between the cells of a row.
  let border: Int32
  private let tokenizer: Tokenizer
  private let splitter: SentenceSplitter

  init(language: Language, border: Int32) {
    self.language = language
    self.border = border
    tokenizer = Tokenizer(words: language.words)
    splitter = SentenceSplitter(language: language)
  }

  func callAsFunction(_ text: ReportText) -> [Sentence] {
    var result: [Sentence] = []
    for (index, block) in text.blocks.enumerated() where !block.isHidden {
      let tokens = tokenizer(text.bytes, in: block.range)
      let pieces = splitter(tokens, text.bytes)
      for (number, piece) in pieces.enumerated() {
        let sentence = Sentence(block: index, tokens: Array(piece), isLast: number == pieces.count - 1)
        if number == 0, let label = result.last, belongs(sentence, to: label, text) {
          let border = Token.end(at: label.tokens.last?.end ?? 0, word: border)
          result[result.count - 1] = Sentence(
            block: label.block, tokens: label.tokens + [border] + sentence.tokens, isLast: sentence.isLast)
        } else {
          result.append(sentence)
        }
      }
    }
    return result
  }

  /// Whether a sentence that begins a block goes on with the one before: a cell of the same row, the value of a label.
  private func belongs(_ sentence: Sentence, to before: Sentence, _ text: ReportText) -> Bool {
    guard before.isLast, before.tokens.count + sentence.tokens.count <= 200 else { return false }
    let (a, b) = (text.blocks[before.block], text.blocks[sentence.block])
    if a.kind == .cell, b.kind == .cell, let row = a.row { return row == b.row && a.table == b.table }
    return isLabel(before) && sentence.tokens.count <= 14 || isDateLabel(before) && sentence.tokens.count <= 60
  }

  /// A block that is only a date (`September 2001`): what happened then stands in the next block.
  private func isDateLabel(_ sentence: Sentence) -> Bool {
    guard sentence.isLast, sentence.tokens.count <= 5 else { return false }
    return sentence.tokens.contains { $0.value >= 1900 && $0.value <= 2100 }
      && sentence.tokens.indices.allSatisfy { i in
        sentence.tokens[i].kind != .word || language.listed(sentence.tokens, at: i, "month") != nil
      }
  }

  /// A block that only names an office (`President`, `Chairperson:`): what it belongs to stands in the next block.
  private func isLabel(_ sentence: Sentence) -> Bool {
    guard sentence.isLast, sentence.tokens.count <= 6 else { return false }
    let words = sentence.tokens.filter { $0.kind != .mark }
    guard let length = language.listed(words, at: 0, "role") else { return false }
    return length == words.count
  }
}
