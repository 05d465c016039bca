internal import Formats

/// A CSV table of `Data/`: rows by column name, each with its place for messages.
struct Table {
  struct Row {
    let line: Int
    fileprivate let cells: [String?]
    fileprivate let source: Source

    subscript(column: String) -> String? { source.index[column].flatMap { cells[$0] } }

    /// Names of a cell, separated by `|`.
    func names(_ column: String) -> [String] {
      self[column]?.split(separator: "|").map { String($0) }.filter { !$0.isEmpty } ?? []
    }

    /// Keys or words of a cell, separated by `;`.
    func keys(_ column: String) -> [String] {
      self[column]?.split(separator: ";").map { $0.trimmingSpaces }.filter { !$0.isEmpty } ?? []
    }

    /// The problem of a cell, with line and column in the file.
    func problem(_ code: String, _ message: String, in column: String) -> Problem {
      var place = Place(file: source.file, line: line)
      if let cell = source.index[column] {
        place = CSVReader.place(ofCell: cell, line: line, in: source.bytes, file: source.file)
      }
      place.path = column
      return Problem(code, at: place, message)
    }

    func required(_ column: String) throws(Problem) -> String {
      guard let cell = self[column] else { throw problem("DATA-EMPTY", "must not be empty", in: column) }
      return cell
    }

    /// A date in EDTF as it is.
    func date(_ column: String) throws(Problem) -> String? {
      guard let cell = self[column] else { return nil }
      do throws(Problem) { return try EDTF(cell, at: Place(file: source.file)).text } catch {
        throw problem(error.code, error.message, in: column)
      }
    }

    /// A whole number.
    func number(_ column: String) throws(Problem) -> Int? {
      guard let cell = self[column] else { return nil }
      guard let number = Int(cell) else { throw problem("DATA-VALUE", "a whole number was expected", in: column) }
      return number
    }

    /// One of a few words.
    func choice(_ column: String, of words: [String]) throws(Problem) -> String? {
      guard let cell = self[column], !words.contains(cell) else { return self[column] }
      throw problem("DATA-VALUE", "\(words.joined(separator: " or ")) was expected, or nothing", in: column)
    }
  }

  /// The file that rows come from.
  fileprivate final class Source: Sendable {
    let file: String
    let bytes: [UInt8]
    let index: [String: Int]

    init(file: String, bytes: [UInt8], index: [String: Int]) {
      self.file = file
      self.bytes = bytes
      self.index = index
    }
  }

  private(set) var rows: [Row]
  private let source: Source

  init(_ bytes: [UInt8], file: String, columns: [String]) throws(Problem) {
    let table = try CSVReader.table(bytes, file: file)
    let index = Dictionary(table.header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for column in columns where index[column] == nil {
      throw Problem("DATA-COLUMN", at: Place(file: file, line: 1, column: 1), "column \(column) is missing")
    }
    let source = Source(file: file, bytes: bytes, index: index)
    rows = table.rows.map { Row(line: $0.line, cells: $0.cells, source: source) }
    self.source = source
  }

  /// This table with rows of another: in the place of those that are alike in the columns `key`, the rest at the end.
  /// - Throws: `DATA-COLUMN` for a column that this table does not have.
  func overridden(by own: Table, key: [String]) throws(Problem) -> Table {
    for (column, cell) in own.source.index.sorted(by: { $0.value < $1.value }) where source.index[column] == nil {
      let place = CSVReader.place(ofCell: cell, line: 1, in: own.source.bytes, file: own.source.file)
      let known = source.index.sorted { $0.value < $1.value }.map(\.key).joined(separator: ", ")
      throw Problem("DATA-COLUMN", at: place, "there is no column \(column); there are \(known)")
    }
    let groups = Dictionary(grouping: own.rows) { row in key.map { row[$0] } }
    var placed: Set<[String?]> = []
    var table = self
    table.rows = rows.flatMap { row in
      let name = key.map { row[$0] }
      guard let mine = groups[name] else { return [row] }
      return placed.insert(name).inserted ? mine : []
    }
    table.rows += own.rows.filter { row in !placed.contains(key.map { row[$0] }) }
    return table
  }
}

extension StringProtocol {
  var trimmingSpaces: String {
    var result = self[...]
    while let first = result.first, first == " " || first == "\t" || first == "\n" { result = result.dropFirst() }
    while let last = result.last, last == " " || last == "\t" || last.isNewline { result = result.dropLast() }
    return String(result)
  }
}
