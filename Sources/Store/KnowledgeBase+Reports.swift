public import Formats
import GRDB
import Graph

extension KnowledgeBase {
  /// Every report in the version that is shown, by key.
  public func reports() throws(Problem) -> [ReportSummary] {
    try read { db in
      let forums = try forumsByReport(db)
      return try GRDB.Row.fetchAll(db, sql: "SELECT * FROM reports ORDER BY report_id").map(Cells.init).map { cells in
        let key = cells.text("report_id") ?? ""
        return ReportSummary(
          key: key, title: cells.text("title") ?? "", url: cells.text("url"), published: cells.text("published_edtf"),
          language: cells.text("language"), isDigest: cells.flag("is_digest"), isRetracted: cells.flag("is_retracted"),
          versions: cells.number("version_count") ?? 0, currentVersions: cells.number("current_count") ?? 0,
          statements: cells.number("statement_count") ?? 0, forums: forums[key] ?? [])
      }
    }
  }

  /// The forums that current statements of a report are about.
  private func forumsByReport(_ db: Database) throws -> [String: [Party]] {
    let sql = """
      SELECT r.key AS report_id, p.party_id, min(p.label) AS party_label
      FROM statement_party p JOIN statement s USING (statement) JOIN report_version v USING (version)
      JOIN report r USING (report)
      WHERE p.key = 'forum' AND v.is_current AND NOT v.is_trashed AND NOT r.is_retracted
      GROUP BY r.report, p.party_id ORDER BY r.report, p.party_id
      """
    var found: [String: [Party]] = [:]
    let rows = try GRDB.Row.fetchCursor(db, sql: sql)
    while let cells = try rows.next().map(Cells.init) {
      guard let key = cells.text("report_id"), let forum = cells.party("party") else { continue }
      found[key, default: []].append(forum)
    }
    return found
  }

  /// The reports whose current text has all of `words`, in any form of case and accents; the best first.
  ///
  /// - Returns: nothing for words without a letter or digit.
  public func search(_ words: String) throws(Problem) -> [FoundReport] {
    guard let pattern = FTS5Pattern(matchingAllTokensIn: words) else { return [] }
    let sql = """
      SELECT r.key, v.title, v.url, v.published, v.is_digest, v.text
      FROM report_text t JOIN report_version v ON v.version = t.rowid JOIN report r USING (report)
      WHERE report_text MATCH :words AND v.is_current AND NOT v.is_trashed AND NOT r.is_retracted
      ORDER BY bm25(report_text, 5.0, 1.0), r.key, v.digest
      """
    return try read { db in
      try GRDB.Row.fetchAll(db, sql: sql, arguments: ["words": pattern]).map(Cells.init).map { cells in
        FoundReport(
          key: cells.text("key") ?? "", title: cells.text("title") ?? "", url: cells.text("url"),
          published: cells.text("published"), isDigest: cells.flag("is_digest"), text: cells.text("text") ?? "")
      }
    }
  }
}
