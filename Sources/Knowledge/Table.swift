internal import Formats

/// A CSV table of `Data/`: rows by column name, each with its line for messages.
struct Table {
  struct Row {
    let file: String
    let line: Int
    fileprivate let cells: [String?]
    fileprivate let index: [String: Int]

    subscript(column: String) -> String? { index[column].flatMap { cells[$0] } }

    /// Names of a cell, separated by `|`.
    func names(_ column: String) -> [String] {
      self[column]?.split(separator: "|").map { String($0) }.filter { !$0.isEmpty } ?? []
    }

    /// Keys or words of a cell, separated by `;`.
    func keys(_ column: String) -> [String] {
      self[column]?.split(separator: ";").map { $0.trimmingSpaces }.filter { !$0.isEmpty } ?? []
    }

    func problem(_ code: String, _ message: String) -> Problem {
      Problem(code: code, place: Place(file: file, line: line), message: message, exit: .badData)
    }

    func required(_ column: String) throws(Problem) -> String {
      guard let cell = self[column] else { throw problem("DATA-EMPTY", "column \(column) must not be empty") }
      return cell
    }
  }

  let rows: [Row]

  init(_ bytes: [UInt8], file: String, columns: [String]) throws(Problem) {
    let table = try CSVReader.table(bytes, file: file)
    let index = Dictionary(table.header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for column in columns where index[column] == nil {
      throw Problem(
        code: "DATA-COLUMN", place: Place(file: file, line: 1), message: "column \(column) is missing", exit: .badData)
    }
    rows = table.rows.map { Row(file: file, line: $0.line, cells: $0.cells, index: index) }
  }
}

extension StringProtocol {
  var trimmingSpaces: String {
    var result = self[...]
    while let first = result.first, first == " " || first == "\t" { result = result.dropFirst() }
    while let last = result.last, last == " " || last == "\t" || last == "\r" { result = result.dropLast() }
    return String(result)
  }
}
