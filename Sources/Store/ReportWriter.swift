import Formats
import Foundation
import GRDB
import Graph
import Reports
import Statements

/// Stores one report: its version if that is new, its dates, its statements, and which versions hold from now on.
struct ReportWriter {
  let db: Database
  let path: String
  /// The forums of statements that came, went, or changed whether they hold.
  private(set) var touched: Set<String> = []
  private(set) var changedAnything = false

  init(_ db: Database, path: String) {
    self.db = db
    self.path = path
  }

  /// What tells a version apart from the others of its report.
  static func digest(of report: Report) -> String {
    var marks = ""
    if report.isDigest { marks += " digest" }
    if report.status == .retracted { marks += " trash" }
    return marks.isEmpty ? report.digest : SHA256.hex(report.digest + marks)
  }

  mutating func store(_ read: ReadReport) throws -> IngestOutcome {
    let report = read.report
    let key = try reportRow(report.key)
    let before = try holding(key.id)
    let digest = ReportWriter.digest(of: report)
    let version = try version(digest, of: key.id)
    let statements = sourced(read, digest: digest)

    var reread = false
    let id: Int64
    if let version {
      id = version
      try restore(version, from: report)
      if try improve(version, with: report) { reread = try replace(statements, of: version) }
    } else {
      id = try insert(report, digest: digest, into: key.id)
      for item in statements { try StoredStatement.insert(item, version: id, into: db) }
      changedAnything = true
    }
    try note(ChangeDate(report), for: id)
    let current = try setCurrent(of: key.id)

    let after = try holding(key.id)
    if before != after { try touch(key.id) }
    let change: IngestOutcome.Change =
      if key.isNew { .new } else if version == nil { current.contains(id) ? .changed : .older } else if reread {
        .reread
      } else { before == after ? .unchanged : .changed }
    return IngestOutcome(
      report: report.key, change: change, gained: Set(after.values).subtracting(before.values).count,
      lost: Set(before.values).subtracting(after.values).count, isRetracted: key.isRetracted)
  }

