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
    var items: [(text: String, start: Int)] = []
    var item = ""
    var offset = start
    var closer: Character?
    func flush() {
      if !item.isEmpty { items.append((item, offset - item.utf8.count)) }
      item = ""
    }
    for character in text {
      defer { offset += character.utf8.count }
      if let end = closer {
        item.append(character)
        if character == end {
          closer = nil
          items.append((item, offset + 1 - item.utf8.count))
          item = ""
        }
        continue
      }
      switch character {
      case "<", "{", "\"":
        flush()
        item.append(character)
        closer = character == "<" ? ">" : character == "{" ? "}" : "\""
      case "(", ")", "[", "]", "|":
        flush()
        items.append((String(character), offset))
      case " ", "\t", "\n": flush()
      default: item.append(character)
      }
    }
    flush()
    self.items = items
  }
}
