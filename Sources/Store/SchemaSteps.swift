import Formats
import GRDB
import SchemaFiles

/// The numbered files of `Schema/`, applied by the number that the database keeps (`user_version`).
enum SchemaSteps {
  struct Step {
    var number: Int
    var sql: String
  }

  /// By number; the number is what stands before the first hyphen of the name.
  static let all: [Step] = SchemaFiles.all.compactMap { file in
    let path = "\(file.path)"
    guard path.hasSuffix(".sql"), let number = Int(path.prefix { $0 != "-" }) else { return nil }
    return Step(number: number, sql: "\(file.text)")
  }
  .sorted { $0.number < $1.number }

  static var latest: Int { all.last?.number ?? 0 }

  /// The number of the last file that was applied; nil for a database without anything in it.
  ///
  /// - Throws: `DB-NOT-OURS`, `DB-NEWER`.
  static func version(_ db: Database, path: String) throws -> Int? {
    let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    if id == 0, version == 0, tables == 0 { return nil }
    guard id == KnowledgeBase.applicationID, version > 0 else { throw DatabaseProblem.notOurs(path) }
    guard version <= latest else {
      throw Problem(
        "DB-NEWER", at: Place(file: path), "made by a newer spacekb (tables \(version), this program knows \(latest))",
        exit: .notOurs)
    }
    return version
  }

  static func checkIsCurrent(_ db: Database, path: String) throws {
    guard let version = try version(db, path: path) else { throw DatabaseProblem.notOurs(path) }
    guard version == latest else {
      throw Problem(
        "DB-OLDER", at: Place(file: path), "made by an older spacekb; any ingest brings it up to date", exit: .notOurs)
    }
  }

  /// Brings the tables up to date, all steps in one immediate transaction in which the number is read, too: of programs
  /// that start at once one does it and the others find it done.
  static func apply(_ db: Database, path: String) throws {
    var isCurrent = false
    // In one transaction, too: another program may commit its tables between two questions.
    try db.inTransaction(.deferred) {
      isCurrent = try version(db, path: path) == latest
      return .commit
    }
    if isCurrent { return try keepRollbackJournal(db) }
    try db.inTransaction(.immediate) {
      let done = try version(db, path: path) ?? 0
      for step in all where step.number > done { try db.execute(sql: step.sql) }
      if done < latest, let sql = numbering {
        try Codebook.current.write(into: db)
        try db.execute(sql: sql)
      }
      return .commit
    }
    try keepRollbackJournal(db)
  }

  /// A PRAGMA takes no bound values; the number is a whole number of our own.
  private static var numbering: String? { latest > 0 ? "PRAGMA user_version = \(latest)" : nil }

  /// A database in WAL mode cannot be read from a read-only folder, and is not safe with every SQLite in use.
  private static func keepRollbackJournal(_ db: Database) throws {
    guard try String.fetchOne(db, sql: "PRAGMA journal_mode") != "delete" else { return }
    try db.execute(sql: "PRAGMA journal_mode = DELETE")
  }
}
