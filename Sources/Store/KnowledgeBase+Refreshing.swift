public import Formats
import Foundation
import GRDB
public import Graph
import Reports
import Statements

/// A version of a report as it was received, for reading it again.
public struct StoredReport: Sendable, Hashable {
  /// The report's key.
  public var key: String
  public var raw: [UInt8]
  public var url: String?
  public var title: String?
  /// EDTF.
  public var published: String?
  public var language: String?
}

/// A statement of a current version that another reading of it gained, lost or changed.
public struct Rereading: Sendable, Hashable {
  /// Nil for one that was gained.
  public var before: SourcedStatement?
  /// Nil for one that was lost.
  public var after: SourcedStatement?
}

/// The reports that come with a version of the program.
public struct ReportBundle: Sendable {
  /// SHA-256 of the data to which they belong.
  public var digest: String
  public var reports: [ReadReport]

  public init(digest: String, reports: [ReadReport]) {
    self.digest = digest
    self.reports = reports
  }
}

extension KnowledgeBase {
  /// The digest of the bundle that was stored last; nil if none ever was.
  public func bundleDigest() throws(Problem) -> String? { try read { db in try Meta.value("bundle_sha256", db) } }

  /// Reads every stored version again and derives everything anew, in one transaction.
  ///
  /// - Parameters:
  ///   - bundle: reports to be stored as well. A digest in it takes the place of an older one at its address; nothing else
  ///     is taken out.
  ///   - read: reads a version; nil keeps the statements that it has.
  /// - Returns: how many versions were read, and what that changed, by report and place in the text.
  @discardableResult
  public func refresh(
    _ vocabulary: Vocabulary, extractorVersion: String, bundle: ReportBundle? = nil,
    read: (StoredReport) throws(Problem) -> ReadReport?
  ) throws(Problem) -> (versions: Int, changes: [Rereading]) {
    try write { db in
      try VocabularyWriter(db: db).replace(with: vocabulary)
      try Meta.set("data_sha256", vocabulary.dataHash, db)
      try Meta.set("extractor_version", extractorVersion, db)
      var writer = ReportWriter(db, path: path)
      for read in bundle?.reports ?? [] { try writer.dropDigests(replacedBy: read.report) }
      var changes: [Rereading] = []
      let versions = try Int64.fetchAll(
        db,
        sql: """
          SELECT v.version FROM report_version v JOIN report r USING (report) ORDER BY r.key, v.digest
          """)
      var count = 0
      for version in versions {
        guard let stored = try storedReport(version, db), let again = try read(stored) else { continue }
        count += 1
        changes += try writer.reread(version, again)
      }
      if let bundle {
        for read in bundle.reports { _ = try writer.store(read) }
        try Meta.set("bundle_sha256", bundle.digest, db)
      }
      try Derivation(db: db, path: path)(forums: nil)
      return (count, changes)
    }
  }

  private func storedReport(_ version: Int64, _ db: Database) throws -> StoredReport? {
    let find = try db.cachedStatement(
      sql: """
        SELECT r.key, v.raw, v.url, v.title, v.published, v.language
        FROM report_version v JOIN report r USING (report) WHERE v.version = :version
        """)
    guard let row = try GRDB.Row.fetchOne(find, arguments: ["version": version]) else { return nil }
    let cells = Cells(row)
    return StoredReport(
      key: cells.text("key") ?? "", raw: Array((row["raw"] as Data?) ?? Data()), url: cells.text("url"),
      title: cells.text("title"), published: cells.text("published"), language: cells.text("language"))
  }
}

extension ReportWriter {
  /// Puts another reading of a version in the place of the one that is stored. Where the text itself is read otherwise the
  /// version is told apart anew.
  ///
  /// - Returns: what changed; nothing for a version that is not current.
  mutating func reread(_ version: Int64, _ read: ReadReport) throws -> [Rereading] {
    let before = try current(version)
    let digest = ReportWriter.digest(of: read.report)
    guard let kept = try retext(version, read.report, digest: digest) else { return [] }
    _ = try replace(sourced(read, digest: digest), of: kept)
    let after = try current(kept)
    return Rereading.between(before, after)
  }

