public import Formats
import GRDB
public import Graph

extension KnowledgeBase {
  /// A base in memory with a part of what this one holds, and what follows from that part; the vocabulary stays whole.
  ///
  /// - Parameters:
  ///   - forums: ids; only the statements about these, and successions. Empty: about all.
  ///   - day: only the reports published by then, as they were known on that day.
  public func narrowed(toForums forums: [String] = [], knownBy day: Day? = nil) throws(Problem) -> KnowledgeBase {
    do {
      let copy = try DatabaseQueue()
      try queue.read { db in
        try copy.writeWithoutTransaction { part in
          try db.backup(to: part)
          try part.execute(sql: "DELETE FROM fact; DELETE FROM node WHERE kind = 'meeting'")
          if let day { try KnowledgeBase.keep(versions: KnownVersions(part)(by: day), part) }
          if !forums.isEmpty { try KnowledgeBase.keep(forums: forums, part) }
          try Derivation(db: part, path: path)(forums: nil)
        }
      }
      return KnowledgeBase(path: path, queue: copy)
    } catch { throw DatabaseProblem.of(error, path: path) }
  }

  private static func keep(versions: [Int64], _ db: Database) throws {
    let list = JSONWriter.text(of: .array(versions.map { .int(Int($0)) }))
    try db.execute(
      sql: """
        DELETE FROM statement WHERE version NOT IN (SELECT value FROM json_each(:versions));
        DELETE FROM version_date WHERE version NOT IN (SELECT value FROM json_each(:versions));
        DELETE FROM report_version WHERE version NOT IN (SELECT value FROM json_each(:versions));
        DELETE FROM report WHERE report NOT IN (SELECT report FROM report_version);
        UPDATE report_version SET is_current = 1;
        UPDATE report SET current_count = (SELECT count(*) FROM report_version v WHERE v.report = report.report);
        """, arguments: ["versions": list])
  }

  private static func keep(forums: [String], _ db: Database) throws {
    let list = JSONWriter.text(of: .array(forums.map { .string($0) }))
    try db.execute(
      sql: """
        DELETE FROM statement WHERE kind <> 'succession' AND NOT EXISTS (
          SELECT 1 FROM statement_party p WHERE p.statement = statement.statement AND p.key = 'forum'
            AND p.party_id IN (SELECT value FROM json_each(:forums)));
        DELETE FROM version_date WHERE version NOT IN (SELECT version FROM statement);
        DELETE FROM report_version WHERE version NOT IN (SELECT version FROM statement);
        DELETE FROM report WHERE report NOT IN (SELECT report FROM report_version);
        UPDATE report SET current_count = (
          SELECT count(*) FROM report_version v WHERE v.report = report.report AND v.is_current);
        """, arguments: ["forums": list])
  }

  /// How sure each membership and chair term is on a day, by its id; an undated one is possible. What does not hold is not in it.
  public func certainties(on day: Day) throws(Problem) -> [String: Certainty] {
    var found: [String: Certainty] = [:]
    let forums = try read { db in
      try String.fetchAll(db, sql: "SELECT DISTINCT n.id FROM fact f JOIN node n ON n.node = f.forum")
    }
    for forum in forums {
      for row in try memberships(forum: forum) {
        found[row.id] = row.time.isUndated ? .possible : row.certainty(on: day)
      }
      for row in try chairTerms(forum: forum) {
        found[row.id] = row.time.isUndated ? .possible : row.certainty(on: day)
      }
    }
    return found.filter { $0.value != .unknown }
  }
}
