import Formats
import GRDB
import Graph

/// What rows of a forum have besides their own columns, each for the whole forum at once.
extension KnowledgeBase {
  func rows<Value>(_ db: Database, _ sql: String, _ forum: String, _ value: (Cells) -> Value) throws -> [Value] {
    var values: [Value] = []
    let rows = try GRDB.Row.fetchCursor(db, sql: sql, arguments: ["forum": forum])
    while let row = try rows.next() { values.append(value(Cells(row))) }
    return values
  }

  /// The same rows to keep: a cursor uses one row again and again.
  private func kept(_ db: Database, _ sql: String, _ forum: String) throws -> [Cells] {
    try GRDB.Row.fetchAll(db, sql: sql, arguments: ["forum": forum]).map(Cells.init)
  }

  /// The ids of the statements behind each fact of a kind.
  func statementsByFact(_ db: Database, _ kind: String, _ forum: String) throws -> [Int: [String]] {
    let sql = """
      SELECT f.fact, s.id FROM fact f JOIN edge_evidence e USING (fact) JOIN statement s USING (statement)
      WHERE f.forum = (SELECT node FROM node WHERE id = :forum) AND f.kind = :kind ORDER BY f.fact, s.id
      """
    var found: [Int: [String]] = [:]
    let rows = try GRDB.Row.fetchCursor(db, sql: sql, arguments: ["forum": forum, "kind": kind])
    while let cells = try rows.next().map(Cells.init) {
      if let fact = cells.number("fact"), let id = cells.text("id") { found[fact, default: []].append(id) }
    }
    return found
  }

  func statements(_ db: Database, ofFact fact: Int) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT s.id FROM edge_evidence e JOIN statement s USING (statement) WHERE e.fact = :fact ORDER BY s.id",
      arguments: ["fact": fact])
  }

  func seenByFact(_ db: Database, _ forum: String) throws -> [Int: [Seen]] {
    let sql = """
      SELECT s.* FROM fact f JOIN edge_seen s USING (fact)
      WHERE f.forum = (SELECT node FROM node WHERE id = :forum) AND f.kind = 'chair_term' ORDER BY f.fact, s.position
      """
    var found: [Int: [Seen]] = [:]
    for cells in try kept(db, sql, forum) {
      guard let fact = cells.number("fact"), let earliest = cells.day("earliest"), let latest = cells.day("latest")
      else {
        continue
      }
      found[fact, default: []].append(Seen(earliest: earliest, latest: latest, edtf: cells.text("edtf")))
    }
    return found
  }

  func namesByFact(_ db: Database, _ forum: String) throws -> [Int: [PartyName]] {
    let sql = """
      SELECT e.*, n.id AS party_id, n.label AS party_label
      FROM fact f JOIN edge_name e USING (fact) JOIN node n ON n.node = e.party
      WHERE f.forum = (SELECT node FROM node WHERE id = :forum) AND f.kind = 'membership' ORDER BY e.fact, e.position
      """
    var found: [Int: [PartyName]] = [:]
    for cells in try kept(db, sql, forum) {
      if let fact = cells.number("fact"), let party = cells.party("party") {
        found[fact, default: []].append(PartyName(party: party, since: cells.bound("since")))
      }
    }
    return found
  }

  func predecessorsByFact(_ db: Database, _ forum: String) throws -> [Int: [Party]] {
    let sql = """
      SELECT t.fact, n.id AS party_id, n.label AS party_label
      FROM fact f JOIN event_from t USING (fact) JOIN node n ON n.node = t.party
      WHERE f.forum = (SELECT node FROM node WHERE id = :forum) AND f.kind = 'chair_transition' ORDER BY t.fact, n.id
      """
    var found: [Int: [Party]] = [:]
    for cells in try kept(db, sql, forum) {
      if let fact = cells.number("fact"), let party = cells.party("party") { found[fact, default: []].append(party) }
    }
    return found
  }

  func hostsByMeeting(_ db: Database, _ forum: String) throws -> [String: [Party]] {
    let sql = """
      SELECT m.id AS meeting_id, n.id AS party_id, n.label AS party_label
      FROM fact f JOIN edge e USING (fact) JOIN node n ON n.node = e.subject JOIN node m ON m.node = e.object
      WHERE f.forum = (SELECT node FROM node WHERE id = :forum) AND f.kind = 'host' ORDER BY f.fact
      """
    var found: [String: [Party]] = [:]
    for cells in try kept(db, sql, forum) {
      if let meeting = cells.text("meeting_id"), let party = cells.party("party") {
        found[meeting, default: []].append(party)
      }
    }
    return found
  }

  func subjects(_ db: Database, ofFact fact: Int) throws -> [String] {
    let select = try db.cachedStatement(
      sql: "SELECT subject_id FROM discrepancy_subject WHERE fact = :fact ORDER BY position")
    return try String.fetchAll(select, arguments: ["fact": fact])
  }
}
