public import Formats
import Foundation
import GRDB
public import Graph
import Reports

extension KnowledgeBase {
  /// The vocabulary as the base keeps it.
  public struct Vocabulary: Sendable, Hashable {
    public var rows: [VocabularyRow]
    public var successions: [GraphBuilder.Vocabulary.KnownSuccession]
    /// SHA-256 of the data files, hexadecimal.
    public var dataHash: String

    public init(
      rows: [VocabularyRow], successions: [GraphBuilder.Vocabulary.KnownSuccession] = [], dataHash: String
    ) {
      self.rows = rows
      self.successions = successions
      self.dataHash = dataHash
    }
  }

  /// Writes the vocabulary and derives everything anew, if it is another one than the base has.
  ///
  /// - Returns: whether anything was done.
  /// - Throws: `DATA-DUPLICATE` for two rows with one id; what SQLite says.
  @discardableResult
  public func setVocabulary(_ vocabulary: Vocabulary) throws(Problem) -> Bool {
    let same = try read { db in try Meta.value("data_sha256", db) == vocabulary.dataHash }
    if same { return false }
    var seen: Set<String> = []
    for row in vocabulary.rows where !seen.insert(row.id).inserted {
      throw Problem("DATA-DUPLICATE", at: Place(file: "data", path: row.id), "two rows with one id")
    }
    return try write { db in
      try VocabularyWriter(db: db).replace(with: vocabulary)
      try Meta.set("data_sha256", vocabulary.dataHash, db)
      try Derivation(db: db, path: path)(forums: nil)
      return true
    }
  }

  /// Stores a batch in one transaction and derives anew what depends on it. When this returns, the batch is on the disk.
  ///
  /// Any order of reports and batches, and any repeats, end in the same rows.
  ///
  /// - Parameter deriving: false for a batch of many after which others come at once: its facts follow with ``derive()``, or
  ///   with the next batch that derives.
  /// - Returns: what became of each report, in the order of the batch.
  /// - Throws: `STATEMENT-RANGE` or `STATEMENT-FORM` (70) before anything is written; `DB-…`. Then nothing is stored.
  public func ingest(
    _ batch: [ReadReport], extractorVersion: String, deriving: Bool = true
  ) throws(Problem) -> [IngestOutcome] {
    for read in batch {
      for statement in read.statements {
        try StoredStatement.check(statement, text: read.report.text.bytes, report: read.report.key)
      }
    }
    if batch.isEmpty { return [] }
    return try write { db in
      var writer = ReportWriter(db, path: path)
      var outcomes: [IngestOutcome] = []
      for read in batch { outcomes.append(try writer.store(read)) }
      guard writer.changedAnything else { return outcomes }
      try Meta.set("extractor_version", extractorVersion, db)
      let derivation = Derivation(db: db, path: path)
      if deriving { try derivation(forums: writer.touched) } else { try derivation.postpone(forums: writer.touched) }
      return outcomes
    }
  }

  /// Derives what batches left underived, by this process or by one that was killed.
  public func derive() throws(Problem) {
    guard try isPending() else { return }
    try write { db in try Derivation(db: db, path: path)(forums: []) }
  }

  /// Whether facts are missing because an ingest has not come to its end.
  public func isPending() throws(Problem) -> Bool {
    try read { db in try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM pending)") ?? false }
  }

  /// Takes a report's facts out, whatever arrives of it later, or (`undo`) lets them in again. Its history stays.
  ///
  /// - Returns: false for a report that is not there. Doing it twice changes nothing.
  @discardableResult
  public func retract(_ key: String, undo: Bool = false) throws(Problem) -> Bool {
    try write { db in
      let arguments: StatementArguments = ["key": key, "retracted": !undo]
      guard
        let report = try Int64.fetchOne(db, sql: "SELECT report FROM report WHERE key = :key", arguments: ["key": key])
      else { return false }
      try db.execute(
        sql: "UPDATE report SET is_retracted = :retracted WHERE key = :key AND is_retracted <> :retracted",
        arguments: arguments)
      guard db.changesCount > 0 else { return true }
      var writer = ReportWriter(db, path: path)
      try writer.touch(report)
      try Derivation(db: db, path: path)(forums: writer.touched)
      return true
    }
  }
}

/// Facts about the file itself.
enum Meta {
  static func value(_ key: String, _ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = :key", arguments: ["key": key])
  }

  static func set(_ key: String, _ value: String, _ db: Database) throws {
    guard !value.isEmpty, try Meta.value(key, db) != value else { return }
    try db.execute(
      sql: "INSERT INTO meta (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      arguments: ["key": key, "value": value])
  }
}
