/// Writes CSV (RFC 4180) in UTF-8 with lines ended by LF; quotes only where they are needed.
public struct CSVWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private let columns: Int

  /// Begins with the names of the columns.
  public init(header: [String]) {
    columns = header.count
    row(header)
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds a row. Nil is an empty cell; missing cells at the end are empty, too many are left off.
  public mutating func row(_ cells: [String?]) {
    for index in 0..<columns {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      let cell = index < cells.count ? cells[index] ?? "" : ""
      // A row of one empty cell would be a blank line.
      if needsQuotes(cell) || (columns == 1 && cell.isEmpty) {
        quote(cell)
      } else {
        bytes.append(contentsOf: cell.utf8)
      }
    }
    bytes.append(0x0A)
  }

  private func needsQuotes(_ cell: String) -> Bool {
    cell.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
  }

  private mutating func quote(_ cell: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