  /// The forums of all statements of a report, whichever version.
  mutating func touch(_ report: Int64) throws {
    changedAnything = true
    let forums = try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT p.party_id FROM report_version v JOIN statement s USING (version)
          JOIN statement_party p USING (statement) WHERE v.report = :report AND p.key = 'forum'
          """), arguments: ["report": report])
    touched.formUnion(forums)
  }

  private func reportRow(_ key: String) throws -> (id: Int64, isNew: Bool, isRetracted: Bool) {
    let find = try db.cachedStatement(sql: "SELECT report, is_retracted FROM report WHERE key = :key")
    if let row = try GRDB.Row.fetchOne(find, arguments: ["key": key]) {
      let cells = Cells(row)
      return (Int64(cells.number("report") ?? 0), false, cells.flag("is_retracted"))
    }
    try db.cachedStatement(sql: "INSERT INTO report (key) VALUES (:key)").execute(arguments: ["key": key])
    return (db.lastInsertedRowID, true, false)
  }

  private func version(_ digest: String, of report: Int64) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT version FROM report_version WHERE report = :report AND digest = :digest"),
      arguments: ["report": report, "digest": digest])
  }

  /// The statements of the report that hold, by id, in a form in which two versions can be compared.
  private func holding(_ report: Int64) throws -> [String: String] {
    let found = try StoredStatement.fetch(
      db,
      sql: """
        SELECT s.*, r.key AS report_key, v.digest, v.title, v.url, v.published, v.is_digest
        FROM report r JOIN report_version v USING (report) JOIN statement s USING (version)
        WHERE r.report = :report AND v.is_current AND NOT v.is_trashed AND NOT r.is_retracted
        """, arguments: ["report": report], path: path)
    return Dictionary(found.map { ($0.id, StatementID.canonical($0.statement)) }) { first, _ in first }
  }

  /// Each claim once, where the text makes it first.
  func sourced(_ read: ReadReport, digest: String) -> [SourcedStatement] {
    guard read.report.status == .published else { return [] }
    let source = SourcedStatement.Source(report: read.report.key, version: digest)
    var seen: Set<String> = []
    return read.statements
      .map { statement in
        SourcedStatement(
          statement: statement, source: source,
          joinsNext: SourcedStatement.joinsNext(statement.evidence, in: read.report.text.bytes))
      }
      .sorted { a, b in
        let (left, right) = (a.statement.evidence, b.statement.evidence)
        return (left.start, left.end, a.id, a.statement.rule) < (right.start, right.end, b.id, b.statement.rule)
      }
      .filter { seen.insert($0.id).inserted }
  }

  private func insert(_ report: Report, digest: String, into row: Int64) throws -> Int64 {
    try insert(
      ReportVersion(
        digest: digest, title: report.title.nilIfEmpty, text: report.text.string,
        textHash: SHA256.hex(report.text.bytes), raw: report.raw, rawHash: SHA256.hex(report.raw),
        url: report.url?.nilIfEmpty, published: report.published?.nilIfEmpty, language: report.language?.nilIfEmpty,
        isDigest: report.isDigest, isTrashed: report.status == .retracted), into: row)
  }

  /// Adds a version, with its words for the search.
  /// - Returns: its row.
  @discardableResult
  func insert(_ version: ReportVersion, into report: Int64) throws -> Int64 {
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO report_version
          (report, digest, title, text, text_sha256, raw, raw_sha256, url, published, language, is_digest, is_trashed,
          is_current)
        VALUES (:report, :digest, :title, :text, :textHash, :raw, :rawHash, :url, :published, :language, :isDigest,
          :isTrashed, 0)
        """)
    try insert.execute(arguments: [
      "report": report, "digest": version.digest, "title": version.title, "text": version.text,
      "textHash": version.textHash, "raw": Data(version.raw), "rawHash": version.rawHash, "url": version.url,
      "published": version.published, "language": version.language, "isDigest": version.isDigest,
      "isTrashed": version.isTrashed,
    ])
    let id = db.lastInsertedRowID
    try db.cachedStatement(sql: "INSERT INTO report_text (rowid, title, text) VALUES (:id, :title, :text)")
      .execute(arguments: ["id": id, "title": version.title, "text": version.text])
    return id
  }

  /// Puts the text of a version in its place that was loaded without it.
  private mutating func restore(_ version: Int64, from report: Report) throws {
    let find = try db.cachedStatement(
      sql: "SELECT title FROM report_version WHERE version = :version AND text = '' AND text_sha256 = :hash")
    guard !report.text.bytes.isEmpty,
      let row = try GRDB.Row.fetchOne(find, arguments: ["version": version, "hash": SHA256.hex(report.text.bytes)])
    else { return }
    changedAnything = true
    let (title, text) = (Cells(row).text("title"), report.text.string)
    try db.execute(
      sql: """
        INSERT INTO report_text (report_text, rowid, title, text) VALUES ('delete', :version, :title, '');
        """, arguments: ["version": version, "title": title])
    try db.execute(
      sql: "UPDATE report_version SET text = :text WHERE version = :version",
      arguments: ["text": text, "version": version])
    try db.execute(
      sql: "INSERT INTO report_text (rowid, title, text) VALUES (:version, :title, :text)",
      arguments: ["version": version, "title": title, "text": text])
  }

  /// The same version came again: of what it says about itself the more precise, else the first in text order is kept. Its
  /// statements are read from the arrival with the date of publication that is kept; of several from the one with the
  /// smallest hash, so that the order in which they come decides nothing.
  ///
  /// - Returns: whether that is this one.
  private mutating func improve(_ version: Int64, with report: Report) throws -> Bool {
    let find = try db.cachedStatement(
      sql: """
        SELECT url, published, language, raw_sha256, length(raw) AS bytes FROM report_version WHERE version = :version
        """)
    guard let row = try GRDB.Row.fetchOne(find, arguments: ["version": version]) else { return false }
    let cells = Cells(row)
    let hash = SHA256.hex(report.raw)
    let known = cells.text("raw_sha256") ?? ""
    let url = [cells.text("url"), report.url?.nilIfEmpty].compactMap(\.self).min()
    let language = [cells.text("language"), report.language?.nilIfEmpty].compactMap(\.self).min()
    let dates = [cells.text("published"), report.published?.nilIfEmpty].compactMap(\.self)
    let published = ChangeDate.mostPrecise(dates.compactMap { ChangeDate($0) }).map(\.text).min() ?? dates.min()
    let isBest = report.published?.nilIfEmpty == published && (published != cells.text("published") || hash <= known)
    if isBest, hash != known || cells.number("bytes") == 0 {
      try db.cachedStatement(
        sql: "UPDATE report_version SET raw = :raw, raw_sha256 = :hash WHERE version = :version"
      ).execute(arguments: ["raw": Data(report.raw), "hash": hash, "version": version])
    }
    guard url != cells.text("url") || language != cells.text("language") || published != cells.text("published") else {
      return isBest
    }
    try db.cachedStatement(
      sql: """
        UPDATE report_version SET url = :url, published = :published, language = :language WHERE version = :version
        """
    ).execute(arguments: ["url": url, "published": published, "language": language, "version": version])
    let report = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT report FROM report_version WHERE version = :version"),
      arguments: ["version": version])
    // A term that is told as still going on goes on until the report was published.
    if let report { try touch(report) }
    return isBest
  }

  /// Puts today's reading of a version in the place of an older one.
  mutating func replace(_ statements: [SourcedStatement], of version: Int64) throws -> Bool {
    let stored = try StoredStatement.fetch(
      db,
      sql: """
        SELECT s.*, r.key AS report_key, v.digest, v.title, v.url, v.published, v.is_digest
        FROM report_version v JOIN report r USING (report) JOIN statement s USING (version)
        WHERE v.version = :version ORDER BY s.start_byte, s.end_byte, s.id
        """, arguments: ["version": version], path: path)
    let isSame = stored.elementsEqual(
      statements.sorted { a, b in
        let (left, right) = (a.statement.evidence, b.statement.evidence)
        return (left.start, left.end, a.id) < (right.start, right.end, b.id)
      }
    ) { $0.id == $1.id && $0.statement == $1.statement && $0.joinsNext == $1.joinsNext }
    if isSame { return false }
    let report = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT report FROM report_version WHERE version = :version"),
      arguments: ["version": version])
    if let report { try touch(report) }
    try db.cachedStatement(
      sql: """
        DELETE FROM edge_evidence WHERE statement IN (SELECT statement FROM statement WHERE version = :version)
        """
    ).execute(arguments: ["version": version])
    try db.cachedStatement(sql: "DELETE FROM statement WHERE version = :version").execute(arguments: [
      "version": version
    ])
    for item in statements { try StoredStatement.insert(item, version: version, into: db) }
    if let report { try touch(report) }
    return true
  }

  private mutating func note(_ date: ChangeDate?, for version: Int64) throws {
    guard let date else { return }
    let known = try dates(of: version)
    guard !known.contains(where: { $0.refines(date) || $0.text == date.text }) else { return }
    changedAnything = true
    let remove = try db.cachedStatement(
      sql: "DELETE FROM version_date WHERE version = :version AND changed = :changed")
    for old in known where date.refines(old) {
      try remove.execute(arguments: ["version": version, "changed": old.text])
    }
    try db.cachedStatement(sql: "INSERT INTO version_date (version, changed) VALUES (:version, :changed)")
      .execute(arguments: ["version": version, "changed": date.text])
  }

  private func dates(of version: Int64) throws -> [ChangeDate] {
    try String.fetchAll(
      db.cachedStatement(sql: "SELECT changed FROM version_date WHERE version = :version"),
      arguments: ["version": version]
    ).compactMap { ChangeDate($0) }
  }

  @discardableResult
  mutating func setCurrent(of report: Int64) throws -> Set<Int64> {
    let rows = try GRDB.Row.fetchAll(
      db.cachedStatement(sql: "SELECT version, is_digest, is_current FROM report_version WHERE report = :report"),
      arguments: ["report": report])
    var versions: [VersionOrder.Version] = []
    var were: Set<Int64> = []
    for cells in rows.map(Cells.init) {
      let id = Int64(cells.number("version") ?? 0)
      if cells.flag("is_current") { were.insert(id) }
      versions.append(
        VersionOrder.Version(id: id, isDigest: cells.flag("is_digest"), changed: ChangeDate.last(try dates(of: id))))
    }
    let current = VersionOrder.current(versions)
    let update = try db.cachedStatement(
      sql: "UPDATE report_version SET is_current = :current WHERE version = :version")
    for id in current.symmetricDifference(were) {
      try update.execute(arguments: ["current": current.contains(id), "version": id])
    }
    let count = try db.cachedStatement(
      sql: "UPDATE report SET current_count = :count WHERE report = :report AND current_count <> :count")
    try count.execute(arguments: ["count": current.count, "report": report])
    // The discrepancy of versions that cannot be ordered may come or go without any statement.
    if current != were { changedAnything = true }
    return current
  }
}

extension String {
  var nilIfEmpty: String? { isEmpty ? nil : self }
}
