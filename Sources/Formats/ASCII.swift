/// Classes of ASCII bytes.
extension UInt8 {
  package var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
  package var isASCIIUpper: Bool { self >= 0x41 && self <= 0x5A }
  package var isASCIILower: Bool { self >= 0x61 && self <= 0x7A }
  package var isASCIILetter: Bool { isASCIIUpper || isASCIILower }
  /// Space, TAB, LF, CR or form feed: the white space of HTML.
  package var isASCIISpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C }
  package var asciiLowered: UInt8 { isASCIIUpper ? self | 0x20 : self }
  /// The value of a hexadecimal digit.
  package var hexValue: UInt32? {
    switch self {
    case 0x30...0x39: UInt32(self) - 0x30
    case 0x41...0x46: UInt32(self) - 0x41 + 10
    case 0x61...0x66: UInt32(self) - 0x61 + 10
    default: nil
    }
  }
}

/// Searches in bytes.
extension [UInt8] {
  /// Whether `word` (ASCII) stands at `index`, all within `end`.
  package func has(_ word: StaticString, at index: Int, before end: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard index >= 0, index + count <= end, end <= self.count else { return false }
    for step in 0..<count where self[index + step] != word.utf8Start[step] { return false }
    return true
  }

  /// Whether `word` (lower-case ASCII) stands at `index` in any case.
  package func hasAnyCase(_ word: StaticString, at index: Int, before end: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard index >= 0, index + count <= end, end <= self.count else { return false }
    for step in 0..<count where self[index + step].asciiLowered != word.utf8Start[step] { return false }
    return true
  }

  /// Adds the UTF-8 form of `scalar`.
  package mutating func append(scalar: Unicode.Scalar) {
    if scalar.value < 0x80 { append(UInt8(scalar.value)) } else { append(contentsOf: UTF8.encode(scalar) ?? .init()) }
  }
}
