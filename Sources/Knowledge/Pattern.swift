/// The `when` of a rule as a tree; compiled by the matcher.
public indirect enum Pattern: Sendable, Hashable {
  /// Any one of these words.
  case words([Int32])
  case sequence([Pattern])
  case choice([Pattern])
  case optional(Pattern)
  /// Up to so many tokens of any kind, as few as possible; never across a barrier word or a semicolon.
  case gap(Int)
  /// A mention of this type, kept under this key.
  case slot(key: String, type: String)
  case sentenceStart
  case sentenceEnd
}

/// One rule of a `*.rules` file.
public struct Rule: Sendable {
  /// What a match yields.
  public struct Production: Sendable, Hashable {
    public enum Verb: String, Sendable { case gives, adds, stops }
    public let verb: Verb
    /// A kind of statement, or a type of mention (`date`, `forum`, …).
    public let kind: String
    /// Constant values by key.
    public let values: [String: String]
  }

  /// A sentence and what the rule must give for it; nothing, if `expected` is empty.
  public struct Example: Sendable, Hashable {
    public let text: String
    /// Whether the rule must find it (`yes`) or must not (`no`).
    public let isPositive: Bool
    public let expected: [String]
    public let line: Int
  }

  public let name: String
  public let file: String
  public let line: Int
  /// Its `when` lines; any of them may fit.
  public let patterns: [Pattern]
  /// One of these words must stand in the sentence, the one before or the heading above; empty: none need.
  public let near: Set<Int32>
  public let productions: [Production]
  public let examples: [Example]
}
