public import Formats
import GRDB
public import Graph

/// What was known by a day: what follows from the reports that were published by then.
extension KnowledgeBase {
  /// The rows of a forum, derived from the statements of those reports alone, and all successions.
  ///
  /// - Parameters:
  ///   - forum: its id.
  ///   - day: a report counts if the last day of its date of publication is not later.
  public func graph(ofForum forum: String, knownBy day: Day) throws(Problem) -> Graph {
    try read { db in
      let versions = try KnownVersions(db)(ofForum: forum, by: day)
      let derivation = Derivation(db: db, path: path)
      let statements = try derivation.statements(ofForum: forum, versions: versions)
      return GraphBuilder(vocabulary: try derivation.vocabulary())(statements)
    }
  }
}

/// Which version of each report counted on a day.
struct KnownVersions {
  let db: Database

  init(_ db: Database) { self.db = db }

  private struct Version {
    var report: Int
    var order: VersionOrder.Version
    var isTrashed: Bool
  }

  /// Of the reports that in some version tell of the forum, or of a succession.
  func callAsFunction(ofForum forum: String, by day: Day) throws -> [Int64] {
    try versions(sql: KnownVersions.ofForum, ["forum": forum], by: day)
  }

  /// Of all reports.
  func callAsFunction(by day: Day) throws -> [Int64] { try versions(sql: KnownVersions.all, [:], by: day) }

  private static let ofForum = """
    WITH telling AS (
      SELECT v.report FROM statement_party p JOIN statement s USING (statement) JOIN report_version v USING (version)
      WHERE p.party_id = :forum AND p.key = 'forum'
      UNION SELECT v.report FROM statement s JOIN report_version v USING (version) WHERE s.kind = 'succession')
    SELECT v.version, v.report, v.published, v.is_digest, v.is_trashed, d.changed
    FROM telling JOIN report r USING (report) JOIN report_version v USING (report)
    LEFT JOIN version_date d USING (version)
    WHERE NOT r.is_retracted ORDER BY v.version, d.changed
    """

  private static let all = """
    SELECT v.version, v.report, v.published, v.is_digest, v.is_trashed, d.changed
    FROM report r JOIN report_version v USING (report) LEFT JOIN version_date d USING (version)
    WHERE NOT r.is_retracted ORDER BY v.version, d.changed
    """

  private func versions(sql: String, _ arguments: StatementArguments, by day: Day) throws -> [Int64] {
    var versions: [Int64: Version] = [:]
    let rows = try GRDB.Row.fetchCursor(db, sql: sql, arguments: arguments)
    while let cells = try rows.next().map(Cells.init) {
      guard let id = cells.number("version").map(Int64.init), let report = cells.number("report"),
        let published = cells.text("published").flatMap(ChangeDate.init), published.latest < day.adding(days: 1).text
      else { continue }
      let changed = [versions[id]?.order.changed, cells.text("changed").flatMap(ChangeDate.init)].compactMap(\.self)
      versions[id] = Version(
        report: report,
        order: VersionOrder.Version(id: id, isDigest: cells.flag("is_digest"), changed: ChangeDate.last(changed)),
        isTrashed: cells.flag("is_trashed"))
    }
    return Dictionary(grouping: versions.values, by: \.report).values.flatMap { held($0, by: day) }
  }

  /// Of the versions that were not changed later those that no other one replaces; where all were, all of them.
  private func held(_ versions: [Version], by day: Day) -> [Int64] {
    let end = day.adding(days: 1).text
    let unchanged = versions.filter { $0.order.changed.map { $0.latest < end } ?? true }
    let known = unchanged.isEmpty ? versions : unchanged
    let current = VersionOrder.current(known.map(\.order))
    return known.filter { current.contains($0.order.id) && !$0.isTrashed }.map(\.order.id)
  }
}
