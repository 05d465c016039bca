import Formats

/// White space and letters in UTF-8 text.
enum TextScanning {
  /// The length in bytes of the white space (or unseen zero-width mark) at `index`, 0 if there is none.
  static func spaceLength(_ bytes: [UInt8], at index: Int, before end: Int) -> Int {
    let first = bytes[index]
    if first.isASCIISpace || first == 0x0B { return 1 }
    guard first >= 0xC2, index + 1 < end else { return 0 }
    let second = bytes[index + 1]
    // NEL, the no-break space, the soft hyphen.
    if first == 0xC2 { return second == 0x85 || second == 0xA0 || second == 0xAD ? 2 : 0 }
    guard first == 0xE1 || first == 0xE2 || first == 0xE3 || first == 0xEF, index + 2 < end else { return 0 }
    switch (first, second, bytes[index + 2]) {
    case (0xE1, 0x9A, 0x80), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): return 3
    // U+2000 to U+200F, U+2028 to U+202F, U+205F, U+2060.
    case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xAF), (0xE2, 0x81, 0x9F), (0xE2, 0x81, 0xA0): return 3
    default: return 0
    }
  }

  /// `range` without white space at its ends.
  static func trim(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let length = spaceLength(bytes, at: start, before: end)
      if length == 0 { break }
      start += length
    }
    trimming: while start < end {
      for length in 1...3 where end - length >= start {
        if spaceLength(bytes, at: end - length, before: end) == length {
          end -= length
          continue trimming
        }
      }
      break
    }
    return start..<end
  }

  static func isBlank(_ bytes: [UInt8]) -> Bool { trim(bytes, 0..<bytes.count).isEmpty }

  /// The character at `index`, which must begin one.
  static func scalar(_ bytes: [UInt8], at index: Int, before end: Int) -> Unicode.Scalar? {
    guard index < end else { return nil }
    if bytes[index] < 0x80 { return Unicode.Scalar(bytes[index]) }
    return String(decoding: bytes[index..<min(end, index + 4)], as: UTF8.self).unicodeScalars.first
  }

  /// The last character before `end`.
  static func lastScalar(_ bytes: [UInt8], from start: Int, before end: Int) -> (scalar: Unicode.Scalar, start: Int)? {
    guard end > start else { return nil }
    var index = end - 1
    while index > start, bytes[index] & 0xC0 == 0x80, end - index < 4 { index -= 1 }
    return scalar(bytes, at: index, before: end).map { ($0, index) }
  }

  static func startsLowerCase(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    scalar(bytes, at: range.lowerBound, before: range.upperBound)?.properties.isLowercase ?? false
  }

  /// Whether it ends in `.`, `!`, `?`, `:`, `;` or their like, perhaps with a closing quote or bracket after it.
  static func endsSentence(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    // A few marks may follow; more are no sentence's.
    for _ in 0..<4 {
      guard let (scalar, start) = lastScalar(bytes, from: range.lowerBound, before: end) else { return false }
      switch scalar {
      case ".", "!", "?", ":", ";", "…", "。", "！", "？", "：", "；", "؟", "।": return true
      case "\"", "'", "”", "’", "»", ")", "]", "」", "*": end = start
      default: return false
      }
    }
    return false
  }

  /// Whether there is a letter or a digit of any script.
  static func hasWords(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte.isASCIILetter || byte.isASCIIDigit { return true }
      if byte >= 0x80 {
        guard let scalar = scalar(bytes, at: index, before: range.upperBound) else { return false }
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return true }
        index += max(1, UTF8.width(scalar))
      } else {
        index += 1
      }
    }
    return false
  }
}
