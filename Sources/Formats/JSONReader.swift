/// Reads JSON strictly as RFC 8259 has it, with the place of every fault.
///
/// Refused are duplicate keys, `\u0000` and nesting deeper than 64, too; a byte order mark at the start is passed over.
/// Linear in the input, on a stack of its own.
public struct JSONReader: Sendable {
  public static let maximumDepth = 64

  private let bytes: [UInt8]
  private let file: String

  public init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// The one value of the input.
  ///
  /// - Throws: `JSON-SYNTAX`, `JSON-DEPTH`, `JSON-DUPLICATE`, `JSON-NUL`, `JSON-EMPTY`, `TEXT-ENCODING`.
  public func value() throws(Problem) -> JSONValue { try record().value }

  /// The one value with its bytes, and warnings about what had to be replaced.
  public func record() throws(Problem) -> JSONRecord {
    var parser = JSONParser(bytes, file: file, path: "$")
    parser.skipMark()
    parser.skipSpace()
    let start = parser.index
    let value = try parser.value()
    let end = parser.index
    parser.skipSpace()
    if parser.index < parser.end { throw parser.trailing() }
    if let fault = parser.faults.first { throw fault }
    var counter = LineCounter()
    return JSONRecord(
      value: value, range: start..<end, place: counter.place(of: start, in: bytes, file: file, path: "$"),
      warnings: parser.warnings)
  }
}

/// A value of JSON and where it stands.
public struct JSONRecord: Sendable {
  public var value: JSONValue
  /// Its bytes in the input.
  public var range: Range<Int>
  /// Its first byte; the path is `$`, or `$[3]` in an array.
  public var place: Place
  /// `JSON-SURROGATE`: half a surrogate pair was read as U+FFFD; the path says where.
  public var warnings: [Problem]
}
