public import Graph
public import Store

/// All that the base knows of the chair of one forum.
public struct ChairFacts: Sendable, Hashable {
  public var forum: ForumName
  /// The day, month or year in which the forum was founded, EDTF.
  public var founded: String?
  public var terms: [ChairTerm]
  /// By the id of the term.
  public var evidence: [String: [EvidenceItem]]
  public var discrepancies: [Discrepancy]

  public init(
    forum: ForumName, founded: String? = nil, terms: [ChairTerm] = [], evidence: [String: [EvidenceItem]] = [:],
    discrepancies: [Discrepancy] = []
  ) {
    self.forum = forum
    self.founded = founded
    self.terms = terms
    self.evidence = evidence
    self.discrepancies = discrepancies
  }
}
