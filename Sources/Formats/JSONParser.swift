/// The parser under `JSONReader` and `JSONRecords`: one value at a time from a range of bytes.
struct JSONParser {
  let bytes: [UInt8]
  let end: Int
  private let file: String
  private let root: String
  private let lines: LineCounter
  var index: Int
  /// What makes the value unfit though its end is known: duplicate keys, `\u0000`, bytes that aren't UTF-8.
  private(set) var faults: [Problem] = []
  private(set) var warnings: [Problem] = []
  private var stack: [Frame] = []

  /// An open array or object.
  private struct Frame {
    var isObject: Bool
    var values: [JSONValue] = []
    var members: [JSONMember] = []
    var key = ""
    var keyOffsets: [Int] = []
    /// The keys by their bytes, once there are too many to compare one by one. (Strings compare by canonical form.)
    var seen: [[UInt8]: Int] = [:]
  }

  init(
    _ bytes: [UInt8], file: String, path: String, from start: Int = 0, to end: Int? = nil, lines: LineCounter = .init()
  ) {
    self.bytes = bytes
    self.end = end ?? bytes.count
    self.file = file
    self.lines = lines
    root = path
    index = start
  }

  mutating func skipMark() {
    if index == 0, bytes.has("\u{FEFF}", at: 0, before: end) { index = 3 }
  }

  mutating func skipSpace() {
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0x0D || bytes[index] == 0x09 {
      index += 1
    }
  }

  func peek() -> UInt8? { index < end ? bytes[index] : nil }

  mutating func take(_ byte: UInt8, _ expected: String) throws(Problem) {
    guard peek() == byte else { throw syntax(expected) }
    index += 1
  }

