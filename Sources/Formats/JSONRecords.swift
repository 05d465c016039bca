/// Reads many values one by one: the elements of an array, or JSON Lines.
///
/// After a throw go on calling: a fault inside one record (a duplicate key, bytes that aren't UTF-8) costs that record
/// only. After broken syntax in an array nothing more can be read and the next answer is nil; of JSON Lines it costs one line.
public struct JSONRecords: Sendable {
  public enum Form: Sendable { case array, lines }

  private let bytes: [UInt8]
  private let file: String
  private let form: Form
  private var index = 0
  private var count = 0
  private var isDone = false
  private var isOpen = false
  private var counter = LineCounter()

  public init(_ bytes: [UInt8], file: String, form: Form) {
    self.bytes = bytes
    self.file = file
    self.form = form
  }

  /// The next record, nil after the last.
  public mutating func next() throws(Problem) -> JSONRecord? {
    guard !isDone else { return nil }
    return switch form {
    case .array: try nextElement()
    case .lines: try nextLine()
    }
  }

  private mutating func nextElement() throws(Problem) -> JSONRecord? {
    // Whatever is thrown before the end of this record ends the array.
    isDone = true
    var parser = JSONParser(bytes, file: file, path: "$[\(count)]", from: index, lines: counter)
    if !isOpen {
      parser.skipMark()
      parser.skipSpace()
      try parser.take(UInt8(ascii: "["), "an array was expected")
    }
    parser.skipSpace()
    if parser.peek() == UInt8(ascii: "]"), !isOpen || count == 0 { return try closed(&parser) }
    if isOpen {
      if parser.peek() == UInt8(ascii: "]") { return try closed(&parser) }
      try parser.take(UInt8(ascii: ","), "a comma or ] was expected")
      parser.skipSpace()
    }
    isOpen = true
    let start = parser.index
    let value = try parser.value()
    index = parser.index
    count += 1
    isDone = false
    return try record(value, from: start, parser, path: "$[\(count - 1)]")
  }

  /// The end of the array, after which nothing may follow.
  private func closed(_ parser: inout JSONParser) throws(Problem) -> JSONRecord? {
    parser.index += 1
    parser.skipSpace()
    if parser.index < parser.end { throw parser.trailing() }
    return nil
  }

  private mutating func nextLine() throws(Problem) -> JSONRecord? {
    while index < bytes.count {
      let start = index
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      index = end + 1
      counter.advance(to: start, in: bytes)
      var parser = JSONParser(bytes, file: file, path: "$", from: start, to: end, lines: counter)
      if start == 0 { parser.skipMark() }
      parser.skipSpace()
      if parser.index == end { continue }
      let first = parser.index
      let value = try parser.value()
      let last = parser.index
      parser.skipSpace()
      if parser.index < end { throw parser.trailing() }
      parser.index = last
      return try record(value, from: first, parser, path: "$")
    }
    isDone = true
    return nil
  }

  private mutating func record(
    _ value: JSONValue, from start: Int, _ parser: JSONParser, path: String
  ) throws(Problem) -> JSONRecord {
    let place = counter.place(of: start, in: bytes, file: file, path: path)
    if let fault = parser.faults.first { throw fault }
    return JSONRecord(value: value, range: start..<parser.index, place: place, warnings: parser.warnings)
  }
}
