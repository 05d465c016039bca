public import Formats
import GRDB

extension KnowledgeBase {
  /// Runs one statement of SQL that only reads, row by row, with memory for one row.
  ///
  /// - Parameters:
  ///   - columns: called once, before the first row, with the names of the columns.
  ///   - row: called with each row: numbers in decimal, blobs as `X'…'`, nil for NULL. False ends the query.
  /// The callbacks must not use this base themselves.
  /// - Throws: `SQL-WRITES` (77) for what writes, attaches or sets; `SQL` (64) for what SQLite cannot read; what the
  ///   callbacks throw.
  public func query(
    sql: String, columns: ([String]) throws(Problem) -> Void, row: ([String?]) throws(Problem) -> Bool
  ) throws(Problem) {
    guard KnowledgeBase.onlyReads(sql) else { throw KnowledgeBase.writes }
    try read { db in
      do {
        try KnowledgeBase.run(try db.makeStatement(sql: sql), columns: columns, row: row)
      } catch let error as DatabaseError where [.SQLITE_ERROR, .SQLITE_MISUSE].contains(error.resultCode) {
        throw Problem("SQL", at: Place(file: "SQL"), DatabaseProblem.words(error), exit: .usage)
      }
    }
  }

  private static func run(
    _ statement: Statement, columns: ([String]) throws(Problem) -> Void, row: ([String?]) throws(Problem) -> Bool
  ) throws {
    guard statement.isReadonly else { throw writes }
    let width = statement.columnNames.count
    try columns(statement.columnNames)
    let rows = try GRDB.Row.fetchCursor(statement)
    while let found = try rows.next() {
      let cells = (0..<width).map { text((found[$0] as DatabaseValue).storage) }
      guard try row(cells) else { return }
    }
  }

  /// The first word decides: SQLite counts ATTACH as reading. A PRAGMA may ask, not set.
  private static func onlyReads(_ sql: String) -> Bool {
    let text = withoutLeadingComments(Substring(sql))
    let word = text.prefix { $0.isLetter }.lowercased()
    if word == "pragma" { return !text.contains("=") }
    return ["select", "with", "values", "explain"].contains(word)
  }

  private static func withoutLeadingComments(_ sql: Substring) -> Substring {
    var rest = sql
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == ";" }
      if rest.hasPrefix("--") {
        rest = rest.drop { !$0.isNewline }
      } else if rest.hasPrefix("/*") {
        var previous: Character?
        rest = rest.dropFirst(2)
        while let character = rest.popFirst(), !(previous == "*" && character == "/") { previous = character }
      } else {
        return rest
      }
    }
  }

  private static let writes = Problem(
    "SQL-WRITES", at: Place(file: "SQL"),
    "only SELECT, WITH, VALUES, EXPLAIN and a PRAGMA that asks; nothing was changed",
    exit: .notPermitted)

  static func text(_ value: DatabaseValue.Storage) -> String? {
    switch value {
    case .null: return nil
    case .int64(let number): return String(number)
    case .double(let number): return "\(number)"
    case .string(let text): return text
    case .blob(let data):
      let digits = Array("0123456789ABCDEF".utf8)
      let hex = data.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }
      return "X'" + String(decoding: hex, as: UTF8.self) + "'"
    }
  }
}
