import Formats
import GRDB

/// A database of reports, of the statements read from them, and of the graph that follows from those.
///
/// Safe to use from several tasks; writers, of this process and of others, come one after the other.
public struct KnowledgeBase: Sendable {
  /// The file, as it was named.
  public let path: String
  let queue: DatabaseQueue

  /// Stops what runs on this base, such as an endless query; that call then throws `DB-INTERRUPTED`.
  public func interrupt() { queue.interrupt() }

  /// Calls `note` with each statement of SQL that runs from now on, values filled in, for a look at its plan.
  package func trace(_ note: @escaping @Sendable (String) -> Void) {
    queue.inDatabase { db in
      db.trace { event in
        if case .statement(let statement) = event { note(statement.expandedSQL) }
      }
    }
  }

  /// Reads within one transaction.
  func read<Value>(_ body: (Database) throws -> Value) throws(Problem) -> Value {
    do { return try queue.read(body) } catch { throw DatabaseProblem.of(error, path: path) }
  }

  /// Writes within one immediate transaction: all of it is stored when this returns, nothing when it throws.
  func write<Value>(_ body: (Database) throws -> Value) throws(Problem) -> Value {
    do {
      return try queue.writeWithoutTransaction { db in
        var value: Value?
        try db.inTransaction(.immediate) {
          value = try body(db)
          return .commit
        }
        guard let value else { throw Problem("DB-BUG", at: Place(file: path), "no result", exit: .bug) }
        return value
      }
    } catch { throw DatabaseProblem.of(error, path: path) }
  }
}
