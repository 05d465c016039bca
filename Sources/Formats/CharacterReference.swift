/// HTML 5 character references: `&eacute;`, `&#8217;`, `&#x2019;`, and the old names without a semicolon.
public enum CharacterReference {
  /// `text` with its references replaced, each once. Linear in `text`.
  ///
  /// - Parameter isAttribute: in attributes a name without a semicolon before `=`, a letter or a digit stays as it is.
  public static func decode(_ text: String, isAttribute: Bool = false) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    return String(decoding: decode(bytes, 0..<bytes.count, isAttribute: isAttribute), as: UTF8.self)
  }

  /// The same on a range of bytes.
  public static func decode(_ bytes: [UInt8], _ range: Range<Int>, isAttribute: Bool = false) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "&") else {
        let start = index
        while index < range.upperBound, bytes[index] != UInt8(ascii: "&") { index += 1 }
        decoded.append(contentsOf: bytes[start..<index])
        continue
      }
      let end = reference(bytes, at: index, before: range.upperBound, isAttribute, into: &decoded)
      if end == index { decoded.append(bytes[index]) }
      index = max(end, index + 1)
    }
    return decoded
  }

  /// Decodes the reference at `start`. Gives the index after it, or `start` if there is none.
  private static func reference(
    _ bytes: [UInt8], at start: Int, before end: Int, _ isAttribute: Bool, into decoded: inout [UInt8]
  ) -> Int {
    if start + 1 < end, bytes[start + 1] == UInt8(ascii: "#") {
      return numeric(bytes, at: start, before: end, into: &decoded)
    }
    var index = start + 1
    let limit = min(end, index + NamedCharacters.longest)
    while index < limit, bytes[index].isASCIILetter || bytes[index].isASCIIDigit { index += 1 }
    if index < end, bytes[index] == UInt8(ascii: ";"), let found = NamedCharacters.bytes(bytes[(start + 1)..<index]) {
      decoded.append(contentsOf: found)
      return index + 1
    }
    // The longest old name that the letters begin with: `&notit;` is `¬it;`.
    var length = min(index - start - 1, NamedCharacters.longestLegacy)
    while length >= 2 {
      let stop = start + 1 + length
      if let found = NamedCharacters.legacyBytes(bytes[(start + 1)..<stop]) {
        let next = stop < end ? bytes[stop] : 0x20
        if isAttribute, next == UInt8(ascii: "=") || next.isASCIILetter || next.isASCIIDigit { return start }
        decoded.append(contentsOf: found)
        return stop
      }
      length -= 1
    }
    return start
  }

  private static func numeric(_ bytes: [UInt8], at start: Int, before end: Int, into decoded: inout [UInt8]) -> Int {
    var index = start + 2
    let isHex = index < end && bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHex { index += 1 }
    let first = index
    var value: UInt32 = 0
    while index < end, let digit = bytes[index].hexValue, isHex || digit < 10 {
      // Over the last code point any more digits change nothing.
      value = value > 0x10FFFF ? value : value * (isHex ? 16 : 10) + digit
      index += 1
    }
    guard index > first else { return start }
    decoded.append(scalar: scalar(value))
    return index < end && bytes[index] == UInt8(ascii: ";") ? index + 1 : index
  }

  /// The character of a numeric reference: 0x80 to 0x9F mean Windows-1252, what is no character is U+FFFD.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(value) {
      return Unicode.Scalar(windows1252[Int(value - 0x80)]) ?? "\u{FFFD}"
    }
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]
}
