public import Formats
public import Knowledge
import Mentions

/// The rules of questions, ready to match.
public struct QuestionGrammar: Sendable {
  let grammar: Grammar
  let tokenize: Tokenizer
  private let whole: PatternRules
  private let parts: PatternRules
  private let order: [String: Int]

  private static let types: Set<String> = [
    "forum", "party", "agency", "country", "person", "place", "time", "count", "ordinal", "words",
  ]

  /// - Throws: a problem with file and line for whatever is wrong in the rules.
  public init(_ data: DataFolder) throws(Problem) {
    let grammar = try Grammar(questions: data)
    self.grammar = grammar
    tokenize = Tokenizer(words: grammar.words)
    whole = try Self.compiled(grammar.rules, grammar)
    parts = try Self.compiled(grammar.parts, grammar)
    order = Dictionary(grammar.rules.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func compiled(_ rules: [Rule], _ grammar: Grammar) throws(Problem) -> PatternRules {
    try PatternRules(
      rules, slots: grammar.slots, types: types.union(grammar.listNames), barriers: grammar.barriers,
      fillers: grammar.fillers)
  }

  /// Every word that the rules and lists know, in the form in which words are compared.
  var vocabulary: [String] { (1...Int32(max(1, grammar.words.count))).map { grammar.words.word($0) } }

  /// The rules that fit a question as a whole.
  var wholeRules: [Rule] { grammar.rules }

  /// All rules, for their examples.
  public var rules: [Rule] { grammar.rules + grammar.parts }

  func isFiller(_ word: String) -> Bool { grammar.fillers.contains(grammar.words.id(of: Array(word.utf8))) }

  /// The rule that fits all of the question: the one with more slots, then the first.
  func callAsFunction(_ text: QuestionText, _ table: MentionTable, passing: [Range<Int>]) -> RuleMatch? {
    whole.matcher(for: text.tokens)(text.tokens, table, text: text.bytes, passing: passing).max { a, b in
      (a.captures.count, order[b.rule.name] ?? 0) < (b.captures.count, order[a.rule.name] ?? 0)
    }
  }

  /// Openings and times within the question.
  func parts(_ text: QuestionText, _ table: MentionTable) -> [RuleMatch] {
    parts.matcher(for: text.tokens)(text.tokens, table, text: text.bytes)
  }
}

extension Rule {
  /// What the rule gives: the list that answers, or a part of a question.
  var kind: String { productions.first?.kind ?? "" }
  var values: [String: String] { productions.first?.values ?? [:] }
}
