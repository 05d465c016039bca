import Formats
import Mentions

/// What the rows of the graph have in common: ids, their parts, order, the choice among told values.
enum Row {
  /// The part of an id that names a party: an agency by its key alone, others with their kind (`country-ca`).
  static func key(_ id: String) -> String {
    let parts = id.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return slug(id) }
    return parts[0] == "agency" || parts[0] == "person" ? String(parts[1]) : "\(parts[0])-\(parts[1])"
  }

  /// `forum/isecg` → `isecg`.
  static func forumKey(_ forum: Party) -> String {
    forum.id.hasPrefix("forum/") ? String(forum.id.dropFirst("forum/".count)) : slug(forum.id)
  }

  /// Lower-case, with a hyphen for each run of white space and slashes.
  static func slug(_ text: String) -> String {
    text.lowercased().split { $0.isWhitespace || $0 == "/" }.joined(separator: "-")
  }

  /// The order of the bytes, which no locale and no normal form changes.
  static func byteOrder(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

  static func ids(_ statements: [SourcedStatement]) -> [String] {
    Set(statements.map(\.id)).sorted(by: byteOrder)
  }

  /// The value that most reports tell: originals before digests, then the number of reports, then the smallest.
  static func choose<Value: Hashable>(_ told: [(value: Value, by: SourcedStatement)], text: (Value) -> String) -> Value?
  {
    var originals: [Value: Set<String>] = [:]
    var all: [Value: Set<String>] = [:]
    for (value, statement) in told {
      all[value, default: []].insert(statement.source.report)
      if !statement.source.isDigest { originals[value, default: []].insert(statement.source.report) }
    }
    return all.keys.min { a, b in
      let (left, right) = ((originals[a] ?? []).count, (originals[b] ?? []).count)
      if left != right { return left > right }
      if all[a]?.count != all[b]?.count { return (all[a] ?? []).count > (all[b] ?? []).count }
      return byteOrder(text(a), text(b))
    }
  }

  static func choose(_ told: [(value: String, by: SourcedStatement)]) -> String? { choose(told) { $0 } }

  static func party(_ name: Name) -> Party { Party(id: name.id, label: name.label) }

  /// Ids that occur more than once get `/2`, `/3`, … in the order given.
  static func numbered<Element>(_ rows: [Element], id: WritableKeyPath<Element, String>) -> [Element] {
    var counts: [String: Int] = [:]
    return rows.map { row in
      let count = (counts[row[keyPath: id]] ?? 0) + 1
      counts[row[keyPath: id]] = count
      guard count > 1 else { return row }
      var copy = row
      copy[keyPath: id] += "/\(count)"
      return copy
    }
  }

  static func numbered(_ rows: [Discrepancy]) -> [Discrepancy] {
    numbered(
      rows.sorted { ($0.id, $0.summary, $0.statements.joined()) < ($1.id, $1.summary, $1.statements.joined()) },
      id: \.id)
  }
}
