public import Formats
import GRDB

/// A base as it stands at one moment, whatever other programs write meanwhile.
public struct Snapshot {
  private let db: Database

  /// The rows of a table, one after the other, with memory for one: the names of the columns, then the cells: numbers in
  /// decimal, `true` and `false`, nil for NULL.
  public func rows(of table: DumpTable, _ row: ([String?]) throws -> Void) throws {
    let statement = try db.makeStatement(sql: table.sql)
    let columns = statement.columnNames
    try row(columns)
    let isFlag = columns.map { Codebook.current.column($0, of: table.name)?.kind == .boolean }
    let rows = try GRDB.Row.fetchCursor(statement)
    while let found = try rows.next() {
      try row(columns.indices.map { cell((found[$0] as DatabaseValue).storage, isFlag: isFlag[$0]) })
    }
  }

  /// The names of the columns of a table, in order.
  public func columns(of table: DumpTable) throws -> [String] { try db.makeStatement(sql: table.sql).columnNames }

  /// The newest whole day in the dates of the reports.
  public func newestDay() throws -> Day? {
    let dates = try String.fetchCursor(
      db,
      sql: """
        SELECT published FROM report_version WHERE published IS NOT NULL UNION SELECT changed FROM version_date
        """)
    var newest: Day?
    while let text = try dates.next() {
      guard let date = try? EDTF(String(text.prefix(10))), date.precision == .day, let day = date.latest else {
        continue
      }
      newest = max(newest ?? day, day)
    }
    return newest
  }

  /// SHA-256 of the data files that the base was read with.
  public func dataHash() throws -> String? { try Meta.value("data_sha256", db) }

  /// The version of the reader of statements that last wrote.
  public func extractorVersion() throws -> String? { try Meta.value("extractor_version", db) }

  /// A version of a report as it was received, and the text of it.
  public struct KeptReport {
    public var raw: [UInt8]
    public var rawHash: String
    public var text: [UInt8]
    public var textHash: String
  }

  /// All versions, one after the other.
  public func reports(_ body: (KeptReport) throws -> Void) throws {
    let rows = try GRDB.Row.fetchCursor(
      db, sql: "SELECT raw, raw_sha256, text, text_sha256 FROM report_version ORDER BY version")
    while let cells = try rows.next().map(Cells.init) {
      try body(
        KeptReport(
          raw: cells.data("raw") ?? [], rawHash: cells.text("raw_sha256") ?? "",
          text: Array((cells.text("text") ?? "").utf8),
          textHash: cells.text("text_sha256") ?? ""))
    }
  }

  private func cell(_ value: DatabaseValue.Storage, isFlag: Bool) -> String? {
    if isFlag, case .int64(let number) = value { return number == 0 ? "false" : "true" }
    return KnowledgeBase.text(value)
  }

  init(_ db: Database) { self.db = db }
}

extension KnowledgeBase {
  /// Calls `body` with the base as it stands now; `body` must not use the base itself, nor keep the snapshot.
  /// - Throws: what SQLite says, and what `body` throws.
  public func snapshot<Value>(_ body: (Snapshot) throws -> Value) throws -> Value {
    do { return try queue.read { db in try body(Snapshot(db)) } } catch let error as DatabaseError {
      throw DatabaseProblem.of(error, path: path)
    }
  }
}
