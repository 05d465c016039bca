public import Formats
import Graph
public import Store

/// Reads from a database what the formats of `spacekb export` are made from.
public struct ExportReader: Sendable {
  let base: KnowledgeBase
  let scope: Scope
  let today: Day
  let facts: FactReader
  /// Ids.
  let forums: [String]

  /// - Parameters:
  ///   - forums: only these, by any name or id; empty: all of which reports tell.
  ///   - scope: the time and the reports; its limit does not count.
  /// - Throws: a ``Misunderstanding`` for an unknown or ambiguous name, or a `Problem` of the database.
  public init(base: KnowledgeBase, forums: [String], _ scope: Scope, today: Day) throws {
    self.base = base
    self.scope = scope
    self.today = today
    facts = FactReader(base: base, knownBy: scope.knownBy)
    self.forums = try forums.isEmpty ? base.toldForums() : Set(forums.map(PartyNames(base).forum)).sorted()
  }

  /// How many reports `--known-by` leaves out though they may have been there.
  public func leftOut() throws(Problem) -> Int { try facts.leftOut(forums.count == 1 ? forums[0] : nil).count }

  /// Parties, forums, meetings and persons, and what ties them.
  /// - Parameter withEvidence: also the statements behind it.
  public func network(withEvidence: Bool = false) throws(Problem) -> Network {
    var builder = NetworkBuilder(period: scope.period, today: today)
    for forum in forums { builder.add(try facts(forum, [.memberships, .chairTerms, .meetings, .attendances])) }
    builder.add(try base.successions())
    let countries = Countries(try base.vocabulary(of: .country))
    for row in try entries(Set(builder.nodes.keys)).values {
      builder.add(row, iso3: row.iso3 ?? countries.country(of: row)?.iso3)
    }
    var network = builder.network()
    if withEvidence {
      let items = try base.evidence(statements: Set(network.edges.flatMap(\.statements)).sorted())
      network.evidence = Dictionary(items.map { ($0.statement, $0) }) { first, _ in first }
    }
    return network
  }

  /// A row for each country of which a report tells that it, or an agency of it, belonged to a forum, each forum and each year: of
  /// the period, else from the founding of the forum, or the first year known, to the year of the newest report.
  public func countryYears() throws(Problem) -> [CountryYear] {
    let countries = Countries(try base.vocabulary(of: .country))
    let newest = try base.newestReport().flatMap { try? EDTF($0) }?.latest ?? today
    var rows: [CountryYear] = []
    for forum in forums {
      let facts = try facts(forum, [.memberships, .events, .totals, .discrepancies])
      let listed = Set(facts.graph.membershipTotals.flatMap(\.statements))
        .union(facts.graph.membershipEvents.filter { $0.kind == .listed }.flatMap(\.statements))
      let builder = CountryYearBuilder(
        facts: facts, dissolved: try base.vocabularyRow(id: forum)?.dissolved, period: scope.period, newest: newest,
        evidence: try base.evidence(statements: listed.sorted()))
      rows += builder(try entries(facts.graph.partyIds), in: countries)
    }
    return rows.sorted { ($0.iso3, $0.year, $0.forum) < ($1.iso3, $1.year, $1.forum) }
  }

  /// Who came to which meeting.
  public func attendance() throws(Problem) -> AttendanceMatrix {
    var graph = Graph()
    for forum in forums {
      let facts = try facts(forum, [.meetings, .attendances, .discrepancies])
      graph.meetings += facts.graph.meetings
      graph.attendances += facts.graph.attendances
      graph.discrepancies += facts.graph.discrepancies
    }
    return AttendanceMatrix(graph, successions: try base.successions(), during: scope.period)
  }

  /// What the vocabulary tells of parties and forums, by id.
  private func entries(_ ids: Set<String>) throws(Problem) -> [String: VocabularyRow] {
    var rows: [String: VocabularyRow] = [:]
    for id in ids { rows[id] = try base.vocabularyRow(id: id) }
    return rows
  }
}
