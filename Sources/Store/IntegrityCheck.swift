public import Formats
import GRDB
import Graph
import Reports
import Statements

/// Looks for whatever in a file is not as it was written. Nothing is changed.
struct IntegrityCheck {
  let db: Database
  let path: String

  /// What SQLite itself finds; nothing else can be relied on while there is any of it.
  func ofFile() throws -> [Problem] {
    let lines = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
    return lines.filter { $0 != "ok" }.map { problem("CHECK-FILE", nil, $0) }
  }

  /// Tables, views, triggers and indexes that are not those of `Schema/`.
  func ofSchema() throws -> [Problem] {
    let expected = try DatabaseQueue().write { db in
      for step in SchemaSteps.all { try db.execute(sql: step.sql) }
      return try schema(db)
    }
    let found = try schema(db)
    return Set(expected.keys).union(found.keys).sorted(by: Derivation.byteOrder).compactMap { name in
      guard found[name] != expected[name] else { return nil }
      let what = found[name] == nil ? "missing" : expected[name] == nil ? "not one of ours" : "not as we make it"
      return problem("CHECK-SCHEMA", name, what)
    }
  }

  private func schema(_ db: Database) throws -> [String: String] {
    let rows = try GRDB.Row.fetchAll(db, sql: "SELECT type || ' ' || name AS name, sql FROM sqlite_schema")
    return Dictionary(rows.map(Cells.init).map { ($0.text("name") ?? "", $0.text("sql") ?? "") }) { _, last in last }
  }

  /// Rows that point at nothing.
  func ofReferences() throws -> [Problem] {
    try GRDB.Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map(Cells.init).map { cells in
      problem(
        "CHECK-REFERENCE", "\(cells.text("table") ?? "") row \(cells.number("rowid") ?? 0)",
        "points at a row of \(cells.text("parent") ?? "") that is not there")
    }
  }

  /// Stored bytes and texts against their digests, and the statements of each version against its text.
  func ofReports() throws -> [Problem] {
    let rows = try GRDB.Row.fetchCursor(
      db,
      sql: """
        SELECT r.key, v.* FROM report_version v JOIN report r USING (report) ORDER BY r.key, v.digest
        """)
    var problems: [Problem] = []
    while let row = try rows.next() {
      let cells = Cells(row)
      let (key, text) = (cells.text("key") ?? "", Array((cells.text("text") ?? "").utf8))
      let report = Report(
        key: key, title: cells.text("title") ?? "", text: ReportText(bytes: text, blocks: []),
        isDigest: cells.flag("is_digest"), status: cells.flag("is_trashed") ? .retracted : .published)
      // What a dump without reports left out is not there to be checked.
      let raw = Array(cells.data("raw") ?? [])
      if !raw.isEmpty, SHA256.hex(raw) != cells.text("raw_sha256") {
        problems.append(problem("CHECK-DIGEST", key, "the bytes of the report are not those that were stored"))
      }
      let isKept = !text.isEmpty || cells.text("text_sha256") == SHA256.hex("")
      if isKept,
        SHA256.hex(text) != cells.text("text_sha256") || ReportWriter.digest(of: report) != cells.text("digest")
      {
        problems.append(problem("CHECK-DIGEST", key, "the text of the report is not the one that was stored"))
      }
      problems += try ofStatements(of: cells.number("version") ?? 0, isKept ? text : nil, key)
    }
    return problems
  }

  private func ofStatements(of version: Int, _ text: [UInt8]?, _ key: String) throws -> [Problem] {
    let statements = try StoredStatement.fetch(
      db,
      sql: """
        SELECT s.*, r.key AS report_key, v.digest, v.title, v.url, v.published, v.is_digest
        FROM statement s JOIN report_version v USING (version) JOIN report r USING (report)
        WHERE s.version = :version ORDER BY s.start_byte, s.id
        """, arguments: ["version": version], path: path)
    return statements.compactMap { item in
      let evidence = item.statement.evidence
      if let text, !isInText(evidence, text) {
        return problem("CHECK-QUOTE", item.id, "its quote does not stand at its bytes in the text of \(key)")
      }
      if StatementID.of(item.statement, report: item.source.report, version: item.source.version) != item.id {
        return problem("CHECK-STATEMENT", item.id, "it does not say what it said when it was stored")
      }
      return nil
    }
  }

