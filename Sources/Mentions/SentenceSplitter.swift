import Knowledge

/// Cuts the tokens of a block into sentences: at `.`, `?`, `!` and `;`-free line ends, not after abbreviations and initials.
struct SentenceSplitter {
  let language: Language
  /// Longer sentences are cut here, so that time stays linear on text without full stops.
  static let limit = 600

  func callAsFunction(_ tokens: [Token], _ text: [UInt8]) -> [ArraySlice<Token>] {
    var sentences: [ArraySlice<Token>] = []
    var start = 0
    var depth = 0
    for i in tokens.indices {
      let token = tokens[i]
      var ends = i - start >= Self.limit
      if token.kind == .mark {
        switch text[Int(token.start)] {
        case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
        case UInt8(ascii: "?"), UInt8(ascii: "!"): ends = ends || depth == 0
        case UInt8(ascii: "."): ends = ends || (depth == 0 || i - start > 200) && isFullStop(tokens, i, text)
        default: break
        }
      }
      guard ends else { continue }
      // A closing quotation mark or bracket belongs to the sentence before it.
      sentences.append(tokens[start...i])
      start = i + 1
      depth = 0
    }
    if start < tokens.count { sentences.append(tokens[start...]) }
    return sentences
  }

  private func isFullStop(_ tokens: [Token], _ i: Int, _ text: [UInt8]) -> Bool {
    guard i + 1 < tokens.count else { return true }
    let next = tokens[i + 1]
    if next.isGlued, next.kind != .mark { return false }
    guard i > 0 else { return false }
    let before = tokens[i - 1]
    if before.isGlued == false || tokens[i].isGlued {
      // An initial (`A. S. Kumar`) or an abbreviation (`Dr.`, `Nov.`).
      if before.kind == .word, before.end - before.start == 1, before.isCapitalized, !endsName(tokens, i) {
        return false
      }
      if before.kind == .word, language.isAbbreviation(before.word), next.kind != .mark { return false }
    }
    if next.kind == .word { return next.isCapitalized || next.isAllCaps || isBullet(text, Int(next.start)) }
    return true
  }

  /// `Vitamin A. The` ends a sentence, `J. Smith` does not: a single letter ends one only before a function word.
  private func endsName(_ tokens: [Token], _ i: Int) -> Bool {
    guard i + 1 < tokens.count else { return true }
    return language.fillers.contains(tokens[i + 1].word) && tokens[i + 1].word != 0
  }

  private func isBullet(_ text: [UInt8], _ at: Int) -> Bool { text[at] >= 0xE2 }
}
