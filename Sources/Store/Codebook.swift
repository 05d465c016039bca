public import Formats
import GRDB
import SchemaFiles

/// What every column of a dump holds: the one source of `codebook`, of a dump's descriptor and of its documentation.
///
/// It is `Schema/codebook.csv`. A row without a column is about the table; a row of the table `*` is about every column of that
/// name that has no row of its own.
public struct Codebook: Sendable {
  public enum Kind: String, Sendable, Hashable {
    case text, integer, boolean
    /// A whole day, `YYYY-MM-DD`.
    case date
    /// A date as precise as it is known (ISO 8601-2).
    case edtf
  }

  public struct Column: Sendable, Hashable {
    public var name: String
    public var kind: Kind
    /// Whether it is part of what tells a row apart.
    public var isKey: Bool
    /// Whether it is never empty.
    public var isRequired: Bool
    /// The table whose key it holds.
    public var references: String?
    public var meaning: String
    public var unit: String?
    public var example: String?
  }

  private static let shared = "*"

  private var tables: [String: String] = [:]
  private var columns: [String: [Column]] = [:]

  /// The codebook of this program.
  public static let current: Codebook = {
    let file = SchemaFiles.all.first { "\($0.path)" == "codebook.csv" }
    return (try? Codebook(Array("\(file?.text ?? "")".utf8), file: "codebook.csv")) ?? Codebook()
  }()

  private init() {}

  /// - Throws: what reading CSV throws; `CODEBOOK` for a kind of column that there is none of.
  public init(_ bytes: [UInt8], file: String) throws(Problem) {
    let table = try CSVReader.table(bytes, file: file)
    var places: [String: Int] = [:]
    for name in ["table", "column", "type", "key", "references", "meaning", "unit", "example"] {
      places[name] = try table.requiredColumn(name)
    }
    for row in table.rows {
      func cell(_ name: String) -> String? { places[name].flatMap { row.cells[$0] } }
      guard let owner = cell("table"), let meaning = cell("meaning") else {
        throw Problem("CODEBOOK", at: table.place(row), "a row without table or meaning")
      }
      guard let name = cell("column") else {
        tables[owner] = meaning
        continue
      }
      guard let kind = cell("type").flatMap(Kind.init) else {
        throw Problem("CODEBOOK", at: table.place(row, "type"), "no type that a column can have")
      }
      let key = cell("key")
      columns[owner, default: []].append(
        Column(
          name: name, kind: kind, isKey: key == "primary", isRequired: key != nil, references: cell("references"),
          meaning: meaning, unit: cell("unit"), example: cell("example")))
    }
  }

  /// What a table holds; empty for one that is not there.
  public func meaning(of table: String) -> String { tables[table] ?? "" }

  /// The names of the columns that tell a row apart, the first one first.
  public func key(of table: String) -> [String] { (columns[table] ?? []).filter(\.isKey).map(\.name) }

  public func column(_ name: String, of table: String) -> Column? {
    columns[table]?.first { $0.name == name } ?? columns[Self.shared]?.first { $0.name == name }
  }
}

extension Codebook {
  /// Fills the table `codebook`, a row for each column of each view.
  func write(into db: Database) throws {
    try db.execute(sql: "DELETE FROM codebook")
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO codebook ("view", "column", type, meaning, unit, example)
        VALUES (:view, :column, :type, :meaning, :unit, :example)
        """)
    for table in DumpTable.all {
      for name in try db.makeStatement(sql: table.sql).columnNames {
        guard let column = column(name, of: table.name) else { continue }
        try insert.execute(arguments: [
          "view": table.name, "column": name, "type": column.kind.rawValue, "meaning": column.meaning,
          "unit": column.unit, "example": column.example,
        ])
      }
    }
  }
}