  private func isInText(_ evidence: Evidence, _ text: [UInt8]) -> Bool {
    evidence.start <= evidence.end && evidence.end <= text.count
      && text[evidence.start..<evidence.end].elementsEqual(evidence.quote.utf8)
  }

  /// Derived rows that name no statement, or one that does not hold.
  func ofEvidence() throws -> [Problem] {
    let rows = try GRDB.Row.fetchAll(
      db,
      sql: """
        SELECT f.id, count(s.statement) AS statements,
          count(*) FILTER (WHERE NOT v.is_current OR v.is_trashed OR r.is_retracted) AS outdated
        FROM fact f LEFT JOIN edge_evidence e USING (fact) LEFT JOIN statement s USING (statement)
        LEFT JOIN report_version v USING (version) LEFT JOIN report r USING (report)
        LEFT JOIN edge d ON d.fact = f.fact LEFT JOIN discrepancy i ON i.fact = f.fact
        WHERE f.kind <> 'part_of' AND NOT coalesce(d.in_vocabulary, 0) AND coalesce(i.kind, '') <> 'versions-unordered'
        GROUP BY f.fact HAVING statements = 0 OR outdated > 0 ORDER BY f.id
        """)
    return rows.map(Cells.init).map { cells in
      problem(
        "CHECK-EVIDENCE", cells.text("id"),
        cells.number("statements") == 0 ? "no statement is named for it" : "a statement named for it does not hold")
    }
  }

  /// Derived rows that do not follow from the statements, and texts that the search does not find.
  ///
  /// All is derived anew in a copy in memory.
  func ofDerivation() throws -> [Problem] {
    let copy = try DatabaseQueue()
    return try copy.writeWithoutTransaction { anew in
      try db.backup(to: anew)
      var problems: [Problem] = []
      do {
        try anew.execute(sql: "INSERT INTO report_text (report_text, rank) VALUES ('integrity-check', 1)")
      } catch {
        problems.append(problem("CHECK-SEARCH", nil, "the index for search does not fit the texts"))
      }
      try Derivation(db: anew, path: path)(forums: nil)
      for sql in IntegrityCheck.derived {
        let ids = try rows(db, sql).symmetricDifference(rows(anew, sql)).compactMap(\.first)
        problems += Set(ids).sorted(by: Derivation.byteOrder).map { id in
          problem("CHECK-DERIVED", id, "the row does not follow from the statements")
        }
      }
      return problems
    }
  }

  /// All rows that follow from statements and vocabulary alone; the first column of each is a key.
  private static let derived = [
    "SELECT * FROM meetings", "SELECT * FROM attendances", "SELECT * FROM memberships",
    "SELECT * FROM membership_events", "SELECT * FROM membership_totals", "SELECT * FROM chair_terms",
    "SELECT * FROM chair_transitions", "SELECT * FROM successions", "SELECT * FROM discrepancies",
    "SELECT key, statement_id FROM evidence",
  ]

  private func rows(_ db: Database, _ sql: String) throws -> Set<[String]> {
    var found: Set<[String]> = []
    let rows = try GRDB.Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() { found.insert(row.databaseValues.map { "\($0.storage.value ?? "")" }) }
    return found
  }

  private func problem(_ code: String, _ key: String?, _ message: String) -> Problem {
    Problem(code, at: Place(file: path, path: key), message, exit: .nothingKnown)
  }
}

extension KnowledgeBase {
  /// Looks whether the file is whole: the file itself, its tables, references, digests of reports, quotes and what
  /// statements say, the statements behind derived rows, and whether those follow from the statements.
  ///
  /// - Returns: what is not as it was written, each with the table or key; nothing for a whole file.
  /// - Throws: what SQLite says of a file that cannot be read at all.
  public func check() throws(Problem) -> [Problem] {
    let (found, isReadable) = try read { db in
      let check = IntegrityCheck(db: db, path: path)
      let damage = try check.ofFile()
      if !damage.isEmpty { return (damage, false) }
      let schema = try check.ofSchema()
      if !schema.isEmpty { return (schema, false) }
      return (try check.ofReferences() + check.ofReports() + check.ofEvidence(), true)
    }
    // From what is broken nothing can be derived.
    guard isReadable, found.isEmpty else { return found }
    return try read { db in try IntegrityCheck(db: db, path: path).ofDerivation() }
  }
}
