import Graph

/// Parties that are one and the same under several names: each with those among them that it continues.
struct PartyLines {
  /// By the id of a party the id of the last one of its line.
  private var last: [String: String] = [:]

  /// - Parameter parties: only these are joined; two that a third one continues are not, unless it is one of them.
  init(_ parties: Set<String>, _ successions: [Succession]) {
    let next = Dictionary(grouping: successions, by: \.old.id).mapValues { $0.map(\.new.id).sorted() }
    for party in parties {
      var current = party
      var passed: Set<String> = [party]
      while let found = Self.nearest(after: current, next, parties), passed.insert(found).inserted { current = found }
      last[party] = current
    }
  }

  /// The party whose name the line has today.
  func line(of party: String) -> String { last[party] ?? party }

  /// The ids that lead to `party`, itself included, sorted.
  static func predecessors(of party: String, _ successions: [Succession]) -> [String] {
    let previous = Dictionary(grouping: successions, by: \.new.id).mapValues { $0.map(\.old.id) }
    var found: Set<String> = [party]
    var open = [party]
    while let id = open.popLast() {
      for old in previous[id] ?? [] where found.insert(old).inserted { open.append(old) }
    }
    return found.sorted()
  }

  /// The first of `parties` that continues `party`, directly or through others.
  private static func nearest(after party: String, _ next: [String: [String]], _ parties: Set<String>) -> String? {
    var seen: Set<String> = [party]
    var level = next[party] ?? []
    while !level.isEmpty {
      if let found = level.first(where: { parties.contains($0) && $0 != party }) { return found }
      level = level.filter { seen.insert($0).inserted }.flatMap { next[$0] ?? [] }
    }
    return nil
  }
}
