/// Reads CSV strictly as RFC 4180 has it, row by row; UTF-8, lines ended by LF, CR or CRLF.
///
/// An empty cell, quoted or not, is nil: tables here have no empty texts. Blank lines are taken at the end only.
public struct CSVReader {
  public static let maximumFields = 64
  public static let maximumFieldBytes = 1 << 20

  /// The names in the first row, all different.
  public let header: [String]
  private var scanner: CSVScanner
  /// What is still to come; nil for a table in memory.
  private var blocks: CSVBlocks?

  /// Reads the header of a table in memory.
  ///
  /// - Throws: `CSV-EMPTY`, `CSV-HEADER`, `CSV-SEPARATOR`, `TEXT-ENCODING`, `TEXT-BINARY`, and what `next` throws.
  public init(_ bytes: [UInt8], file: String) throws(Problem) {
    let text = try Encoding.text(bytes, file: file)
    scanner = CSVScanner(text.bytes, file: file)
    header = try Self.header(&scanner)
  }

  /// Reads the header of a table that comes piece by piece; UTF-8 with or without a byte order mark.
  ///
  /// - Parameter read: the next bytes of the file, of any number; none at its end.
  /// - Throws: the same, and what `read` throws.
  public init(file: String, read: @escaping () throws -> [UInt8]) throws {
    var blocks = CSVBlocks(file: file, read: read)
    scanner = CSVScanner(try blocks.next() ?? CSVBlocks.Block(bytes: [], lines: 0, offset: 0), file: file)
    header = try Self.header(&scanner)
    self.blocks = blocks
  }

  private static func header(_ scanner: inout CSVScanner) throws(Problem) -> [String] {
    let file = scanner.file
    guard let first = try scanner.row() else {
      throw Problem("CSV-EMPTY", at: Place(file: file, line: 1, column: 1), "empty, a row of column names was expected")
    }
    var names: [String] = []
    for (index, cell) in first.cells.enumerated() {
      guard let cell else {
        throw Problem("CSV-HEADER", at: Place(file: file, line: 1), "column \(index + 1) has no name")
      }
      if names.contains(where: { $0.utf8.elementsEqual(cell.utf8) }) {
        throw Problem("CSV-HEADER", at: Place(file: file, line: 1, path: cell), "the column is named twice")
      }
      names.append(cell)
    }
    if names.count == 1, let only = names.first {
      let bytes = Array(only.utf8)
      if bytes.contains(UInt8(ascii: ";")) || bytes.contains(0x09) || bytes.starts(with: Array("sep=".utf8)) {
        throw Problem(
          "CSV-SEPARATOR", at: Place(file: file, line: 1), "cells must be separated by commas, not semicolons or TABs")
      }
    }
    return names
  }

  /// The next row, nil after the last.
  ///
  /// - Throws: `CSV-QUOTE`, `CSV-FIELDS`, `CSV-NUL`, `CSV-SIZE`.
  public mutating func next() throws -> CSVRow? {
    while true {
      if let row = try rowOfBlock() { return row }
      guard let block = try blocks?.next() else { return nil }
      scanner = CSVScanner(block, file: scanner.file, rows: scanner.rows)
    }
  }

  private mutating func rowOfBlock() throws(Problem) -> CSVRow? {
    guard let row = try scanner.row() else { return nil }
    guard row.cells.count == header.count else {
      throw Problem(
        "CSV-FIELDS", at: Place(file: scanner.file, line: row.line),
        "row \(scanner.rows - 1) has \(row.cells.count) fields, \(header.count) were expected")
    }
    return row
  }

  /// All of a file.
  public static func table(_ bytes: [UInt8], file: String) throws(Problem) -> CSVTable {
    var reader = try CSVReader(bytes, file: file)
    var rows: [CSVRow] = []
    while let row = try reader.rowOfBlock() { rows.append(row) }
    return CSVTable(file: file, header: reader.header, rows: rows)
  }

  /// Where a cell (from 0) of the row that begins on a line begins, for messages; found by reading the file again.
  public static func place(ofCell cell: Int, line: Int, in bytes: [UInt8], file: String) -> Place {
    guard let text = try? Encoding.text(bytes, file: file) else { return Place(file: file, line: line) }
    var scanner = CSVScanner(text.bytes, file: file)
    while let row = try? scanner.row() {
      guard row.line == line, cell < scanner.starts.count else { continue }
      var lines = LineCounter()
      return lines.place(of: scanner.starts[cell], in: text.bytes, file: file)
    }
    return Place(file: file, line: line)
  }
}

/// One row of a CSV file.
public struct CSVRow: Sendable, Hashable {
  /// As many as the header has; nil where empty.
  public var cells: [String?]
  /// The line on which it begins, from 1.
  public var line: Int
}

/// A CSV file read whole.
public struct CSVTable: Sendable, Hashable {
  public var file: String
  public var header: [String]
  public var rows: [CSVRow]

  /// The position of a column; nil if there is none of that name.
  public func column(_ name: String) -> Int? { header.firstIndex { $0.utf8.elementsEqual(name.utf8) } }

  /// The position of a column that must be there.
  ///
  /// - Throws: `CSV-HEADER` if it isn't.
  public func requiredColumn(_ name: String) throws(Problem) -> Int {
    if let index = column(name) { return index }
    throw Problem("CSV-HEADER", at: Place(file: file, line: 1, path: name), "the column is missing")
  }

  public func place(_ row: CSVRow, _ name: String? = nil) -> Place { Place(file: file, line: row.line, path: name) }
}
