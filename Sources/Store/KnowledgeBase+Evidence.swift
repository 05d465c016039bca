public import Formats
import GRDB
public import Graph

extension KnowledgeBase {
  /// The statements behind a derived row, one statement by its own id, or all current ones of a report by its key.
  ///
  /// - Returns: by report, originals before digests, then by place in the text; nothing for an id that is not there.
  public func evidence(id: String) throws(Problem) -> [EvidenceItem] {
    try read { db in
      for sql in [KnowledgeBase.ofFact, KnowledgeBase.ofStatement, KnowledgeBase.ofReport] {
        let found = try items(db, sql, ["id": id])
        if !found.isEmpty { return found }
      }
      return []
    }
  }

  /// A statement of a current version by its id.
  public func statement(id: String) throws(Problem) -> SourcedStatement? {
    try read { db in
      try StoredStatement.fetch(
        db,
        sql: """
          SELECT s.*, r.key AS report_key, v.digest, v.title, v.url, v.published, v.is_digest
          FROM statement s JOIN report_version v USING (version) JOIN report r USING (report)
          WHERE s.id = :id AND v.is_current
          """, arguments: ["id": id], path: path
      ).first
    }
  }

  /// The given statements, in the same order as `evidence(id:)`.
  public func evidence(statements ids: [String]) throws(Problem) -> [EvidenceItem] {
    let keys = JSONWriter.text(of: .array(ids.map { .string($0) }))
    return try read { db in try items(db, KnowledgeBase.ofStatements, ["keys": keys]) }
  }

  private static let ofFact = """
    SELECT s.id, s.kind, s.quote, s.start_byte, s.end_byte, s.rule, r.key, v.title, v.url, v.published, v.is_digest
    FROM fact f JOIN edge_evidence e USING (fact) JOIN statement s USING (statement)
    JOIN report_version v USING (version) JOIN report r USING (report)
    WHERE f.id = :id ORDER BY v.is_digest, r.key, v.digest, s.start_byte, s.end_byte, s.id
    """
  private static let ofStatement = """
    SELECT s.id, s.kind, s.quote, s.start_byte, s.end_byte, s.rule, r.key, v.title, v.url, v.published, v.is_digest
    FROM statement s JOIN report_version v USING (version) JOIN report r USING (report) WHERE s.id = :id
    """
  private static let ofStatements = """
    SELECT s.id, s.kind, s.quote, s.start_byte, s.end_byte, s.rule, r.key, v.title, v.url, v.published, v.is_digest
    FROM statement s JOIN report_version v USING (version) JOIN report r USING (report)
    WHERE s.id IN (SELECT value FROM json_each(:keys))
    ORDER BY v.is_digest, r.key, v.digest, s.start_byte, s.end_byte, s.id
    """
  private static let ofReport = """
    SELECT s.id, s.kind, s.quote, s.start_byte, s.end_byte, s.rule, r.key, v.title, v.url, v.published, v.is_digest
    FROM report r JOIN report_version v USING (report) JOIN statement s USING (version)
    WHERE r.key = :id AND v.is_current AND NOT v.is_trashed
    ORDER BY v.is_digest, v.digest, s.start_byte, s.end_byte, s.id
    """

  private func items(_ db: Database, _ sql: String, _ arguments: StatementArguments) throws -> [EvidenceItem] {
    try GRDB.Row.fetchAll(db, sql: sql, arguments: arguments).map(Cells.init).map { cells in
      EvidenceItem(
        statement: cells.text("id") ?? "", kind: cells.text("kind") ?? "", quote: cells.text("quote") ?? "",
        start: cells.number("start_byte") ?? 0, end: cells.number("end_byte") ?? 0, report: cells.text("key") ?? "",
        title: cells.text("title") ?? "", url: cells.text("url"), published: cells.text("published"),
        isDigest: cells.flag("is_digest"), rule: cells.text("rule") ?? "")
    }
  }
}
