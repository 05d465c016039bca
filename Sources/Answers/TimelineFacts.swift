public import Graph
public import Store

/// All that a timeline is made from.
public struct TimelineFacts: Sendable, Hashable {
  /// Whose rows they are.
  public enum Scope: Sendable, Hashable {
    /// A forum: its members, offices and meetings.
    case forum
    /// Parties, in this order: an agency with those that it continues, a country with its agencies.
    case parties([Party])
  }

  public var subject: Subject
  public var scope: Scope
  /// EDTF; of a forum.
  public var founded: String?
  /// The rows that name the forum or the parties.
  public var graph = Graph()
  /// By the id of the statement.
  public var evidence: [String: EvidenceItem] = [:]
  public var source: Timeline.Source

  public init(subject: Subject, scope: Scope, founded: String? = nil, source: Timeline.Source) {
    self.subject = subject
    self.scope = scope
    self.founded = founded
    self.source = source
  }
}
