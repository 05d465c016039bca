public import Formats
public import Knowledge

/// Rules that are compiled for one text at a time. A question has words of a few of them, so the rest is not worth the time.
public struct PatternRules: Sendable {
  public let rules: [Rule]
  let types: SlotTypes
  let barriers: WordSet
  let fillers: WordSet

  /// - Parameters:
  ///   - slots: the types that their slots name, each with a place.
  ///   - types: the types that there are.
  ///   - barriers: words over which a gap never goes.
  ///   - fillers: words that are passed over anywhere.
  /// - Throws: `RULE-SLOT` for a slot whose type nothing finds.
  public init(
    _ rules: [Rule], slots: [String: Place], types: Set<String>, barriers: Set<Int32>, fillers: Set<Int32>
  ) throws(Problem) {
    self.rules = rules
    self.types = try SlotTypes(slots, known: types)
    self.barriers = WordSet(Array(barriers))
    self.fillers = WordSet(Array(fillers))
  }

  /// The ways of writing them of which these tokens have the words.
  public func matcher(for tokens: [Token]) -> PatternMatcher {
    let words = WordSet(tokens.map(\.word))
    return PatternMatcher(self) { $0.mayFit(words) }
  }
}

extension Pattern {
  /// Whether a text with these words has all that a match cannot do without.
  fileprivate func mayFit(_ words: WordSet) -> Bool {
    switch self {
    case .words(let any): any.contains { words.contains($0) }
    case .sequence(let parts): parts.allSatisfy { $0.mayFit(words) }
    case .choice(let branches): branches.contains { $0.mayFit(words) }
    case .optional, .gap, .slot, .sentenceStart, .sentenceEnd: true
    }
  }
}
