/// A word, a number or a punctuation mark of a text.
public struct Token: Sendable, Hashable {
  public enum Kind: UInt8, Sendable { case word, number, mark }

  /// UTF-8 byte offsets into the text.
  public var start: Int32
  public var end: Int32
  /// The folded word's id in the `WordTable`; 0 if no name, word list or rule has it.
  public var word: Int32
  /// The number's value; -1 of a word or mark.
  public var value: Int32
  public var kind: Kind
  /// Begins with a capital letter.
  public var isCapitalized: Bool
  /// A word of two or more letters, all of them capitals (one small letter at the end is allowed, as in `JAXAs`).
  public var isAllCaps: Bool
  /// No white space before it.
  public var isGlued: Bool
  /// `(`, `[` and their counterparts; 0 of others.
  var bracket: Int8 = 0
  public var isOpeningBracket: Bool { bracket > 0 }
  public var isClosingBracket: Bool { bracket < 0 }

  /// The empty mark at the end of a sentence that introduces a list in blocks of their own.
  public static func end(at byte: Int32, word: Int32 = 0) -> Token {
    Token(
      start: byte, end: byte, word: word, value: -1, kind: .mark, isCapitalized: false, isAllCaps: false, isGlued: true)
  }
}
