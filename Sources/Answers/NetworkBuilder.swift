import Formats
import Graph
import Store

/// Makes a network from the facts of forums, one after the other.
struct NetworkBuilder {
  let period: Period
  let today: Day
  private(set) var nodes: [String: Network.Node] = [:]
  private var edges: [Network.Edge] = []

  init(period: Period, today: Day) {
    self.period = period
    self.today = today
  }

  /// What touches the period, or has no date.
  mutating func add(_ facts: ForumFacts) {
    add(Party(id: facts.forum.id, label: facts.forum.label))
    for link in facts.graph.links {
      guard let certainty = certainty(of: link) else { continue }
      add(link.subject)
      add(link.object)
      edges.append(
        Network.Edge(
          id: link.fact, relation: Network.Relation(link.relation), source: link.subject.id, target: link.object.id,
          class: link.class, person: link.person, ofMeeting: link.relation == .held ? !link.lasts : nil,
          time: link.time, certainty: shown(certainty),
          statements: link.statements))
    }
    for meeting in facts.graph.meetings {
      let isThen = meeting.time.isUndated ? .possible : period.certainty(of: meeting.time)
      guard isThen < .unknown else { continue }
      add(Party(id: meeting.id, label: meeting.label))
      nodes[meeting.id]?.meeting = meeting
      edges.append(
        Network.Edge(
          id: meeting.id, relation: .meetingOf, source: meeting.id, target: meeting.forum.id, time: meeting.time,
          certainty: shown(isThen), statements: meeting.statements))
    }
  }

  /// Those by which a party that has a part continues another, or is continued.
  mutating func add(_ successions: [Succession]) {
    let known = nodes
    for row in successions where known[row.old.id] != nil || known[row.new.id] != nil {
      add(row.old)
      add(row.new)
      edges.append(
        Network.Edge(
          id: row.id, relation: .continues, source: row.new.id, target: row.old.id, class: row.how,
          time: Interval(start: row.time), statements: row.statements))
    }
  }

  /// What the vocabulary tells of a node, and of which forum it is a part, if that is a node as well.
  mutating func add(_ row: VocabularyRow, iso3: String?) {
    nodes[row.id]?.entry = row
    nodes[row.id]?.iso3 = iso3
    guard let parent = row.parent, nodes[parent] != nil else { return }
    edges.append(
      Network.Edge(id: "part-of/\(row.id)/\(parent)", relation: .partOf, source: row.id, target: parent))
  }

  func network() -> Network {
    let order = Dictionary(Network.Relation.allCases.enumerated().map { ($1, $0) }) { first, _ in first }
    return Network(
      nodes: nodes.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) },
      edges: edges.sorted { a, b in
        a.relation == b.relation
          ? a.id.utf8.lexicographicallyPrecedes(b.id.utf8) : order[a.relation] ?? 0 < order[b.relation] ?? 0
      })
  }

  private mutating func add(_ party: Party) {
    if nodes[party.id] == nil { nodes[party.id] = Network.Node(id: party.id, label: party.label) }
  }

  /// Nil for what is known not to be in the period.
  private func certainty(of link: GraphLink) -> Certainty? {
    if link.time.isUndated { return .possible }
    let certainty = link.certainty(in: period, today: today)
    return period.kind != .ever && certainty == .unknown ? nil : certainty
  }

  private func shown(_ certainty: Certainty) -> Certainty? { period.kind == .ever ? nil : certainty }
}

extension Network.Relation {
  fileprivate init(_ relation: GraphLink.Relation) {
    self =
      switch relation {
      case .memberOf: .memberOf
      case .attended: .attended
      case .hosted: .hosted
      case .held: .held
      }
  }
}
