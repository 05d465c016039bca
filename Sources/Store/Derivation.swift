import Formats
import GRDB
import Graph
import Statements

/// Derives the graph anew, in the transaction in which statements or vocabulary changed.
struct Derivation {
  let db: Database
  let path: String

  /// - Parameter forums: those whose statements changed; nil derives everything. Both give the same rows.
  func callAsFunction(forums: Set<String>?) throws {
    let derive = GraphBuilder(vocabulary: try vocabulary())
    var ids = forums ?? []
    if forums == nil { ids = try allForums() }
    try clear(ids, all: forums == nil)
    var writer = try FactWriter(db)
    for id in ids.sorted(by: Derivation.byteOrder) {
      var graph = derive(try statements(ofForum: id))
      graph.successions = []
      try writer.insert(graph)
    }
    var general = Graph()
    general.successions = derive(try successionStatements()).successions
    general.discrepancies = try unorderedVersions()
    try writer.insert(general)
    try writer.insertParents()
    try cleanNodes()
    try VocabularyWriter.nameOthers(db)
  }

  static func byteOrder(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

  private func allForums() throws -> Set<String> {
    try String.fetchSet(
      db,
      sql: """
        SELECT DISTINCT party_id FROM statement_party WHERE key = 'forum'
        UNION SELECT id FROM node WHERE node IN (SELECT forum FROM fact)
        """)
  }

  func vocabulary() throws -> GraphBuilder.Vocabulary {
    var vocabulary = GraphBuilder.Vocabulary()
    let terms = try GRDB.Row.fetchCursor(
      db, sql: "SELECT id, term_length FROM node WHERE kind = 'forum' AND term_length IS NOT NULL")
    while let cells = try terms.next().map(Cells.init) {
      guard let id = cells.text("id"), let length = cells.text("term_length") else { continue }
      vocabulary.termLengths[id] = TermLength(iso8601: length)
    }
    let successions = try GRDB.Row.fetchCursor(
      db, sql: "SELECT * FROM known_succession ORDER BY old_id, new_id")
    while let cells = try successions.next().map(Cells.init) {
      guard let old = cells.party("old"), let new = cells.party("new") else { continue }
      vocabulary.successions.append(
        GraphBuilder.Vocabulary.KnownSuccession(old: [old], new: new, date: cells.text("date"), how: cells.text("how")))
    }
    return vocabulary
  }

  private func statements(ofForum id: String) throws -> [SourcedStatement] {
    try StoredStatement.fetch(
      db,
      sql: """
        SELECT s.*, r.key AS report_key, v.digest, v.title, v.url, v.published, v.is_digest
        FROM statement_party p JOIN statement s USING (statement) JOIN report_version v USING (version)
        JOIN report r USING (report)
        WHERE p.party_id = :forum AND p.key = 'forum' AND p.position = 0
          AND v.is_current AND NOT v.is_trashed AND NOT r.is_retracted
        """, arguments: ["forum": id], path: path)
  }

  private func successionStatements() throws -> [SourcedStatement] {
    try StoredStatement.fetch(
      db,
      sql: """
        SELECT s.*, r.key AS report_key, v.digest, v.title, v.url, v.published, v.is_digest
        FROM statement s JOIN report_version v USING (version) JOIN report r USING (report)
        WHERE s.kind = 'succession' AND v.is_current AND NOT v.is_trashed AND NOT r.is_retracted
        """, arguments: [], path: path)
  }

  /// The statements about a forum, and the successions, of the given versions, current or not.
  func statements(ofForum id: String, versions: [Int64]) throws -> [SourcedStatement] {
    let keys = JSONWriter.text(of: .array(versions.map { .int(Int($0)) }))
    return try StoredStatement.fetch(
      db,
      sql: """
        SELECT s.*, r.key AS report_key, v.digest, v.title, v.url, v.published, v.is_digest
        FROM statement s JOIN report_version v USING (version) JOIN report r USING (report)
        WHERE s.version IN (SELECT value FROM json_each(:versions))
          AND (s.kind = 'succession' OR EXISTS (
            SELECT 1 FROM statement_party p WHERE p.statement = s.statement AND p.key = 'forum' AND p.position = 0
              AND p.party_id = :forum))
        """, arguments: ["forum": id, "versions": keys], path: path)
  }

  private func unorderedVersions() throws -> [Discrepancy] {
    let rows = try GRDB.Row.fetchAll(
      db,
      sql: """
        SELECT r.key, count(*) AS versions FROM report r JOIN report_version v USING (report)
        WHERE v.is_current AND NOT r.is_retracted GROUP BY r.report HAVING count(*) > 1 ORDER BY r.key
        """)
    return try rows.map(Cells.init).map { cells in
      let key = cells.text("key") ?? ""
      let count = cells.number("versions") ?? 2
      let statements = try String.fetchAll(
        db,
        sql: """
          SELECT s.id FROM report r JOIN report_version v USING (report) JOIN statement s USING (version)
          WHERE r.key = :key AND v.is_current AND NOT v.is_trashed ORDER BY s.id
          """, arguments: ["key": key])
      return Discrepancy(
        id: "discrepancy/versions-unordered/\(key)", kind: .versionsUnordered, forum: nil, subjects: [key],
        summary: "\(count) versions of \(key) of which none is known to be the later; all count as current",
        statements: statements)
    }
  }

  private func clear(_ forums: Set<String>, all: Bool) throws {
    if all {
      try db.execute(sql: "DELETE FROM fact")
    } else {
      try db.execute(
        sql: """
          DELETE FROM fact WHERE forum IN (
            SELECT node FROM node WHERE id IN (SELECT value FROM json_each(:forums)));
          """,
        arguments: ["forums": JSONWriter.text(of: .array(forums.sorted(by: Derivation.byteOrder).map { .string($0) }))])
      try db.execute(sql: "DELETE FROM fact WHERE forum IS NULL")
    }
    try db.execute(
      sql: "DELETE FROM node WHERE kind = 'meeting' AND NOT EXISTS (SELECT 1 FROM meeting m WHERE m.node = node.node)")
  }

  /// Bodies that only texts know are called as the first label in text order calls them, and go when nothing names them.
  private func cleanNodes() throws {
    try db.execute(
      sql: """
        DELETE FROM node WHERE NOT in_vocabulary AND kind <> 'meeting'
          AND NOT EXISTS (SELECT 1 FROM edge WHERE subject = node.node)
          AND NOT EXISTS (SELECT 1 FROM edge WHERE object = node.node)
          AND NOT EXISTS (SELECT 1 FROM edge_name WHERE party = node.node)
          AND NOT EXISTS (SELECT 1 FROM event WHERE party = node.node)
          AND NOT EXISTS (SELECT 1 FROM event_from WHERE party = node.node)
          AND NOT EXISTS (SELECT 1 FROM fact WHERE forum = node.node)
        """)
    try db.execute(
      sql: """
        UPDATE node SET label = told.label FROM (
          SELECT n.node, min(p.label) AS label FROM node n JOIN statement_party p ON p.party_id = n.id
          JOIN statement s USING (statement) JOIN report_version v USING (version) JOIN report r USING (report)
          WHERE NOT n.in_vocabulary AND n.kind <> 'meeting'
            AND v.is_current AND NOT v.is_trashed AND NOT r.is_retracted
          GROUP BY n.node) AS told
        WHERE node.node = told.node AND node.label <> told.label
        """)
  }
}
