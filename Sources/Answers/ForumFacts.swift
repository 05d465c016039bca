public import Graph

/// What is known of one forum, as far as an answer needs it.
public struct ForumFacts: Sendable, Hashable {
  public var forum: Subject
  /// The day, month or year in which the forum was founded, EDTF.
  public var founded: String?
  /// The rows of this forum; lists that the answer does not need may be empty.
  public var graph: Graph

  public init(forum: Subject, founded: String? = nil, graph: Graph = Graph()) {
    self.forum = forum
    self.founded = founded
    self.graph = graph
  }
}
