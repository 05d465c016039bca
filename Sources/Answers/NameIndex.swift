import Formats
import Knowledge

/// Names and whose they are. Case, accents, marks and spaces make no difference.
///
/// There are thousands of names and one question: a name is taken apart only if it begins as the question goes on.
public struct NameIndex: Sendable {
  private struct Entry {
    var id: String
    var name: String
    var folded: [UInt8]
  }

  private let entries: [Entry]

  /// - Parameter names: an id and one of its names; the same id may come many times.
  public init(_ names: some Sequence<(id: String, name: String)>) {
    entries = names.map { Entry(id: $0.id, name: $0.name, folded: Folding.fold($0.name)) }
  }

  /// The ids of exactly this name, in byte order; several if it is the name of several.
  public func ids(of name: String) -> [String] {
    let text = QuestionText(name)
    guard let start = text.words.firstIndex(where: Self.counts), let found = match(in: text, at: start) else {
      return []
    }
    return text.words[found.end...].contains(where: Self.counts) ? [] : found.ids
  }

  /// The longest name that begins at `start`, and the index behind it.
  func match(in text: QuestionText, at start: Int) -> (ids: [String], end: Int)? {
    guard let first = text[start], Self.counts(first) else { return nil }
    var found: (ids: Set<String>, end: Int)?
    for entry in entries where Self.canBegin(entry.folded, with: first.folded) {
      guard let end = Self.end(of: Self.words(QuestionText(entry.name)), in: text, at: start) else { continue }
      if let longest = found?.end, longest >= end {
        if longest == end { found?.ids.insert(entry.id) }
      } else {
        found = ([entry.id], end)
      }
    }
    return found.map { ($0.ids.sorted(), $0.end) }
  }

  /// The ids of the names that differ from `name` by the fewest letters; nothing if no name is near, or the name is too
  /// short to tell.
  public func similar(to name: String, limit: Int = 3) -> [String] {
    let key = Self.words(QuestionText(name)).joined(separator: " ")
    let length = key.unicodeScalars.count
    guard length >= 3 else { return [] }
    let allowed = length < 5 ? 1 : length < 12 ? 2 : 3
    let near = entries.compactMap { entry -> (distance: Int, key: String, id: String)? in
      let other = Self.words(QuestionText(entry.name)).joined(separator: " ")
      return Spelling.distance(key, other, limit: allowed).map { ($0, other, entry.id) }
    }
    guard let nearest = near.map(\.distance).min() else { return [] }
    let found = near.filter { $0.distance == nearest }.sorted { ($0.key, $0.id) < ($1.key, $1.id) }.map(\.id)
    return Array(found.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.prefix(limit))
  }

  /// Whether the first word of a folded name can be this one; what begins with a mark that is not ASCII can be any.
  private static func canBegin(_ name: [UInt8], with word: String) -> Bool {
    guard let start = name.firstIndex(where: { $0 >= 0x80 || $0.isASCIILetter || $0.isASCIIDigit }) else {
      return false
    }
    return name[start] >= 0x80 || name[start...].starts(with: word.utf8)
  }

  /// The index behind these words, if the text goes on with them from `start`, marks passed over.
  private static func end(of words: [String], in text: QuestionText, at start: Int) -> Int? {
    guard !words.isEmpty else { return nil }
    var index = start
    for word in words {
      while let mark = text[index], !counts(mark) { index += 1 }
      guard text[index]?.folded == word else { return nil }
      index += 1
    }
    return index
  }

  private static func words(_ text: QuestionText) -> [String] { text.words.filter(counts).map(\.folded) }

  private static func counts(_ word: QuestionText.Word) -> Bool { word.kind != .mark }
}
