public import Formats
import GRDB
public import Graph

extension KnowledgeBase {
  /// All that ties a node to others, by relation and the id of the row; nothing for an id that is not there.
  public func links(of id: String) throws(Problem) -> [GraphLink] {
    try read { db in
      let rows = try GRDB.Row.fetchCursor(try db.cachedStatement(sql: KnowledgeBase.linksOfNode), arguments: ["id": id])
      var links: [GraphLink] = []
      while let cells = try rows.next().map(Cells.init) {
        guard let relation = cells.text("predicate").flatMap(GraphLink.Relation.init),
          let subject = cells.party("subject"), let object = cells.party("object"), let fact = cells.text("fact_id")
        else { continue }
        links.append(
          GraphLink(
            fact: fact, relation: relation, subject: subject, object: object, class: cells.text("class"),
            time: Interval(start: cells.bound("from"), end: cells.bound("to")),
            lasts: !cells.flag("of_meeting") && (relation == .memberOf || relation == .held),
            termLength: cells.text("term_length").flatMap(TermLength.init(iso8601:))))
      }
      return links
    }
  }

  /// What a party, a forum or a meeting is called; nil for an id that is not there.
  public func label(of id: String) throws(Problem) -> String? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT label FROM node WHERE id = :id", arguments: ["id": id])
    }
  }

  /// The ids of the statements behind a row.
  public func statements(ofFact id: String) throws(Problem) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT s.id FROM fact f JOIN edge_evidence e USING (fact) JOIN statement s USING (statement)
          WHERE f.id = :id ORDER BY s.id
          """, arguments: ["id": id])
    }
  }

  /// A meeting's time stands with the meeting, every other with the link.
  private static let linksOfNode = """
    WITH links AS (
      SELECT e.* FROM node n JOIN edge e ON e.subject = n.node WHERE n.id = :id
      UNION ALL SELECT e.* FROM node n JOIN edge e ON e.object = n.node WHERE n.id = :id)
    SELECT f.id AS fact_id, l.predicate, l.class, l.of_meeting, iif(l.predicate = 'held', o.term_length, NULL) AS term_length, s.id AS subject_id, s.label AS subject_label, o.id AS object_id,
      o.label AS object_label, ifnull(m.start_edtf, l.from_edtf) AS from_edtf,
      ifnull(m.start_earliest, l.from_earliest) AS from_earliest, ifnull(m.start_latest, l.from_latest) AS from_latest,
      ifnull(m.start_stated, l.from_stated) AS from_stated, ifnull(m.end_edtf, l.to_edtf) AS to_edtf,
      ifnull(m.end_earliest, l.to_earliest) AS to_earliest, ifnull(m.end_latest, l.to_latest) AS to_latest,
      ifnull(m.end_stated, l.to_stated) AS to_stated
    FROM links l JOIN fact f USING (fact) JOIN node s ON s.node = l.subject JOIN node o ON o.node = l.object
    LEFT JOIN meeting m ON m.node = l.object
    WHERE l.predicate IN ('member_of', 'attended', 'hosted', 'held') ORDER BY l.predicate, f.id
    """
}
