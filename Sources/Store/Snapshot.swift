import Formats
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
    let isFlag = columns.map(DumpTable.isFlag)
    let rows = try GRDB.Row.fetchCursor(statement)
    while let found = try rows.next() {
      try row(columns.indices.map { cell((found[$0] as DatabaseValue).storage, isFlag: isFlag[$0]) })
    }
  }

  private func cell(_ value: DatabaseValue.Storage, isFlag: Bool) -> String? {
    if isFlag, case .int64(let number) = value { return number == 0 ? "false" : "true" }
    return KnowledgeBase.text(value)
  }

  fileprivate init(_ db: Database) { self.db = db }
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
