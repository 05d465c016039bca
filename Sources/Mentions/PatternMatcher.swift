public import Formats
public import Knowledge

/// A rule that fits a stretch of a sentence.
public struct RuleMatch: Sendable {
  public let rule: Rule
  public let tokens: Range<Int>
  /// Mentions by slot key, in the order of the text.
  public let captures: [(key: String, mention: Mention)]

  public func mention(_ key: String) -> Mention? { captures.first { $0.key == key }?.mention }
}

/// Finds where rules fit, all at once: time grows with the tokens, not with the number of rules whose words a sentence lacks.
///
/// Each way of writing a rule is run as a set of threads that step through the sentence together (no backtracking). A thread goes over
/// filler words and over brackets at no or little cost; of the threads from one starting point the one with more slots and smaller
/// gaps wins.
public struct PatternMatcher: Sendable {
  private struct Way: Sendable {
    let rule: Int
    let program: PatternProgram
  }

  private let rules: [Rule]
  private let ways: [Way]
  /// Ways by each word of the smallest set of words that they need one of.
  private let byWord: [Int32: [Int]]
  private let always: [Int]
  private let barriers: WordSet
  private let fillers: WordSet
  private let types: SlotTypes

  /// - Parameter takesPart: which of the rules.
  /// - Throws: `RULE-SLOT` for a slot whose type nothing finds.
  public init(_ language: Language, where takesPart: (Rule) -> Bool) throws(Problem) {
    let rules = try PatternRules(
      language.rules.filter(takesPart), slots: language.slots, types: MentionType.found.union(language.listNames),
      barriers: language.barriers, fillers: language.fillers)
    self.init(rules) { _ in true }
  }

  /// - Parameter isWanted: which ways of writing them.
  init(_ rules: PatternRules, where isWanted: (Pattern) -> Bool) {
    self.rules = rules.rules
    types = rules.types
    barriers = rules.barriers
    fillers = rules.fillers
    var ways: [Way] = []
    for (index, rule) in rules.rules.enumerated() {
      for pattern in rule.patterns where isWanted(pattern) {
        ways.append(Way(rule: index, program: PatternProgram(pattern, types: types)))
      }
    }
    var byWord: [Int32: [Int]] = [:]
    var always: [Int] = []
    for (index, way) in ways.enumerated() {
      guard let rarest = way.program.requiredWords.first else {
        always.append(index)
        continue
      }
      for word in rarest { byWord[word, default: []].append(index) }
    }
    self.ways = ways
    self.byWord = byWord
    self.always = always
  }

  /// The matches in a sentence, by rule, then by place; of one rule none overlaps another.
  /// - Parameter passing: stretches of tokens that a match may pass over like fillers, which it then may at its ends too.
  public func callAsFunction(
    _ tokens: [Token], _ table: MentionTable, text: [UInt8], passing: [Range<Int>]? = nil
  ) -> [RuleMatch] {
    var words = WordSet()
    var candidates = always
    for token in tokens where token.word != 0 && !words.contains(token.word) {
      words.insert(token.word)
      if let ways = byWord[token.word] { candidates += ways }
    }
    let masks = table.mentions.map(types.mask)
    let present = masks.reduce(0, |)
    var possible: [Int] = []
    for index in candidates {
      let program = ways[index].program
      if program.requiredTypes & ~present == 0,
        program.requiredWords.allSatisfy({ $0.contains { words.contains($0) } })
      {
        possible.append(index)
      }
    }
    guard !possible.isEmpty else { return [] }
    possible.sort()
    var run = PatternRun(
      tokens: tokens, table: table, masks: masks, text: text, barriers: barriers, fillers: fillers, passing: passing)
    var found: [(rule: Int, results: [PatternRun.Result])] = []
    var last = -1
    for index in possible where index != last {
      last = index
      let results = run(ways[index].program)
      if results.isEmpty { continue }
      if found.last?.rule == ways[index].rule {
        found[found.count - 1].results += results
      } else {
        found.append((ways[index].rule, results))
      }
    }
    return found.flatMap { rule, results in
      Self.withoutOverlaps(results).map { RuleMatch(rule: rules[rule], tokens: $0.tokens, captures: $0.captures) }
    }
  }

  /// Of results that overlap, the one that takes more slots, then the better one, then the first.
  private static func withoutOverlaps(_ results: [PatternRun.Result]) -> [PatternRun.Result] {
    var kept: [PatternRun.Result] = []
    let ordered = results.sorted {
      $0.score != $1.score ? $0.score > $1.score : $0.tokens.lowerBound < $1.tokens.lowerBound
    }
    for result in ordered where !kept.contains(where: { $0.tokens.overlaps(result.tokens) }) { kept.append(result) }
    return kept.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}