  /// The value at `index`, to which white space was skipped.
  mutating func value() throws(Problem) -> JSONValue {
    guard index < end else { throw problem("JSON-EMPTY", "empty, a JSON value was expected") }
    while true {
      // A value begins here.
      var done: JSONValue
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let isObject = bytes[index] == UInt8(ascii: "{")
        guard stack.count < JSONReader.maximumDepth else {
          throw problem("JSON-DEPTH", "nested deeper than \(JSONReader.maximumDepth)")
        }
        index += 1
        skipSpace()
        if peek() == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          index += 1
          done = isObject ? .object([]) : .array([])
        } else {
          stack.append(Frame(isObject: isObject))
          if isObject { try key() }
          guard index < end else { throw syntax("a value was expected") }
          continue
        }
      case UInt8(ascii: "\""):
        done = .string(try string())
      default:
        done = try plain()
      }
      // It is whole: put it into what is open, and close all that ends here.
      while true {
        guard let isObject = stack.last?.isObject else { return done }
        add(done)
        skipSpace()
        if peek() == UInt8(ascii: ",") {
          index += 1
          skipSpace()
          if isObject { try key() }
          guard index < end else { throw syntax("a value was expected") }
          break
        }
        guard peek() == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")), let frame = stack.popLast() else {
          throw syntax(isObject ? "a comma or } was expected" : "a comma or ] was expected")
        }
        index += 1
        done = frame.isObject ? .object(frame.members) : .array(frame.values)
      }
    }
  }

  private mutating func add(_ value: JSONValue) {
    let top = stack.count - 1
    if stack[top].isObject {
      stack[top].members.append(JSONMember(stack[top].key, value))
    } else {
      stack[top].values.append(value)
    }
  }

  /// A key and its colon.
  private mutating func key() throws(Problem) {
    guard peek() == UInt8(ascii: "\"") else { throw syntax("a key in double quotes was expected") }
    let start = index
    let text = try string()
    note(key: text, at: start)
    skipSpace()
    try take(UInt8(ascii: ":"), "a colon was expected")
    skipSpace()
  }

  private mutating func note(key: String, at offset: Int) {
    let top = stack.count - 1
    let count = stack[top].keyOffsets.count
    var first: Int?
    if count < 8 {
      first = stack[top].members.firstIndex { $0.key.utf8.elementsEqual(key.utf8) }.map { stack[top].keyOffsets[$0] }
    } else {
      if count == 8 {
        for (member, at) in zip(stack[top].members, stack[top].keyOffsets) {
          stack[top].seen[Array(member.key.utf8)] = at
        }
      }
      let bytes = Array(key.utf8)
      first = stack[top].seen[bytes]
      if first == nil { stack[top].seen[bytes] = offset }
    }
    stack[top].key = key
    stack[top].keyOffsets.append(offset)
    if let first, faults.count < 20 {
      let earlier = place(first)
      let position = "line \(earlier.line ?? 0), column \(earlier.column ?? 0)"
      faults.append(problem("JSON-DUPLICATE", at: offset, "the key was given before, at \(position)"))
    }
  }

  /// A number, `true`, `false` or `null`.
  private mutating func plain() throws(Problem) -> JSONValue {
    let words: [(StaticString, JSONValue)] = [("true", .bool(true)), ("false", .bool(false)), ("null", .null)]
    for (word, value) in words where bytes.has(word, at: index, before: end) {
      index += word.utf8CodeUnitCount
      return value
    }
    let start = index
    if peek() == UInt8(ascii: "-") { index += 1 }
    let whole = index
    skipDigits()
    guard index > whole else {
      index = start
      throw syntax("a JSON value was expected")
    }
    if index - whole > 1, bytes[whole] == UInt8(ascii: "0") {
      index = whole
      throw syntax("a number may not begin with a zero")
    }
    if peek() == UInt8(ascii: ".") {
      index += 1
      let fraction = index
      skipDigits()
      if index == fraction { throw syntax("a digit was expected after the point") }
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      index += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { index += 1 }
      let exponent = index
      skipDigits()
      if index == exponent { throw syntax("a digit was expected in the exponent") }
    }
    return .number(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func skipDigits() {
    while index < end, bytes[index].isASCIIDigit { index += 1 }
  }

  private mutating func string() throws(Problem) -> String {
    let start = index
    var text = JSONString(bytes, from: index, to: end)
    let fault = text.read()
    index = text.index
    if let fault { throw syntax(fault) }
    if let invalid = text.invalid, faults.count < 20 {
      var fault = Encoding.notUTF8(bytes, at: place(invalid))
      fault.place.path = path
      faults.append(fault)
    }
    if let nul = text.nul, faults.count < 20 {
      faults.append(problem("JSON-NUL", at: nul, "\\u0000 is not taken in any text"))
    }
    if text.surrogate != nil, warnings.count < 20 {
      warnings.append(problem("JSON-SURROGATE", at: start, "half a surrogate pair was read as U+FFFD"))
    }
    return text.value
  }
}

/// Problems with their places.
extension JSONParser {
  /// The path of the value being read.
  private var path: String {
    var text = root
    for frame in stack { text += frame.isObject ? Place.step(frame.key) : "[\(frame.values.count)]" }
    return Visible.shortened(text, to: 300)
  }

  private func place(_ offset: Int) -> Place {
    var counter = lines
    return counter.place(of: offset, in: bytes, file: file, path: path)
  }

  private func problem(_ code: String, at offset: Int? = nil, _ message: String) -> Problem {
    Problem(code, at: place(offset ?? index), message)
  }

  private func syntax(_ expected: String) -> Problem {
    guard index < end else { return problem("JSON-SYNTAX", "the input ends here, \(expected)") }
    if bytes[index] == UInt8(ascii: "<") {
      return problem("JSON-SYNTAX", "\(expected), found HTML; the server printed HTML before or inside the JSON")
    }
    if bytes[index] == UInt8(ascii: "'") { return problem("JSON-SYNTAX", "\(expected), found a single quote") }
    if bytes[index] == UInt8(ascii: "/") { return problem("JSON-SYNTAX", "\(expected), JSON has no comments") }
    if bytes[index] < 0x20 || bytes[index] >= 0x7F {
      return problem("JSON-SYNTAX", "\(expected), found byte 0x\(String(bytes[index], radix: 16, uppercase: true))")
    }
    return problem("JSON-SYNTAX", "\(expected), found \(String(decoding: bytes[index...index], as: UTF8.self))")
  }

  /// The problem of bytes after the end of the value.
  func trailing() -> Problem {
    let hint = bytes[index] == UInt8(ascii: "<") ? " (HTML after the JSON)" : ""
    return problem("JSON-SYNTAX", "extra bytes after the end of the JSON value\(hint)")
  }
}
