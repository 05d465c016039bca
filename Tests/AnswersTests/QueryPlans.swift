import Formats
import Store
import Synchronization

/// The questions in SQL that a base asked, and which tables they go through from end to end.
final class QueryPlans: Sendable {
  private let seen = Mutex<Set<String>>([])

  init(_ base: KnowledgeBase) {
    base.trace { sql in self.seen.withLock { _ = $0.insert(sql) } }
  }

  /// Tables with as many rows as the vocabulary, or none but in the middle of an ingest, may be read whole; and so may
  /// an index of the rows that are looked for, or of which the last row is.
  private static let small: Set<String> = [
    "alias", "known_succession", "pending", "meta", "sqlite_schema", "report_unordered",
    "report_version_by_published",
  ]

  /// The statements so far that read a table or an index whole, with its name.
  func scans(_ base: KnowledgeBase) throws -> [String] {
    let statements = seen.withLock { $0.sorted() }.filter(Self.isPlanned)
    var names: [String: String] = [:]
    try base.query(sql: "SELECT rootpage, name FROM sqlite_schema") { _ throws(Problem) in
    } row: { cells throws(Problem) in
      if let page = cells[0], let name = cells[1] { names[page] = name }
      return true
    }
    return try statements.flatMap { sql in try scanned(sql, base, names).map { "\($0): \(sql)" } }
  }

  private static func isPlanned(_ sql: String) -> Bool {
    let word = sql.prefix { $0.isLetter }.uppercased()
    return ["SELECT", "WITH"].contains(word) && !sql.contains("report_text")
  }

  /// A cursor on a table or index that the program of the statement sets to its first or last row goes through all of it.
  private func scanned(_ sql: String, _ base: KnowledgeBase, _ names: [String: String]) throws -> Set<String> {
    var opened: [String: String] = [:]
    var scanned: Set<String> = []
    try base.query(sql: "EXPLAIN " + sql) { _ throws(Problem) in
    } row: { cells throws(Problem) in
      guard let operation = cells[1], let cursor = cells[2] else { return true }
      switch operation {
      case "OpenRead", "OpenWrite", "ReopenIdx": opened[cursor] = cells[3].flatMap { names[$0] }
      case "Rewind", "Last", "Sort": if let table = opened[cursor] { scanned.insert(table) }
      default: break
      }
      return true
    }
    return scanned.subtracting(Self.small)
  }
}
