public import Formats
import GRDB

extension KnowledgeBase {
  /// The ids of the agencies of a country, sorted.
  ///
  /// - Parameter country: ISO 3166-1 alpha-2 in capitals.
  public func agencies(ofCountry country: String) throws(Problem) -> [String] {
    try read { db in
      try String.fetchAll(
        db, sql: "SELECT id FROM node WHERE kind IN ('agency', 'organization') AND iso2 = :country ORDER BY id",
        arguments: ["country": country])
    }
  }

  /// The ids of the forums in which any of these parties belongs, met, was host or held an office, sorted.
  public func forums(of parties: [String]) throws(Problem) -> [String] {
    let ids = JSONWriter.text(of: .array(parties.map { .string($0) }))
    return try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT f.id FROM node p JOIN edge e ON e.subject = p.node JOIN fact USING (fact)
          JOIN node f ON f.node = fact.forum
          WHERE p.id IN (SELECT value FROM json_each(:ids)) AND e.predicate IN ('member_of', 'attended', 'held', 'hosted')
          ORDER BY f.id
          """, arguments: ["ids": ids])
    }
  }

  /// The forums of which reports tell anything, by id.
  public func toldForums() throws(Problem) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT id FROM node WHERE kind = 'forum' AND EXISTS (SELECT 1 FROM fact f WHERE f.forum = node.node)
          ORDER BY id
          """)
    }
  }

  /// Those of the ids of which a report tells something, those of which most is told first.
  public func told(of parties: [String]) throws(Problem) -> [String] {
    let ids = JSONWriter.text(of: .array(parties.map { .string($0) }))
    return try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT id FROM (
            SELECT n.id,
              (SELECT count(*) FROM edge e WHERE e.subject = n.node AND e.predicate NOT IN ('part_of', 'continues'))
              + (SELECT count(*) FROM fact f WHERE f.forum = n.node AND f.kind <> 'part_of') AS told
            FROM node n WHERE n.id IN (SELECT value FROM json_each(:ids)))
          WHERE told > 0 ORDER BY told DESC, id
          """, arguments: ["ids": ids])
    }
  }
}
