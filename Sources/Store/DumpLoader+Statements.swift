import Formats
import GRDB
import Graph
import Mentions
import Statements

/// Statements come from two tables in the order of their ids, side by side.
extension DumpLoader {
  func loadStatements() throws {
    var parties = try StatementParties(source, db)
    try eachRow("statements") { rows, row, cells in
      let id = cells["statement_id"] ?? ""
      guard let version = try version(cells) else {
        throw rows.problem("LOAD-REFERENCE", row, "version_digest", "there is no such version in report_versions.csv")
      }
      guard let kind = Statements.Statement.Kind(rawValue: cells["kind"] ?? "") else {
        throw rows.problem("LOAD-STATEMENT", row, "kind", "no kind of statement")
      }
      var values = try values(cells["content"] ?? "", rows, row)
      for (key, names) in try parties.names(of: id) { values[key] = .names(names) }
      let evidence = Evidence(
        start: cells["start_byte"].flatMap(Int.init) ?? 0, end: cells["end_byte"].flatMap(Int.init) ?? 0,
        quote: cells["quote"] ?? "")
      let statement = Statements.Statement(
        kind: kind, values: values, evidence: evidence, rule: cells["rule"] ?? "",
        dateBasis: cells["date_basis"].flatMap(Statements.Statement.DateBasis.init))
      let item = SourcedStatement(
        statement: statement,
        source: SourcedStatement.Source(report: cells["report_id"] ?? "", version: cells["version_digest"] ?? ""),
        joinsNext: cells["joins_next"] == "true")
      guard item.id == id else {
        throw rows.problem(
          "LOAD-STATEMENT", row, "statement_id",
          "what the statement says gives another id, \(item.id); a value was changed")
      }
      guard 0 <= evidence.start, evidence.start <= evidence.end else {
        throw rows.problem("LOAD-STATEMENT", row, "end_byte", "the quote ends before it begins")
      }
      try StoredStatement.insert(item, version: version, into: db)
    }
    try parties.end()
  }

  private func values(
    _ content: String, _ rows: LoadedRows, _ row: LoadedRows.Row
  ) throws(Problem) -> [Statements.Statement.Key: Statements.Statement.Value] {
    do throws(Problem) {
      return try StoredStatement.values(content, place: Place(file: "content"))
    } catch { throw rows.problem(error.code, row, "content", error.message) }
  }
}

/// The names of statements, read beside the statements.
private struct StatementParties {
  private var rows: LoadedRows
  private var row: LoadedRows.Row?
  private let columns: [String: Int]

  init(_ source: DumpSource, _ db: Database) throws {
    guard let table = DumpTable.all.first(where: { $0.name == "statement_parties" }) else {
      throw Problem("LOAD-BUG", at: Place(file: "statement_parties"), "no such table", exit: .bug)
    }
    rows = try LoadedRows(table, of: source, db)
    row = try rows.next()
    columns = Dictionary(rows.columns.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  private func cell(_ name: String, _ row: LoadedRows.Row) -> String? { columns[name].flatMap { row.cells[$0] } }

  mutating func names(of statement: String) throws -> [Statements.Statement.Key: [Name]] {
    var names: [Statements.Statement.Key: [Name]] = [:]
    while let found = row {
      let owner = cell("statement_id", found) ?? ""
      if !owner.utf8.elementsEqual(statement.utf8) {
        if owner.utf8.lexicographicallyPrecedes(statement.utf8) { throw unowned(found) }
        break
      }
      guard let key = cell("key", found).flatMap(Statements.Statement.Key.init) else {
        throw rows.problem("LOAD-STATEMENT", found, "key", "no key of a statement")
      }
      names[key, default: []].append(
        Name(
          id: cell("party_id", found) ?? "", label: cell("party_label", found) ?? "",
          asWritten: cell("as_written", found),
          isKnown: cell("is_known", found) == "true",
          others: (cell("others", found) ?? "").split(separator: " ").map(String.init)))
      row = try rows.next()
    }
    return names
  }

  func end() throws(Problem) {
    if let row { throw unowned(row) }
  }

  private func unowned(_ row: LoadedRows.Row) -> Problem {
    rows.problem("LOAD-REFERENCE", row, "statement_id", "there is no such statement in statements.csv")
  }
}
