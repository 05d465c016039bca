internal import Formats

/// The items of a pattern's text: brackets, bars, slots, sets, words.
struct PatternParser {
  let place: Place
  private let items: [String]
  private var position = 0

  var current: String? { position < items.count ? items[position] : nil }
  mutating func advance() { position += 1 }

  init(text: String, place: Place) {
    self.place = place
    var items: [String] = []
    var item = ""
    var closer: Character?
    func flush() {
      if !item.isEmpty { items.append(item) }
      item = ""
    }
    for character in text {
      if let end = closer {
        item.append(character)
        if character == end {
          closer = nil
          flush()
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
        items.append(String(character))
      case " ", "\t", "\n": flush()
      default: item.append(character)
      }
    }
    flush()
    self.items = items
  }
}
