public import Graph
public import Store

/// What ties parties, forums, meetings and persons to each other: nodes and directed edges, of which several may join the same
/// two. What writes it in a format decides nothing about the facts.
public struct Network: Sendable, Hashable {
  public struct Node: Sendable, Hashable {
    /// `agency/jaxa`, `meeting/isecg/2020-09-09`.
    public var id: String
    public var label: String
    /// What the vocabulary tells; nil for meetings, persons and what only texts know.
    public var entry: VocabularyRow?
    /// ISO 3166-1 alpha-3: of a country its own, of an agency its country's.
    public var iso3: String?
    /// The meeting that it is.
    public var meeting: Meeting?

    /// `agency`, `forum`, `country`, `organization`, `person`, `meeting`: the first part of the id.
    public var kind: String { String(id.prefix { $0 != "/" }) }
  }

  public enum Relation: String, Sendable, Hashable, CaseIterable {
    case memberOf = "member_of"
    case held, attended, hosted
    /// From a meeting to its forum.
    case meetingOf = "meeting_of"
    /// From a forum to the one that it is a part of.
    case partOf = "part_of"
    /// From a party to the one that it continues.
    case continues
  }

  public struct Edge: Sendable, Hashable {
    /// The id of the derived row.
    public var id: String
    public var relation: Relation
    /// Ids of nodes.
    public var source: String
    public var target: String
    /// Of a membership or an attendance; of `held` the role; of `continues` how.
    public var `class`: String?
    /// Who held the office, for the source or alone.
    public var person: String?
    /// Of `held`: only the chair of a meeting, which says nothing of the office beyond its days.
    public var ofMeeting: Bool?
    public var time = Interval()
    /// The surest on any day of the period that was asked for; nil if none was.
    public var certainty: Certainty?
    public var statements: [String] = []
  }

  /// By id in byte order.
  public var nodes: [Node] = []
  /// By relation, then by id in byte order.
  public var edges: [Edge] = []
  /// The statements behind the edges, by id; empty unless asked for.
  public var evidence: [String: EvidenceItem] = [:]
}
