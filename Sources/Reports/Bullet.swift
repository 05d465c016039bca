import Formats

/// The mark before an entry of a list.
struct Bullet {
  /// Bytes from the mark to the first byte of the entry.
  var length: Int
  /// `1.`, `(a)`: the mark can also be a word of a sentence.
  var isNumber = false

  /// The bullet that `range` (trimmed) begins with; nil if there is none or nothing after it.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    guard let first = TextScanning.scalar(bytes, at: range.lowerBound, before: range.upperBound) else { return nil }
    let start = range.lowerBound
    var index = start + UTF8.width(first)
    switch first {
    case "•", "▪", "■", "●", "○", "◦", "‣", "⁃", "➢", "►", "❖", "✓", "→", "·", "\u{F0B7}", "\u{F0A7}":
      break
    case "*", "-", "–", "—", "−", "+":
      guard index < range.upperBound, TextScanning.spaceLength(bytes, at: index, before: range.upperBound) > 0 else {
        return nil
      }
    default:
      guard let end = Bullet.number(bytes, range) else { return nil }
      index = end
      isNumber = true
    }
    let rest = TextScanning.trim(bytes, index..<range.upperBound)
    guard !rest.isEmpty else { return nil }
    length = rest.lowerBound - start
  }

  /// The end of `1.`, `12)`, `(3)`, `a)`, `(b)`, `iv)`, `(ii)` with a space after it.
  private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    let isOpen = bytes[index] == UInt8(ascii: "(")
    if isOpen { index += 1 }
    let first = index
    let isDigits = index < range.upperBound && bytes[index].isASCIIDigit
    while index < range.upperBound, index - first < 5, isDigits ? bytes[index].isASCIIDigit : isRoman(bytes[index]) {
      index += 1
    }
    if index == first, index < range.upperBound, bytes[index].isASCIILetter { index += 1 }
    let count = index - first
    guard count > 0, count <= (isDigits ? 3 : 4), index + 1 < range.upperBound else { return nil }
    let close = bytes[index]
    // `A.` would be the initial of a name, `i.` of `i.e.`.
    guard close == UInt8(ascii: ")") || (close == UInt8(ascii: ".") && isDigits && !isOpen) else { return nil }
    guard TextScanning.spaceLength(bytes, at: index + 1, before: range.upperBound) > 0 else { return nil }
    return index + 1
  }

  private static func isRoman(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "i") || byte == UInt8(ascii: "v") || byte == UInt8(ascii: "x")
  }
}
