public import Formats
import Knowledge

/// Names and whose they are. Case, accents, marks and spaces make no difference.
public struct NameIndex: Sendable, NameSource {
  /// Ids by the words of a name (see `NameKey`).
  private var ids: [String: [String]] = [:]
  /// The keys by their length in letters.
  private var keys: [Int: [String]] = [:]
  /// A name as it is written, by its key; the first of several.
  private var written: [String: String] = [:]

  /// - Parameter names: an id and one of its names; the same id may come many times.
  public init(_ names: some Sequence<(id: String, name: String)>) {
    for (id, name) in names {
      let key = NameKey.of(name)
      guard !key.isEmpty else { continue }
      if ids[key] == nil { keys[key.unicodeScalars.count, default: []].append(key) }
      if ids[key]?.contains(id) != true { ids[key, default: []].append(id) }
      if written[key] == nil { written[key] = name }
    }
  }

  /// The ids of exactly this name, in byte order; several if it is the name of several.
  public func ids(of name: String) -> [String] { (ids[NameKey.of(name)] ?? []).sorted() }

  public func ids(of keys: [String]) throws(Problem) -> [String: [String]] {
    var found: [String: [String]] = [:]
    for key in keys { found[key] = ids[key]?.sorted() }
    return found
  }

  public func all() throws(Problem) -> NameIndex { self }

  public func peopleAndPlaces() throws(Problem) -> [String] { [] }

  public func nameInFull(of id: String) -> String? { nil }

  public func label(of id: String) -> String { id }

  public func told(of ids: [String]) throws(Problem) -> [String] { ids }

  /// A name that may have been meant by a misspelt one.
  struct Near: Hashable {
    /// As it is written.
    var name: String
    var ids: [String]
    var distance: Int
    /// So short that a letter more or less may be another body's name.
    var isAcronym: Bool
  }

  /// The names that differ from `name` by few letters, the nearest first; none if it is too short to tell.
  func near(_ name: String) -> [Near] {
    let key = NameKey.of(name)
    let length = key.unicodeScalars.count
    guard length >= 2 else { return [] }
    let allowed = length < 8 ? 1 : length < 13 ? 2 : 3
    let candidates = (max(1, length - allowed)...length + allowed).flatMap { keys[$0] ?? [] }
    return candidates.compactMap { known -> Near? in
      guard let distance = Spelling.distance(key, known, limit: allowed), distance > 0 else { return nil }
      let name = written[known] ?? known
      let isAcronym = known.utf8.count <= 6 && name.utf8.count { $0 >= 0x41 && $0 <= 0x5A } >= 2
      return Near(name: name, ids: ids[known]?.sorted() ?? [], distance: distance, isAcronym: isAcronym)
    }
    .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
  }

  /// The ids of those one of whose names has all these words in this order: a name without some of its words.
  func shortened(_ name: String) -> Set<String> {
    let words = words(of: name)
    guard words.count > 1 else { return [] }
    let fitting = ids.filter { key, _ in
      var rest = words[...]
      for word in key.split(separator: " ") where word == rest.first ?? "" { rest.removeFirst() }
      return rest.isEmpty
    }
    return Set(fitting.values.joined())
  }

  /// The ids of the names that differ from `name` by the fewest letters.
  public func similar(to name: String, limit: Int = 3) -> [String] {
    let near = near(name)
    guard let nearest = near.first?.distance else { return [] }
    let found = near.filter { $0.distance == nearest }.flatMap(\.ids)
    return Array(found.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.prefix(limit))
  }
}

extension NameIndex {
  /// The words of all names in the form in which they are compared.
  var words: Set<String> { Set(ids.keys.flatMap { $0.split(separator: " ").map(String.init) }) }

  /// The words of a name in the form in which they are compared.
  func words(of name: String) -> [String] { NameKey.of(name).split(separator: " ").map(String.init) }
}
