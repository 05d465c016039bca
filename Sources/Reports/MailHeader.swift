import Formats

/// The header fields of a mail, or of a part of one (RFC 5322, section 2.2; RFC 2045).
struct MailHeader {
  /// Names in lower case, values on one line.
  private(set) var fields: [(name: String, value: String)] = []
  /// Where the body begins.
  private(set) var end: Int
  /// Whether every line up to the blank one is a field or goes on with one.
  private(set) var isWhole = false

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    end = range.lowerBound
    while end < range.upperBound {
      var line = bytes[end..<range.upperBound].prefix { $0 != 0x0A }
      let next = min(line.endIndex + 1, range.upperBound)
      if line.last == 0x0D { line.removeLast() }
      if line.isEmpty {
        isWhole = !fields.isEmpty
        end = next
        return
      }
      guard add(line) else { return }
      end = next
    }
  }

  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// A parameter of a field: `charset` of `text/plain; charset="utf-8"`.
  func parameter(_ name: String, of field: String) -> String? {
    for part in (self[field] ?? "").split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, SpaceFolder.folded(String(pair[0])).lowercased() == name else { continue }
      return SpaceFolder.folded(String(pair[1])).filter { $0 != "\"" }
    }
    return nil
  }

  /// The value of a field before its parameters, in lower case.
  func kind(of field: String) -> String {
    SpaceFolder.folded(String((self[field] ?? "").prefix { $0 != ";" })).lowercased()
  }

  private mutating func add(_ line: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: line, as: UTF8.self)
    if line.first == 0x20 || line.first == 0x09 {
      guard !fields.isEmpty else { return false }
      fields[fields.count - 1].value += " " + SpaceFolder.folded(text)
      return true
    }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return false }
    let name = String(decoding: line[..<colon].map(\.asciiLowered), as: UTF8.self)
    fields.append((name, SpaceFolder.folded(String(decoding: line[(colon + 1)...], as: UTF8.self))))
    return true
  }
}
