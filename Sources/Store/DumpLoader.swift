public import Formats
import Foundation
import GRDB
import Graph
import Mentions
import Statements

/// Puts a dump into an empty base: the vocabulary, the reports and their statements are taken from it, everything else is
/// derived from those. Then every table is compared with what the base now gives, row by row, so that what is loaded is dumped
/// as the same again.
struct DumpLoader {
  /// Problems of one table that are told.
  private static let limit = 20

  let db: Database
  let source: DumpSource
  let path: String

  /// - Throws: `LOAD-…`, what reading CSV throws, what SQLite says; then all must be rolled back.
  /// - Returns: rows that do not follow from the statements, and those that are missing.
  func callAsFunction() throws -> [Problem] {
    try loadVocabulary()
    try loadReports()
    try loadStatements()
    if let hash = source.dataHash { try Meta.set("data_sha256", hash, db) }
    if let version = source.extractorVersion { try Meta.set("extractor_version", version, db) }
    try Derivation(db: db, path: path)(forums: nil)
    return try DumpTable.all.flatMap(differences)
  }

  // MARK: The vocabulary

  private func loadVocabulary() throws {
    var aliases: [String: [VocabularyRow.Alias]] = [:]
    try each("aliases") { cells in
      aliases[cells["party_id"] ?? "", default: []].append(
        VocabularyRow.Alias(text: cells["alias"] ?? "", language: cells["language"]))
    }
    var codes: [String: String] = [:]
    var rows: [VocabularyRow] = []
    try each("countries") { cells in
      codes[cells["country_id"] ?? ""] = cells["iso2"]
      var row = vocabularyRow(cells, id: "country_id", kind: .country, aliases)
      row.country = cells["iso2"]
      row.iso3 = cells["iso3"]
      row.cowCode = cells["cow_code"].flatMap(Int.init)
      if cells["in_vocabulary"] == "true" { rows.append(row) }
    }
    try each("agencies") { cells in
      let kind: VocabularyRow.Kind = cells["kind"] == "organization" ? .organization : .agency
      var row = vocabularyRow(cells, id: "agency_id", kind: kind, aliases)
      row.country = cells["country_id"].flatMap { codes[$0] }
      row.category = cells["category"]
      if cells["in_vocabulary"] == "true" { rows.append(row) }
    }
    try each("forums") { cells in
      var row = vocabularyRow(cells, id: "forum_id", kind: .forum, aliases)
      row.parent = cells["parent_id"]
      row.termLength = cells["term_length"]
      row.category = cells["kind_of_member"]
      if cells["in_vocabulary"] == "true" { rows.append(row) }
    }
    var successions: [GraphBuilder.Vocabulary.KnownSuccession] = []
    try each("known_successions") { cells in
      successions.append(
        GraphBuilder.Vocabulary.KnownSuccession(
          old: [Party(id: cells["old_id"] ?? "", label: cells["old_label"] ?? "")],
          new: Party(id: cells["new_id"] ?? "", label: cells["new_label"] ?? ""), date: cells["date_edtf"],
          how: cells["how"]))
    }
    try VocabularyWriter(db: db).replace(
      with: KnowledgeBase.Vocabulary(rows: rows, successions: successions, dataHash: source.dataHash ?? ""))
  }

  private func vocabularyRow(
    _ cells: [String: String], id: String, kind: VocabularyRow.Kind, _ aliases: [String: [VocabularyRow.Alias]]
  ) -> VocabularyRow {
    VocabularyRow(
      id: cells[id] ?? "", kind: kind, label: cells["label"] ?? "", name: cells["name"], acronym: cells["acronym"],
      founded: cells["founded_edtf"], dissolved: cells["dissolved_edtf"], aliases: aliases[cells[id] ?? ""] ?? [])
  }

  // MARK: Reports

  private func loadReports() throws {
    let insert = try db.cachedStatement(sql: "INSERT INTO report (key, is_retracted) VALUES (:key, :retracted)")
    try each("reports") { cells in
      try insert.execute(arguments: ["key": cells["report_id"], "retracted": cells["is_retracted"] == "true"])
    }
    try eachRow("report_versions") { rows, row, cells in
      guard let report = try reportRow(of: cells["report_id"]) else {
        throw rows.problem("LOAD-REFERENCE", row, "report_id", "there is no such report in reports.csv")
      }
      try insertVersion(cells, of: report, rows, row)
    }
    let insertDate = try db.cachedStatement(
      sql: "INSERT INTO version_date (version, changed) VALUES (:version, :changed)")
    try eachRow("report_dates") { rows, row, cells in
      guard let version = try version(cells) else {
        throw rows.problem("LOAD-REFERENCE", row, "version_digest", "there is no such version in report_versions.csv")
      }
      try insertDate.execute(arguments: ["version": version, "changed": cells["changed"]])
    }
    var writer = ReportWriter(db, path: path)
    let reports = try Int64.fetchCursor(db, sql: "SELECT report FROM report ORDER BY report")
    while let report = try reports.next() { try writer.setCurrent(of: report) }
  }

