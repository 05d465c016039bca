/// Splits text into tokens: runs of letters, runs of ASCII digits, single marks.
///
/// White space of any kind separates and is dropped. A letter beside a digit begins a new token (`33rd` is `33`, `rd`), a hyphen
/// is a token of its own (`SIT-33` is `SIT`, `-`, `33`), `'s` is one token. Words are compared folded: lower case, no accents.
/// One pass over the bytes, no allocation but the result.
public struct Tokenizer: Sendable {
  public let words: WordTable

  public init(words: WordTable) { self.words = words }

  /// The tokens of `text` within `range`; offsets are of `text`.
  public func callAsFunction(_ text: [UInt8], in range: Range<Int>) -> [Token] {
    var tokens: [Token] = []
    var folded: [UInt8] = []
    Self.scan(text, in: range) { start, end, kind, glued in
      tokens.append(token(text, start, end, kind, glued, folded: &folded))
    }
    return tokens
  }

  private func token(
    _ text: [UInt8], _ start: Int, _ end: Int, _ kind: Token.Kind, _ glued: Bool, folded: inout [UInt8]
  ) -> Token {
    var value: Int32 = -1
    var capitalized = false
    var allCaps = false
    switch kind {
    case .number:
      if end - start <= 9 { value = text[start..<end].reduce(0) { $0 * 10 + Int32($1 - 48) } }
    case .word:
      let upper = Folding.countUpper(text, start, end)
      capitalized = upper.first
      allCaps =
        upper.letters >= 2 && (upper.upper == upper.letters || (upper.letters > 3 && upper.upper == upper.letters - 1))
    case .mark: break
    }
    var bracket: Int8 = 0
    if kind == .mark {
      switch text[start] {
      case UInt8(ascii: "("), UInt8(ascii: "["): bracket = 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): bracket = -1
      default: break
      }
    }
    folded.removeAll(keepingCapacity: true)
    Folding.append(text, start, end, to: &folded)
    return Token(
      start: Int32(start), end: Int32(end), word: words.id(of: folded), value: value, kind: kind,
      isCapitalized: capitalized, isAllCaps: allCaps, isGlued: glued, bracket: bracket)
  }

  /// Calls `body` with start, end, kind and whether no white space stands before it, token by token.
  static func scan(_ text: [UInt8], in range: Range<Int>, _ body: (Int, Int, Token.Kind, Bool) -> Void) {
    var i = range.lowerBound
    let end = range.upperBound
    var lastEnd = -1
    while i < end {
      let byte = text[i]
      if byte <= 0x20 || byte == 0x7F {
        i += 1
        continue
      }
      let start = i
      if byte < 0x80 {
        if isDigit(byte) {
          while i < end, isDigit(text[i]) { i += 1 }
          body(start, i, .number, lastEnd == start)
        } else if isLetter(byte) {
          i = endOfWord(text, i, end)
          body(start, i, .word, lastEnd == start)
        } else {
          i += 1
          if byte == 0x27 { i = endOfGenitive(text, i, end) }
          body(start, i, .mark, lastEnd == start)
        }
      } else {
        let length = Folding.length(text, i, end)
        switch Folding.classify(text, i, length) {
        case .space:
          i += length
          continue
        case .letter:
          i = endOfWord(text, i, end)
          body(start, i, .word, lastEnd == start)
        case .mark:
          i += length
          if length == 3, Folding.isApostrophe(text, start) { i = endOfGenitive(text, i, end) }
          body(start, i, .mark, lastEnd == start)
        }
      }
      lastEnd = i
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }

  private static func endOfWord(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end {
      let byte = text[i]
      if byte < 0x80 {
        guard isLetter(byte) else { break }
        i += 1
      } else {
        let length = Folding.length(text, i, end)
        guard Folding.classify(text, i, length) == .letter else { break }
        i += length
      }
    }
    return i
  }

  /// After an apostrophe: the end of a genitive `s`, else where it began.
  private static func endOfGenitive(_ text: [UInt8], _ i: Int, _ end: Int) -> Int {
    guard i < end, text[i] | 0x20 == 0x73 else { return i }
    return i + 1 < end && (isLetter(text[i + 1]) || text[i + 1] >= 0xC3 && text[i + 1] < 0xE0) ? i : i + 1
  }
}
