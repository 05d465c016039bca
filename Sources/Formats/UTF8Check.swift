/// The check that bytes are UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing over U+10FFFF.
public enum UTF8Check {
  /// The offset in `bytes` of the first byte that begins no well-formed sequence.
  public static func firstInvalid(in bytes: [UInt8], _ range: Range<Int>? = nil) -> Int? {
    let range = range ?? 0..<bytes.count
    return bytes.withUnsafeBufferPointer { buffer in
      var index = range.lowerBound
      while index < range.upperBound {
        if buffer[index] < 0x80 {
          index += 1
          continue
        }
        let length = sequenceLength(buffer, at: index, before: range.upperBound)
        if length == 0 { return index }
        index += length
      }
      return nil
    }
  }

  /// The length of the well-formed sequence at `index`, 0 if there is none.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, before end: Int) -> Int {
    let first = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard index + length <= end, second.contains(bytes[index + 1]) else { return 0 }
    for step in 2..<max(length, 2) where bytes[index + step] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
