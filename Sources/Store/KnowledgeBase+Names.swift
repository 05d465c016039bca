public import Formats
import GRDB

extension KnowledgeBase {
  /// The ids of what bears one of these names, by name, sorted. A name is given as `NameKey` makes it; one that nobody bears has
  /// no entry.
  public func ids(ofNames keys: [String]) throws(Problem) -> [String: [String]] {
    let wanted = JSONWriter.text(of: .array(keys.map { .string($0) }))
    return try read { db in
      let sql = """
        SELECT m.folded, n.id FROM json_each(:keys) k JOIN name m ON m.folded = k.value JOIN node n USING (node)
        ORDER BY m.folded, n.id
        """
      var found: [String: [String]] = [:]
      let rows = try GRDB.Row.fetchCursor(db, sql: sql, arguments: ["keys": wanted])
      while let cells = try rows.next().map(Cells.init) {
        if let key = cells.text("folded"), let id = cells.text("id") { found[key, default: []].append(id) }
      }
      return found
    }
  }

  /// Every name of the vocabulary, with the id of what bears it.
  public func names() throws(Problem) -> [(id: String, name: String)] {
    let sql = """
      SELECT id, label AS name FROM node WHERE in_vocabulary UNION ALL
      SELECT id, name FROM node WHERE in_vocabulary AND name IS NOT NULL UNION ALL
      SELECT id, acronym FROM node WHERE in_vocabulary AND acronym IS NOT NULL UNION ALL
      SELECT n.id, a.text FROM alias a JOIN node n USING (node)
      """
    return try read { db in
      try GRDB.Row.fetchAll(db, sql: sql).map(Cells.init).compactMap { cells in
        if let id = cells.text("id"), let name = cells.text("name") { (id, name) } else { nil }
      }
    }
  }

  /// The English names of the countries of the vocabulary's agencies, by the id of the agency.
  public func countriesOfAgencies() throws(Problem) -> [String: String] {
    let sql = """
      SELECT a.id AS agency, min(c.label) AS country FROM node a JOIN node c ON c.kind = 'country' AND c.iso2 = a.iso2
      WHERE a.kind = 'agency' GROUP BY a.id
      """
    return try read { db in
      try GRDB.Row.fetchAll(db, sql: sql).map(Cells.init).reduce(into: [:]) { found, cells in
        if let agency = cells.text("agency") { found[agency] = cells.text("country") }
      }
    }
  }

  /// The date of publication of the newest report, EDTF, retracted ones left out; nil if none has one.
  public func newestReport() throws(Problem) -> String? {
    try read { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT substr(v.published, 1, 10) FROM report_version v JOIN report r USING (report)
          WHERE v.published IS NOT NULL AND v.is_current AND NOT v.is_trashed AND NOT r.is_retracted
          ORDER BY v.published DESC LIMIT 1
          """)
    }
  }

  /// Every person whom a report names as a holder of an office, as it is written there, sorted.
  public func officeHolders() throws(Problem) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT person FROM edge WHERE person IS NOT NULL UNION SELECT label FROM node WHERE kind = 'person' ORDER BY 1
          """)
    }
  }

  /// Every town and country where reports place a meeting, sorted.
  public func places() throws(Problem) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT place FROM meeting WHERE place IS NOT NULL UNION SELECT country FROM meeting WHERE country IS NOT NULL
          ORDER BY 1
          """)
    }
  }

  /// The ids of the forums in which this person, as it is written there, held an office, sorted.
  public func forums(ofPerson person: String) throws(Problem) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT f.id FROM edge e JOIN fact USING (fact) JOIN node f ON f.node = fact.forum WHERE e.person = :person
          UNION SELECT f.id FROM node p JOIN edge e ON e.subject = p.node JOIN fact USING (fact)
            JOIN node f ON f.node = fact.forum WHERE p.kind = 'person' AND p.label = :person
          ORDER BY 1
          """, arguments: ["person": person])
    }
  }
}
