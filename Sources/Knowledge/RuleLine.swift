internal import Formats

/// A line of a `*.rules` file with those that go on with it.
struct RuleLine {
  let file: String
  /// From 1.
  let number: Int
  let keyword: String
  /// What follows the keyword; lines that go on keep their white space and come after a line feed each.
  let rest: String
  /// In bytes from the beginning of the line.
  private let restOffset: Int

  /// The beginning of the line.
  var place: Place { Place(file: file, line: number, column: 1) }

  /// Of the byte `offset` of `rest`.
  func place(at offset: Int) -> Place {
    let before = rest.utf8.prefix(offset)
    let lines = before.count { $0 == 0x0A }
    let column = lines == 0 ? restOffset + offset : offset - (before.lastIndex(of: 0x0A).map(before.end) ?? 0)
    return Place(file: file, line: number + lines, column: column + 1)
  }

  /// All of a file; comments and blank lines are left out.
  static func all(_ bytes: [UInt8], file: String) -> [RuleLine] {
    var lines: [(number: Int, text: String)] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard let first = line.first(where: { !isSpace($0) }), first != UInt8(ascii: "#") else { continue }
      let text = String(decoding: line, as: UTF8.self)
      if let last = lines.last, let byte = line.first, isSpace(byte) {
        let count = last.text.utf8.count { $0 == 0x0A }
        let breaks = String(repeating: "\n", count: max(1, index + 1 - last.number - count))
        lines[lines.count - 1].text += breaks + text
      } else {
        lines.append((index + 1, text))
      }
    }
    return lines.map { RuleLine($0.text, file: file, number: $0.number) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private init(_ text: String, file: String, number: Int) {
    self.file = file
    self.number = number
    let words = text.utf8.drop(while: Self.isSpace)
    let keyword = words.prefix { !Self.isSpace($0) && $0 != 0x0A }
    self.keyword = String(Substring(keyword))
    let rest = words[keyword.endIndex...].drop(while: Self.isSpace)
    restOffset = text.utf8.count - rest.count
    self.rest = Substring(rest).trimmingSpaces
  }
}

extension Substring.UTF8View {
  /// How many bytes stand before the one behind `index`.
  fileprivate func end(_ index: Index) -> Int { distance(from: startIndex, to: index) + 1 }
}

/// A set, a phrase or a rule with all its lines, or a line that has no name.
struct RuleEntry {
  private(set) var lines: [RuleLine]

  var isRule: Bool { lines.first?.keyword == "rule" }

  /// Keyword and name; nil for words that are only added to: `barrier`, `filler`.
  var name: String? {
    guard let first = lines.first else { return nil }
    switch first.keyword {
    case "rule": return "rule \(first.rest)"
    case "set", "phrase": return "\(first.keyword) \(first.rest.prefix { $0 != "=" }.trimmingSpaces)"
    default: return nil
    }
  }

  /// The entries of a file in order.
  static func all(_ file: DataFolder.File) -> [RuleEntry] {
    var entries: [RuleEntry] = []
    for line in RuleLine.all(file.bytes, file: file.name) {
      let isOfRule = ["when", "near", "gives", "adds", "stops", "yes", "no"].contains(line.keyword)
      if isOfRule, entries.last?.isRule == true {
        entries[entries.count - 1].lines.append(line)
      } else {
        entries.append(RuleEntry(lines: [line]))
      }
    }
    return entries
  }
}
