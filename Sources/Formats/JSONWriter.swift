/// Writes JSON (RFC 8259) in UTF-8, members in the order given.
///
/// The caller keeps the grammar: a `key` before each value of an object, and an end for each beginning.
public struct JSONWriter: Sendable {
  public enum Form: Sendable {
    /// Without any white space, for JSON Lines.
    case compact
    /// Indented by two spaces.
    case pretty
  }

  public private(set) var bytes: [UInt8] = []
  private let form: Form
  /// For each open array or object: whether nothing is in it yet.
  private var isEmpty: [Bool] = []
  private var isAfterKey = false

  public init(_ form: Form = .compact) { self.form = form }

  public static func bytes(of value: JSONValue, _ form: Form = .compact) -> [UInt8] {
    var writer = JSONWriter(form)
    writer.value(value)
    return writer.bytes
  }

  public static func text(of value: JSONValue, _ form: Form = .compact) -> String {
    String(decoding: bytes(of: value, form), as: UTF8.self)
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public mutating func beginObject() { begin(UInt8(ascii: "{")) }
  public mutating func endObject() { end(UInt8(ascii: "}")) }
  public mutating func beginArray() { begin(UInt8(ascii: "[")) }
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  public mutating func key(_ key: String) {
    separate()
    quote(key)
    bytes.append(UInt8(ascii: ":"))
    if form == .pretty { bytes.append(0x20) }
    isAfterKey = true
  }

  public mutating func string(_ text: String) {
    separate()
    quote(text)
  }

  public mutating func number(_ value: Int) { raw(String(value)) }
  /// Not a number and infinities are written as null, since JSON has none.
  public mutating func number(_ value: Double) { raw(value.isFinite ? "\(value)" : "null") }
  public mutating func bool(_ flag: Bool) { raw(flag ? "true" : "false") }
  public mutating func null() { raw("null") }

  /// A key and a string, or nothing at all for nil.
  public mutating func member(_ key: String, _ text: String?) {
    guard let text else { return }
    self.key(key)
    string(text)
  }

  /// A key and a number, or nothing at all for nil.
  public mutating func member(_ key: String, _ value: Int?) {
    guard let value else { return }
    self.key(key)
    number(value)
  }

  public mutating func member(_ key: String, _ value: JSONValue) {
    self.key(key)
    self.value(value)
  }

  /// Ends a line, between the values of JSON Lines.
  public mutating func newline() { bytes.append(0x0A) }

  /// A whole value, on a stack of its own.
  public mutating func value(_ value: JSONValue) {
    var steps: [Step] = [.value(value)]
    while let step = steps.popLast() {
      switch step {
      case .end(let byte): end(byte)
      case .key(let text): key(text)
      case .value(.null): null()
      case .value(.bool(let flag)): bool(flag)
      case .value(.number(let text)): raw(text)
      case .value(.string(let text)): string(text)
      case .value(.array(let values)):
        beginArray()
        steps.append(.end(UInt8(ascii: "]")))
        for value in values.reversed() { steps.append(.value(value)) }
      case .value(.object(let members)):
        beginObject()
        steps.append(.end(UInt8(ascii: "}")))
        for member in members.reversed() {
          steps.append(.value(member.value))
          steps.append(.key(member.key))
        }
      }
    }
  }

  private enum Step {
    case value(JSONValue)
    case key(String)
    case end(UInt8)
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func begin(_ byte: UInt8) {
    separate()
    bytes.append(byte)
    isEmpty.append(true)
  }

  private mutating func end(_ byte: UInt8) {
    if isEmpty.popLast() == false { indent() }
    bytes.append(byte)
  }

  /// The comma and the line break that belong before a key or an element.
  private mutating func separate() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    guard let first = isEmpty.last else { return }
    if !first { bytes.append(UInt8(ascii: ",")) }
    isEmpty[isEmpty.count - 1] = false
    indent()
  }

  private mutating func indent() {
    guard form == .pretty else { return }
    bytes.append(0x0A)
    for _ in 0..<isEmpty.count * 2 { bytes.append(0x20) }
  }

  private mutating func quote(_ text: String) {
    let digits: StaticString = "0123456789abcdef"
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(digits.utf8Start[Int(byte >> 4)])
        bytes.append(digits.utf8Start[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
