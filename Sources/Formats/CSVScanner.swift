/// Splits CSV into rows, whatever their length.
struct CSVScanner: Sendable {
  let file: String
  private let bytes: [UInt8]
  private var index = 0
  private var nextText = 0
  private var lines = LineCounter()
  private let block: CSVBlocks.Block
  /// Rows given so far, the header included.
  private(set) var rows: Int
  /// Where the cells of the row that was given last begin, in bytes.
  private(set) var starts: [Int] = []

  /// - Parameter rows: those of the blocks before.
  init(_ block: CSVBlocks.Block, file: String, rows: Int = 0) {
    self.block = block
    self.rows = rows
    bytes = block.bytes
    self.file = file
  }

  init(_ bytes: [UInt8], file: String) { self.init(CSVBlocks.Block(bytes: bytes, lines: 0, offset: 0), file: file) }

  mutating func row() throws(Problem) -> CSVRow? {
    if isBlankToTheEnd() { return nil }
    lines.advance(to: index, in: bytes)
    var row = CSVRow(cells: [], line: block.lines + lines.line)
    rows += 1
    starts.removeAll(keepingCapacity: true)
    while true {
      let start = index
      starts.append(start)
      let cell = try bytes[index...].first == UInt8(ascii: "\"") ? quoted() : bare()
      guard cell.utf8.count <= CSVReader.maximumFieldBytes else {
        throw problem("CSV-SIZE", at: start, "a field of more than \(CSVReader.maximumFieldBytes) bytes")
      }
      guard row.cells.count < CSVReader.maximumFields else {
        throw problem("CSV-SIZE", at: start, "more than \(CSVReader.maximumFields) fields in a row")
      }
      row.cells.append(cell.isEmpty ? nil : cell)
      if index < bytes.count, bytes[index] == UInt8(ascii: ",") {
        index += 1
        continue
      }
      skipLineEnd()
      return row
    }
  }

  private mutating func isBlankToTheEnd() -> Bool {
    // What was found once is kept, so that many blank lines are passed once.
    guard index >= nextText else { return false }
    nextText = index
    while nextText < bytes.count, bytes[nextText] == 0x0A || bytes[nextText] == 0x0D { nextText += 1 }
    return nextText == bytes.count
  }

  private mutating func skipLineEnd() {
    guard index < bytes.count else { return }
    let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
    index += isPair ? 2 : 1
  }

  private mutating func bare() throws(Problem) -> String {
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ","), 0x0A, 0x0D: return String(decoding: bytes[start..<index], as: UTF8.self)
      case UInt8(ascii: "\""):
        throw problem("CSV-QUOTE", at: index, "a quote inside an unquoted field; quote the field and double the quote")
      case 0: throw problem("CSV-NUL", at: index, "a NUL byte in row \(rows - 1)")
      default: index += 1
      }
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func quoted() throws(Problem) -> String {
    let open = index
    index += 1
    var cell: [UInt8] = []
    while index < bytes.count {
      let start = index
      while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != 0 { index += 1 }
      cell.append(contentsOf: bytes[start..<index])
      guard index < bytes.count else { break }
      if bytes[index] == 0 { throw problem("CSV-NUL", at: index, "a NUL byte in row \(rows - 1)") }
      index += 1
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
        if index < bytes.count, bytes[index] != UInt8(ascii: ","), bytes[index] != 0x0A, bytes[index] != 0x0D {
          throw problem("CSV-QUOTE", at: index, "a comma or the end of the line was expected after the closing quote")
        }
        return String(decoding: cell, as: UTF8.self)
      }
      cell.append(UInt8(ascii: "\""))
      index += 1
    }
    throw problem("CSV-QUOTE", at: open, "this quote is never closed")
  }

  private mutating func problem(_ code: String, at offset: Int, _ message: String) -> Problem {
    var place = lines.place(of: offset, in: bytes, file: file)
    place.line = place.line.map { $0 + block.lines }
    place.byte = place.byte.map { $0 + block.offset }
    return Problem(code, at: place, message)
  }
}