  private func current(_ version: Int64) throws -> [SourcedStatement] {
    try StoredStatement.fetch(
      db,
      sql: """
        SELECT s.*, r.key AS report_key, v.digest, v.title, v.url, v.published, v.is_digest
        FROM report_version v JOIN report r USING (report) JOIN statement s USING (version)
        WHERE v.version = :version AND v.is_current ORDER BY s.start_byte, s.end_byte, s.id
        """, arguments: ["version": version], path: path)
  }

  /// Stores another text of a version.
  ///
  /// - Returns: its row; nil if that text is another version's already, which then has taken its dates over.
  private mutating func retext(_ version: Int64, _ report: Report, digest: String) throws -> Int64? {
    let find = try db.cachedStatement(
      sql: "SELECT report, digest FROM report_version WHERE version = :version")
    guard let row = try GRDB.Row.fetchOne(find, arguments: ["version": version]) else { return nil }
    let cells = Cells(row)
    guard cells.text("digest") != digest, let owner = cells.number("report") else { return version }
    try empty(version)
    let other = try Int64.fetchOne(
      db, sql: "SELECT version FROM report_version WHERE report = :report AND digest = :digest",
      arguments: ["report": owner, "digest": digest])
    if let other {
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO version_date (version, changed)
          SELECT :other, changed FROM version_date WHERE version = :version
          """, arguments: ["other": other, "version": version])
      try delete(version)
    } else {
      let text = report.text.string
      try db.execute(
        sql: """
          UPDATE report_version SET digest = :digest, title = :title, text = :text, text_sha256 = :hash
          WHERE version = :version
          """,
        arguments: [
          "digest": digest, "title": report.title.nilIfEmpty, "text": text, "hash": SHA256.hex(report.text.bytes),
          "version": version,
        ])
      try db.execute(
        sql: "INSERT INTO report_text (rowid, title, text) VALUES (:id, :title, :text)",
        arguments: ["id": version, "title": report.title.nilIfEmpty, "text": text])
    }
    try setCurrent(of: Int64(owner))
    return other == nil ? version : nil
  }

  /// Takes out the other digests at the address of one.
  fileprivate mutating func dropDigests(replacedBy report: Report) throws {
    guard report.isDigest else { return }
    let versions = try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT v.version FROM report_version v JOIN report r USING (report)
          WHERE r.key = :key AND v.is_digest AND v.digest <> :digest
          """), arguments: ["key": report.key, "digest": ReportWriter.digest(of: report)])
    for version in versions {
      try empty(version)
      try delete(version)
    }
  }

  /// Takes a version out of the full-text index, and its statements out of the base.
  private mutating func empty(_ version: Int64) throws {
    try db.execute(
      sql: """
        INSERT INTO report_text (report_text, rowid, title, text)
        SELECT 'delete', version, title, text FROM report_version WHERE version = :version
        """, arguments: ["version": version])
    _ = try replace([], of: version)
  }

  /// Deletes a version that has been emptied.
  private func delete(_ version: Int64) throws {
    try db.execute(sql: "DELETE FROM version_date WHERE version = :version", arguments: ["version": version])
    try db.execute(sql: "DELETE FROM report_version WHERE version = :version", arguments: ["version": version])
  }
}

extension Rereading {
  /// The statements of one reading against those of another: what says the same is no change, and of the rest one of the same
  /// kind that was read from the same words is one that changed.
  static func between(_ old: [SourcedStatement], _ new: [SourcedStatement]) -> [Rereading] {
    func claims(_ list: [SourcedStatement]) -> Set<String> { Set(list.map { StatementID.canonical($0.statement) }) }
    let (known, read) = (claims(old), claims(new))
    let lost = old.filter { !read.contains(StatementID.canonical($0.statement)) }
    var gained = new.filter { !known.contains(StatementID.canonical($0.statement)) }
    var changes: [Rereading] = []
    for before in lost {
      let index = gained.firstIndex { after in
        before.statement.kind == after.statement.kind
          && before.statement.evidence.start < after.statement.evidence.end
          && after.statement.evidence.start < before.statement.evidence.end
      }
      changes.append(Rereading(before: before, after: index.map { gained.remove(at: $0) }))
    }
    return changes + gained.map { Rereading(before: nil, after: $0) }
  }
}
