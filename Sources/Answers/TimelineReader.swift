import Formats
import Graph
public import Store

/// Reads from a database what a timeline is made from.
public struct TimelineReader: Sendable {
  private let base: KnowledgeBase
  private let names: PartyNames
  private let scope: Scope
  private let facts: FactReader

  /// - Parameter scope: the time to draw, the reports to draw from, and how many rows of members at most.
  public init(base: KnowledgeBase, _ scope: Scope = Scope()) {
    self.base = base
    self.scope = scope
    names = PartyNames(base)
    facts = FactReader(base: base, knownBy: scope.knownBy)
  }

  /// - Parameter name: any name of a forum, an agency or a country, or its id.
  /// - Throws: a ``Misunderstanding`` for an unknown or ambiguous name, or a `Problem` of the database.
  public func callAsFunction(of name: String, kind: Timeline.Kind? = nil) throws -> Timeline {
    let row = try names.row(named: name)
    let facts = row.kind == .forum ? try forum(row) : try parties(row)
    var timeline = TimelineBuilder()(facts, kind: kind, during: scope.period)
    if let limit = scope.limit { timeline.limit(rows: limit) }
    return timeline
  }

  /// The reports that `--known-by` leaves out though they may have been there, of a forum or of all.
  public func leftOut(of name: String) throws -> [Subject] {
    let row = try names.row(named: name)
    return try facts.leftOut(row.kind == .forum ? row.id : nil)
  }

  private func source() throws(Problem) -> Timeline.Source {
    Timeline.Source(
      reports: try base.reportCount(), last: try base.newestReport().flatMap { try? EDTF($0) }?.latest)
  }

  private func subject(_ row: VocabularyRow) -> Subject {
    Subject(id: row.id, label: row.label, name: row.name)
  }

  private func forum(_ row: VocabularyRow) throws(Problem) -> TimelineFacts {
    var facts = TimelineFacts(
      subject: subject(row), scope: .forum, founded: row.founded, source: try source())
    try read(forum: row.id, into: &facts)
    try finish(&facts)
    return facts
  }

  /// An agency with those that it continues; a country with its agencies.
  private func parties(_ row: VocabularyRow) throws(Problem) -> TimelineFacts {
    let parties = try PartyFamily(base)(of: row)
    let ids = Set(parties.map(\.id))
    var facts = TimelineFacts(subject: subject(row), scope: .parties(parties), source: try source())
    for forum in try base.forums(of: parties.map(\.id)) { try read(forum: forum, into: &facts) }
    facts.graph.memberships.removeAll { !ids.contains($0.party.id) }
    facts.graph.chairTerms.removeAll { !($0.holder.party.map { ids.contains($0.id) } ?? false) }
    facts.graph.attendances.removeAll { !ids.contains($0.party.id) }
    let attended = Set(facts.graph.attendances.map(\.meeting))
    facts.graph.meetings.removeAll { meeting in
      !attended.contains(meeting.id) && !meeting.hosts.contains { ids.contains($0.id) }
    }
    facts.graph.membershipTotals = []
    try finish(&facts)
    return facts
  }

  private func read(forum id: String, into facts: inout TimelineFacts) throws(Problem) {
    let graph = try self.facts(id, [.memberships, .chairTerms, .meetings, .attendances, .totals]).graph
    facts.graph.memberships += graph.memberships
    facts.graph.chairTerms += graph.chairTerms
    facts.graph.meetings += graph.meetings
    facts.graph.attendances += graph.attendances
    facts.graph.membershipTotals += graph.membershipTotals
  }

  private func finish(_ facts: inout TimelineFacts) throws(Problem) {
    facts.graph.successions = try base.successions()
    var ids = Set(facts.graph.memberships.flatMap(\.statements))
    ids.formUnion(facts.graph.chairTerms.flatMap(\.statements))
    ids.formUnion(facts.graph.meetings.flatMap(\.statements))
    ids.formUnion(facts.graph.attendances.flatMap(\.statements))
    ids.formUnion(facts.graph.membershipTotals.flatMap(\.statements))
    let items = try base.evidence(statements: ids.sorted())
    facts.evidence = Dictionary(items.map { ($0.statement, $0) }) { first, _ in first }
  }
}
