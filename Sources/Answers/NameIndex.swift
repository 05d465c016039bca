import Knowledge

/// Names and whose they are. Case, accents, marks and spaces make no difference.
public struct NameIndex: Sendable {
  /// Ids by the words of a name, joined by single spaces.
  private var ids: [String: [String]] = [:]
  private var longest = 1

  /// - Parameter names: an id and one of its names; the same id may come many times.
  public init(_ names: some Sequence<(id: String, name: String)>) {
    for (id, name) in names {
      let words = Self.words(QuestionText(name))
      guard !words.isEmpty else { continue }
      let key = words.joined(separator: " ")
      longest = max(longest, words.count)
      if ids[key]?.contains(id) != true { ids[key, default: []].append(id) }
    }
  }

  /// The ids of exactly this name, in byte order; several if it is the name of several.
  public func ids(of name: String) -> [String] {
    (ids[Self.words(QuestionText(name)).joined(separator: " ")] ?? []).sorted()
  }

  /// The longest name that begins at `start`, and the index behind it.
  func match(in text: QuestionText, at start: Int) -> (ids: [String], end: Int)? {
    guard let first = text[start], Self.counts(first) else { return nil }
    var found: (ids: [String], end: Int)?
    var key = ""
    var words = 0
    var i = start
    while words < longest, let word = text[i] {
      i += 1
      guard Self.counts(word) else { continue }
      key += (words == 0 ? "" : " ") + word.folded
      words += 1
      if let ids = ids[key] { found = (ids.sorted(), i) }
    }
    return found
  }

  /// The ids of the names that differ from `name` by the fewest letters; nothing if no name is near, or the name is too
  /// short to tell.
  public func similar(to name: String, limit: Int = 3) -> [String] {
    let key = Self.words(QuestionText(name)).joined(separator: " ")
    let length = key.unicodeScalars.count
    guard length >= 3 else { return [] }
    let allowed = length < 5 ? 1 : length < 12 ? 2 : 3
    let near = ids.compactMap { entry -> (distance: Int, key: String, ids: [String])? in
      Spelling.distance(key, entry.key, limit: allowed).map { ($0, entry.key, entry.value) }
    }
    guard let nearest = near.map(\.distance).min() else { return [] }
    let found = near.filter { $0.distance == nearest }.sorted { $0.key < $1.key }.flatMap { $0.ids.sorted() }
    return Array(found.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.prefix(limit))
  }

  private static func words(_ text: QuestionText) -> [String] { text.words.filter(counts).map(\.folded) }

  private static func counts(_ word: QuestionText.Word) -> Bool { word.kind != .mark }
}
