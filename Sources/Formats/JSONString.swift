/// One string of JSON: from its opening to its closing quote.
struct JSONString {
  private let bytes: [UInt8]
  private let end: Int
  /// The opening quote, then after `read` the byte after the closing one, or the byte at fault.
  private(set) var index: Int
  private(set) var value = ""
  /// The offset of the first byte that isn't UTF-8.
  private(set) var invalid: Int?
  /// The offset of the first `\u0000`.
  private(set) var nul: Int?
  /// The offset of the first half of a surrogate pair without the other half.
  private(set) var surrogate: Int?

  init(_ bytes: [UInt8], from start: Int, to end: Int) {
    self.bytes = bytes
    self.end = end
    index = start
  }

  /// Reads it. Gives what is wrong with the byte at `index`, if the string can't be read to its end.
  mutating func read() -> String? {
    let start = index + 1
    index = start
    skipPlain()
    if index < end, bytes[index] == UInt8(ascii: "\"") {
      // No escapes: the bytes are the text.
      value = text(bytes[start..<index], from: start)
      index += 1
      return nil
    }
    var buffer = Array(bytes[start..<index])
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        value = text(buffer[...], from: start)
        index += 1
        return nil
      case UInt8(ascii: "\\"):
        if let fault = escape(into: &buffer) { return fault }
      default:
        return "control characters in a string must be escaped"
      }
      let plain = index
      skipPlain()
      buffer.append(contentsOf: bytes[plain..<index])
    }
    return "a closing quote was expected"
  }

  private mutating func skipPlain() {
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return }
      index += 1
    }
  }

  /// `decoded` as text; what isn't UTF-8 is found in the source and noted.
  private mutating func text(_ decoded: ArraySlice<UInt8>, from start: Int) -> String {
    if let text = String(validating: decoded, as: UTF8.self) { return text }
    invalid = UTF8Check.firstInvalid(in: bytes, start..<index)
    return String(decoding: decoded, as: UTF8.self)
  }

  private mutating func escape(into buffer: inout [UInt8]) -> String? {
    guard index + 1 < end else {
      index = end
      return "a closing quote was expected"
    }
    let simple: UInt8
    switch bytes[index + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): simple = bytes[index + 1]
    case UInt8(ascii: "b"): simple = 0x08
    case UInt8(ascii: "f"): simple = 0x0C
    case UInt8(ascii: "n"): simple = 0x0A
    case UInt8(ascii: "r"): simple = 0x0D
    case UInt8(ascii: "t"): simple = 0x09
    case UInt8(ascii: "u"): return unicode(into: &buffer)
    default:
      index += 1
      return "an escape that JSON has was expected (\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX)"
    }
    buffer.append(simple)
    index += 2
    return nil
  }

  private mutating func unicode(into buffer: inout [UInt8]) -> String? {
    guard let unit = hexUnit(at: index) else {
      index = min(index + 2, end)
      while index < end, bytes[index].hexValue != nil { index += 1 }
      return "four hexadecimal digits were expected after \\u"
    }
    var scalar = Unicode.Scalar(unit)
    let at = index
    index += 6
    if unit & 0xFC00 == 0xD800, let low = hexUnit(at: index), low & 0xFC00 == 0xDC00 {
      scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      index += 6
    }
    if unit == 0, nul == nil { nul = at }
    if scalar == nil, surrogate == nil { surrogate = at }
    buffer.append(scalar: scalar ?? "\u{FFFD}")
    return nil
  }

  /// The value of the `\uXXXX` at `start`.
  private func hexUnit(at start: Int) -> UInt32? {
    guard start + 6 <= end, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u") else {
      return nil
    }
    var unit: UInt32 = 0
    for step in 2..<6 {
      guard let digit = bytes[start + step].hexValue else { return nil }
      unit = unit << 4 | digit
    }
    return unit
  }
}
