internal import Formats

/// The items of a pattern's text: brackets, bars, slots, sets, words.
struct PatternParser {
  private let line: RuleLine
  private let items: [(text: String, start: Int)]
  private var position = 0

  var current: String? { position < items.count ? items[position].text : nil }
  /// Where the item stands that was passed last.
  var place: Place { line.place(at: position > 0 ? items[position - 1].start : 0) }
  mutating func advance() { position += 1 }

  /// - Parameter start: where in the rest of the line the text begins.
  init(text: String, of line: RuleLine, from start: Int = 0) {
    self.line = line
    let bytes = Array(text.utf8)
    var items: [(text: String, start: Int)] = []
    func add(_ range: Range<Int>) {
      if range.isEmpty { return }
      items.append((String(decoding: bytes[range], as: UTF8.self), start + range.lowerBound))
    }
    var begin = 0
    var i = 0
    while i < bytes.count {
      if let closer = Self.closers[bytes[i]] {
        add(begin..<i)
        begin = i
        i = bytes[(i + 1)...].firstIndex(of: closer).map { $0 + 1 } ?? bytes.count
        add(begin..<i)
        begin = i
        continue
      }
      switch bytes[i] {
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"):
        add(begin..<i)
        add(i..<i + 1)
        begin = i + 1
      case 0x20, 0x09, 0x0A:
        add(begin..<i)
        begin = i + 1
      default: break
      }
      i += 1
    }
    add(begin..<bytes.count)
    self.items = items
  }

  /// What ends an item that may hold white space, by what begins it.
  private static let closers: [UInt8: UInt8] = [
    UInt8(ascii: "<"): UInt8(ascii: ">"), UInt8(ascii: "{"): UInt8(ascii: "}"), UInt8(ascii: "\""): UInt8(ascii: "\""),
  ]
}