  private func reportRow(of report: String?) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT report FROM report WHERE key = :key"), arguments: ["key": report])
  }

  func version(_ cells: [String: String]) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT v.version FROM report r JOIN report_version v USING (report) WHERE r.key = :key AND v.digest = :digest
          """), arguments: ["key": cells["report_id"], "digest": cells["version_digest"]])
  }

  private func insertVersion(
    _ cells: [String: String], of report: Int64, _ rows: LoadedRows, _ row: LoadedRows.Row
  ) throws {
    for name in ["version_digest", "text_sha256", "raw_sha256"] where !SHA256.isHex(cells[name] ?? "") {
      throw rows.problem("LOAD-CELL", row, name, "64 hexadecimal digits were expected")
    }
    func hash(_ name: String) -> String { cells[name] ?? "" }
    let version = ReportVersion(
      digest: hash("version_digest"), title: cells["title"],
      text: String(decoding: try source.text(hash("text_sha256")) ?? [], as: UTF8.self), textHash: hash("text_sha256"),
      raw: try source.raw(hash("raw_sha256")) ?? [], rawHash: hash("raw_sha256"), url: cells["url"],
      published: cells["published_edtf"], language: cells["language"], isDigest: cells["is_digest"] == "true",
      isTrashed: cells["is_trashed"] == "true")
    try ReportWriter(db, path: path).insert(version, into: report)
  }

  // MARK: Rows

  private func each(_ name: String, _ body: ([String: String]) throws -> Void) throws {
    try eachRow(name) { _, _, cells in try body(cells) }
  }

  func eachRow(
    _ name: String, _ body: (LoadedRows, LoadedRows.Row, [String: String]) throws -> Void
  ) throws {
    guard let table = DumpTable.all.first(where: { $0.name == name }) else { return }
    var rows = try LoadedRows(table, of: source, db)
    while let row = try rows.next() {
      var cells: [String: String] = [:]
      for (column, cell) in zip(rows.columns, row.cells) { cells[column] = cell }
      try body(rows, row, cells)
    }
  }

  // MARK: Comparing

  /// How a table differs from what the base gives.
  private func differences(in table: DumpTable) throws -> [Problem] {
    var rows = try LoadedRows(table, of: source, db, checksForm: false)
    var problems: [Problem] = []
    var row = try rows.next()
    var isHeader = true
    var last = 1
    try Snapshot(db).rows(of: table) { given in
      if isHeader {
        isHeader = false
        return
      }
      guard problems.count < Self.limit else { return }
      while let told = row, rows.keys.precedes(told.cells, given) {
        problems.append(rows.problem("LOAD-DERIVED", told, nil, surplus(told, rows)))
        row = try rows.next()
      }
      guard let told = row, !rows.keys.precedes(given, told.cells) else {
        let next = row ?? LoadedRows.Row(cells: given, line: last + 1)
        problems.append(
          rows.problem(
            "LOAD-DERIVED", next, nil,
            "before this row \(rows.keys.name(given)) is missing: it follows from the statements")
        )
        return
      }
      if told.cells != given { problems.append(difference(told, given, rows)) }
      last = told.line
      row = try rows.next()
    }
    while problems.count < Self.limit, let told = row {
      problems.append(rows.problem("LOAD-DERIVED", told, nil, surplus(told, rows)))
      row = try rows.next()
    }
    if problems.isEmpty { try source.finish(table) }
    return problems
  }

  private func surplus(_ row: LoadedRows.Row, _ rows: LoadedRows) -> String {
    "\(Visible.shortened(rows.keys.name(row.cells), to: 80)) does not follow from the statements"
  }

  private func difference(_ told: LoadedRows.Row, _ given: [String?], _ rows: LoadedRows) -> Problem {
    let index = zip(told.cells, given).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
    func shown(_ cell: String?) -> String { cell.map { "\"\(Visible.shortened($0, to: 60))\"" } ?? "empty" }
    return rows.problem(
      "LOAD-DERIVED", told, rows.columns[index],
      "\(shown(told.cells[index])), but \(shown(given[index])) follows from the statements")
  }
}

extension KnowledgeBase {
  /// Loads a dump into this base, all of it or nothing.
  ///
  /// - Returns: what is wrong with the dump; then nothing was loaded.
  /// - Throws: `LOAD-NOT-EMPTY` (73) if there is anything in the base; `LOAD-COLUMN`, `LOAD-CELL`, `LOAD-ORDER`,
  ///   `LOAD-REFERENCE`, `LOAD-STATEMENT` with file, line and column; what reading the files throws.
  public func load(_ source: DumpSource) throws(Problem) -> [Problem] {
    struct Refused: Error { var problems: [Problem] }
    do {
      return try queue.writeWithoutTransaction { db in
        do {
          try db.inTransaction(.immediate) {
            let isUsed = try Bool.fetchOne(
              db, sql: "SELECT EXISTS (SELECT 1 FROM node) OR EXISTS (SELECT 1 FROM report)")
            guard isUsed == false else {
              throw Problem(
                "LOAD-NOT-EMPTY", at: Place(file: path), "there is something in it; a dump is loaded into a new file",
                exit: .cannotCreate)
            }
            let problems = try DumpLoader(db: db, source: source, path: path)()
            if !problems.isEmpty { throw Refused(problems: problems) }
            return .commit
          }
          return []
        } catch let refused as Refused { return refused.problems }
      }
    } catch { throw DatabaseProblem.of(error, path: path) }
  }
}
