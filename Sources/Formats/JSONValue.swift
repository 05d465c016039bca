/// A JSON value as RFC 8259 has it. Numbers stay the text that they were written as; members keep their order.
public enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  /// The source text of the number, so nothing is lost.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])

  public static func int(_ value: Int) -> JSONValue { .number(String(value)) }

  /// What this is, in words for a message: `a string`, `null`.
  public var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }

  /// The value of a member of an object; nil if there is none or this is no object.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  public var string: String? { if case .string(let text) = self { text } else { nil } }
  public var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }
  public var array: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
  public var object: [JSONMember]? { if case .object(let members) = self { members } else { nil } }
  /// The value of a number that is written as a whole number and fits in 64 bits.
  public var int: Int? { if case .number(let text) = self { Int(text) } else { nil } }
  public var isNull: Bool { if case .null = self { true } else { false } }
}

/// One member of a JSON object.
public struct JSONMember: Sendable, Hashable {
  public var key: String
  public var value: JSONValue

  public init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .int(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { JSONMember($0.0, $0.1) })
  }
  public init(nilLiteral: ()) { self = .null }
}

/// Typed members. `place` is where the object stands; a problem names the member in its path.
///
/// All throw `JSON-TYPE` for a value of another type (text is never taken for a number), and `JSON-MISSING` if a
/// member that is asked for without `optional` is missing or null.
extension JSONValue {
  public func string(at key: String, in place: Place) throws(Problem) -> String {
    try required(optionalString(at: key, in: place), key, "a string", place)
  }
  public func optionalString(at key: String, in place: Place) throws(Problem) -> String? {
    guard let value = self[key], !value.isNull else { return nil }
    return try typed(value.string, value, key, "a string", place)
  }
  /// - Throws: also `JSON-RANGE` for a whole number that doesn't fit in 64 bits.
  public func int(at key: String, in place: Place) throws(Problem) -> Int {
    try required(optionalInt(at: key, in: place), key, "a whole number", place)
  }
  public func optionalInt(at key: String, in place: Place) throws(Problem) -> Int? {
    guard let value = self[key], !value.isNull else { return nil }
    if case .number(let text) = value, Int(text) == nil, text.utf8.allSatisfy({ $0.isASCIIDigit || $0 == 0x2D }) {
      throw Problem("JSON-RANGE", at: place.at(key), "number out of range: \(Visible.shortened(text, to: 30))")
    }
    return try typed(value.int, value, key, "a whole number", place)
  }
  public func bool(at key: String, in place: Place) throws(Problem) -> Bool {
    try required(optionalBool(at: key, in: place), key, "true or false", place)
  }
  public func optionalBool(at key: String, in place: Place) throws(Problem) -> Bool? {
    guard let value = self[key], !value.isNull else { return nil }
    return try typed(value.bool, value, key, "true or false", place)
  }
  public func array(at key: String, in place: Place) throws(Problem) -> [JSONValue] {
    try required(optionalArray(at: key, in: place), key, "an array", place)
  }
  public func optionalArray(at key: String, in place: Place) throws(Problem) -> [JSONValue]? {
    guard let value = self[key], !value.isNull else { return nil }
    return try typed(value.array, value, key, "an array", place)
  }
  public func object(at key: String, in place: Place) throws(Problem) -> JSONValue {
    try required(optionalObject(at: key, in: place), key, "an object", place)
  }
  public func optionalObject(at key: String, in place: Place) throws(Problem) -> JSONValue? {
    guard let value = self[key], !value.isNull else { return nil }
    _ = try typed(value.object, value, key, "an object", place)
    return value
  }

  private func required<T>(_ value: T?, _ key: String, _ type: String, _ place: Place) throws(Problem) -> T {
    if let value { return value }
    let what = self[key] == nil ? "missing" : "null"
    throw Problem("JSON-MISSING", at: place.at(key), "\(what), \(type) was expected")
  }
  private func typed<T>(
    _ value: T?, _ found: JSONValue, _ key: String, _ type: String, _ place: Place
  ) throws(Problem) -> T {
    if let value { return value }
    throw Problem("JSON-TYPE", at: place.at(key), "\(type) was expected, found \(found.kind)\(found.shown)")
  }
  /// A short value with a space before it, for messages.
  private var shown: String {
    switch self {
    case .number(let text): " " + Visible.shortened(text, to: 30)
    case .string(let text): " \"" + Visible.shortened(text, to: 30) + "\""
    default: ""
    }
  }
}
