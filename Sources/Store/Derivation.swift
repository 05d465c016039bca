import Formats
import GRDB
import Graph
import Statements

/// Derives the graph anew, in the transaction in which statements or vocabulary changed.
struct Derivation {
  let db: Database
  let path: String

  /// - Parameter forums: those whose statements changed; nil derives everything. Both give the same rows. What earlier
  ///   batches left underived is derived, too.
  func callAsFunction(forums: Set<String>?) throws {
    let pending = try String.fetchSet(db, sql: "SELECT id FROM pending")
    let ids = try forums.map { $0.union(pending).subtracting([Derivation.general]) } ?? allForums()
    let derive = GraphBuilder(vocabulary: try vocabulary())
    var bodies = try forums == nil ? allUnknownBodies() : unknownBodies(ids)
    try clear(ids, all: forums == nil)
    var writer = try FactWriter(db)
    for id in ids.sorted(by: Derivation.byteOrder) {
      var graph = derive(try statements(ofForum: id))
      graph.successions = []
      try writer.insert(graph)
    }
    var general = derive(try successionStatements())
    general.discrepancies += try unorderedVersions()
    try writer.insert(general)
    try writer.insertParents()
    bodies.formUnion(writer.nodes.values)
    try clean(bodies)
    try VocabularyWriter.nameOthers(bodies, db)
    try db.execute(sql: "DELETE FROM pending")
  }

  /// Stands for what is about no forum.
  private static let general = "-"

  /// Leaves the forums to a later derivation.
  func postpone(forums: Set<String>) throws {
    let insert = try db.cachedStatement(sql: "INSERT OR IGNORE INTO pending (id) VALUES (:id)")
    for id in forums.union([Derivation.general]) { try insert.execute(arguments: ["id": id]) }
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
        SELECT report, key, current_count FROM report WHERE current_count > 1 AND NOT is_retracted ORDER BY key
        """)
    return try rows.map(Cells.init).map { cells in
      let key = cells.text("key") ?? ""
      let statements = try String.fetchAll(
        db,
        sql: """
          SELECT s.id FROM report_version v JOIN statement s USING (version)
          WHERE v.report = :report AND v.is_current AND NOT v.is_trashed ORDER BY s.id
          """, arguments: ["report": cells.number("report")])
      return Discrepancy(
        id: "discrepancy/versions-unordered/\(key)", kind: .versionsUnordered, forum: nil, subjects: [key],
        summary: "\(cells.number("current_count") ?? 2) versions of \(key) of which none is known to be the later; "
          + "all count as current",
        statements: statements)
    }
  }

  private func clear(_ forums: Set<String>, all: Bool) throws {
    if all {
      try db.execute(sql: "DELETE FROM fact; DELETE FROM node WHERE kind = 'meeting'")
      return
    }
    let ids = Derivation.list(forums)
    let meetings = try Int64.fetchAll(
      db,
      sql: """
        SELECT m.node FROM json_each(:ids) i JOIN node n ON n.id = i.value JOIN fact f ON f.forum = n.node
        JOIN meeting m USING (fact) WHERE f.kind = 'meeting'
        """, arguments: ["ids": ids])
    try db.execute(
      sql: "DELETE FROM fact WHERE forum IN (SELECT n.node FROM json_each(:ids) i JOIN node n ON n.id = i.value)",
      arguments: ["ids": ids])
    try db.execute(sql: "DELETE FROM fact WHERE forum IS NULL")
    let delete = try db.cachedStatement(sql: "DELETE FROM node WHERE node = :node")
    for node in meetings { try delete.execute(arguments: ["node": node]) }
  }

  private static func list(_ ids: Set<String>) -> String {
    JSONWriter.text(of: .array(ids.sorted(by: byteOrder).map { .string($0) }))
  }

  private func allUnknownBodies() throws -> Set<Int64> {
    try Int64.fetchSet(db, sql: "SELECT node FROM node WHERE NOT in_vocabulary AND kind <> 'meeting'")
  }

  /// Bodies outside the vocabulary that facts of these forums, and those about no forum, name.
  private func unknownBodies(_ forums: Set<String>) throws -> Set<Int64> {
    try Int64.fetchSet(
      db,
      sql: """
        WITH cleared AS (
          SELECT f.fact FROM json_each(:ids) i JOIN node n ON n.id = i.value JOIN fact f ON f.forum = n.node
          UNION ALL SELECT fact FROM fact WHERE forum IS NULL)
        SELECT n.node FROM (
          SELECT e.subject AS node FROM cleared JOIN edge e USING (fact)
          UNION SELECT e.object FROM cleared JOIN edge e USING (fact)
          UNION SELECT e.party FROM cleared JOIN edge_name e USING (fact)
          UNION SELECT e.party FROM cleared JOIN event e USING (fact)
          UNION SELECT e.party FROM cleared JOIN event_from e USING (fact)
          UNION SELECT n.node FROM json_each(:ids) i JOIN node n ON n.id = i.value) named
        JOIN node n ON n.node = named.node WHERE NOT n.in_vocabulary
        """, arguments: ["ids": Derivation.list(forums)])
  }

  /// Bodies that only texts know are called as the first label in text order calls them, and go when nothing names them.
  private func clean(_ bodies: Set<Int64>) throws {
    let delete = try db.cachedStatement(
      sql: """
        DELETE FROM node WHERE node = :node AND NOT in_vocabulary AND kind <> 'meeting'
          AND NOT EXISTS (SELECT 1 FROM edge WHERE subject = node.node)
          AND NOT EXISTS (SELECT 1 FROM edge WHERE object = node.node)
          AND NOT EXISTS (SELECT 1 FROM edge_name WHERE party = node.node)
          AND NOT EXISTS (SELECT 1 FROM event WHERE party = node.node)
          AND NOT EXISTS (SELECT 1 FROM event_from WHERE party = node.node)
          AND NOT EXISTS (SELECT 1 FROM fact WHERE forum = node.node)
        """)
    let rename = try db.cachedStatement(
      sql: """
        UPDATE node SET label = told.label FROM (
          SELECT min(p.label) AS label FROM node n JOIN statement_party p ON p.party_id = n.id
          JOIN statement s USING (statement) JOIN report_version v USING (version) JOIN report r USING (report)
          WHERE n.node = :node AND v.is_current AND NOT v.is_trashed AND NOT r.is_retracted) AS told
        WHERE node = :node AND NOT in_vocabulary AND kind <> 'meeting' AND told.label IS NOT NULL
          AND node.label <> told.label
        """)
    for node in bodies.sorted() {
      try delete.execute(arguments: ["node": node])
      try rename.execute(arguments: ["node": node])
    }
  }
}
