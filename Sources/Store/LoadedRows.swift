import Formats
import GRDB

/// The rows of a table of a dump, checked as they come: the columns are those of the view, in any order; a cell has the form
/// that the codebook says; rows stand in the byte order of their key, each key once.
struct LoadedRows {
  struct Row {
    /// In the order of the view's columns.
    var cells: [String?]
    var line: Int
  }

  let table: DumpTable
  let columns: [String]
  private let file: String
  private let kinds: [Codebook.Column]
  /// Where each column of the view stands in the file.
  private let order: [Int]
  let keys: KeyOrder
  private let checksForm: Bool
  private let isGuarded: Bool
  private var reader: CSVReader
  private var before: [String?]?

  /// - Parameter checksForm: false where each cell is compared with what it must be anyway.
  /// - Throws: `LOAD-COLUMN` for a column that is missing or unknown; what reading CSV throws.
  init(_ table: DumpTable, of source: DumpSource, _ db: Database, checksForm: Bool = true) throws {
    self.table = table
    self.checksForm = checksForm
    isGuarded = source.isGuarded
    reader = try source.table(table)
    let file = "\(table.name).csv"
    let columns = try db.makeStatement(sql: table.sql).columnNames
    let header = reader.header
    if let unknown = header.first(where: { !columns.contains($0) }) {
      throw Problem("LOAD-COLUMN", at: Place(file: file, line: 1, path: unknown), "there is no such column")
    }
    if let missing = columns.first(where: { !header.contains($0) }) {
      throw Problem("LOAD-COLUMN", at: Place(file: file, line: 1, path: missing), "the column is missing")
    }
    self.file = file
    self.columns = columns
    kinds = columns.compactMap { Codebook.current.column($0, of: table.name) }
    order = columns.compactMap { header.firstIndex(of: $0) }
    keys = KeyOrder(of: table, in: columns)
  }

  /// - Throws: `LOAD-CELL`, `LOAD-ORDER`; what reading CSV throws.
  mutating func next() throws -> Row? {
    guard let read = try reader.next() else { return nil }
    let row = Row(
      cells: order.map { isGuarded ? SpreadsheetGuard.removed(from: read.cells[$0]) : read.cells[$0] }, line: read.line)
    if checksForm { try check(row) }
    if let before, !keys.precedes(before, row.cells) {
      let same = !keys.precedes(row.cells, before)
      throw problem(
        "LOAD-ORDER", row, table.key[0],
        same ? "the row is there twice" : "rows must stand in the byte order of \(table.key.joined(separator: ", "))")
    }
    before = row.cells
    return row
  }

  func problem(_ code: String, _ row: Row, _ column: String?, _ message: String) -> Problem {
    Problem(code, at: Place(file: file, line: row.line, path: column), message)
  }

  private func check(_ row: Row) throws(Problem) {
    for (column, cell) in zip(kinds, row.cells) {
      guard let cell else {
        guard column.isRequired else { continue }
        throw problem("LOAD-CELL", row, column.name, "empty; \(column.meaning.prefix(1).lowercased())… must be there")
      }
      guard column.kind.takes(cell) else {
        throw problem(
          "LOAD-CELL", row, column.name,
          "\"\(Visible.shortened(cell, to: 40))\" is no \(column.kind.words); was the table changed in a spreadsheet?")
      }
    }
  }
}

extension Codebook.Kind {
  /// Whether a cell that is not empty has this form.
  public func takes(_ cell: String) -> Bool {
    switch self {
    case .text: true
    case .integer: Int(cell).map { String($0) == cell } ?? false
    case .boolean: cell == "true" || cell == "false"
    case .date: (try? EDTF(cell))?.precision == .day
    case .edtf: (try? EDTF(cell)) != nil
    }
  }

  /// What it is in words, for a message.
  var words: String {
    switch self {
    case .text: "text"
    case .integer: "whole number"
    case .boolean: "true or false"
    case .date: "day (YYYY-MM-DD)"
    case .edtf: "date (EDTF, such as 2020-09-09, 2020-09 or 2020)"
    }
  }
}
