/// Derives the graph from the current statements. Pure: the same statements, in any order, give the same graph.
public struct GraphBuilder: Sendable {
  /// What the derivation takes from the vocabulary.
  public struct Vocabulary: Sendable, Hashable {
    public struct KnownSuccession: Sendable, Hashable {
      public var old: [Party]
      public var new: Party
      /// EDTF.
      public var date: String?
      public var how: String?

      public init(old: [Party], new: Party, date: String? = nil, how: String? = nil) {
        self.old = old
        self.new = new
        self.date = date
        self.how = how
      }
    }

    /// Length of a term of office by forum id.
    public var termLengths: [String: TermLength]
    public var successions: [KnownSuccession]

    public init(termLengths: [String: TermLength] = [:], successions: [KnownSuccession] = []) {
      self.termLengths = termLengths
      self.successions = successions
    }
  }
  public let vocabulary: Vocabulary
  let successions: SuccessionSteps

  public init(vocabulary: Vocabulary = Vocabulary()) {
    self.vocabulary = vocabulary
    successions = SuccessionSteps(vocabulary.successions)
  }
}
