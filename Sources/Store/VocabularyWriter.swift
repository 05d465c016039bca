import GRDB
import Graph
import Knowledge

/// Puts a vocabulary in the place of the one before. Nodes that facts still name stay, as known from texts only.
struct VocabularyWriter {
  let db: Database

  func replace(with vocabulary: KnowledgeBase.Vocabulary) throws {
    try db.execute(
      sql: """
        DELETE FROM alias;
        DELETE FROM name;
        DELETE FROM known_succession;
        UPDATE node SET in_vocabulary = 0, name = NULL, acronym = NULL, iso2 = NULL, iso3 = NULL, cow_code = NULL,
          parent_id = NULL, term_length = NULL, category = NULL, founded_edtf = NULL, dissolved_edtf = NULL
        WHERE in_vocabulary;
        """)
    for row in vocabulary.rows { try insert(row) }
    for succession in vocabulary.successions {
      for old in succession.old { try insert(succession, old: old) }
    }
  }

  private func insert(_ row: VocabularyRow) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO node (id, kind, label, name, acronym, iso2, iso3, cow_code, parent_id, term_length, category,
          founded_edtf, dissolved_edtf, in_vocabulary)
        VALUES (:id, :kind, :label, :name, :acronym, :iso2, :iso3, :cow, :parent, :term, :category, :founded, :dissolved, 1)
        ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, label = excluded.label, name = excluded.name,
          acronym = excluded.acronym, iso2 = excluded.iso2, iso3 = excluded.iso3, cow_code = excluded.cow_code,
          parent_id = excluded.parent_id, term_length = excluded.term_length, category = excluded.category,
          founded_edtf = excluded.founded_edtf, dissolved_edtf = excluded.dissolved_edtf, in_vocabulary = 1
        """)
    try insert.execute(arguments: [
      "id": row.id, "kind": row.kind.rawValue, "label": row.label, "name": row.name?.nilIfEmpty,
      "acronym": row.acronym?.nilIfEmpty, "iso2": row.country?.nilIfEmpty, "iso3": row.iso3?.nilIfEmpty,
      "cow": row.cowCode, "parent": row.parent?.nilIfEmpty, "term": row.termLength?.nilIfEmpty,
      "category": row.category?.nilIfEmpty, "founded": row.founded?.nilIfEmpty,
      "dissolved": row.dissolved?.nilIfEmpty,
    ])
    let insertAlias = try db.cachedStatement(
      sql: """
        INSERT INTO alias (node, position, text, language)
        SELECT node, :position, :text, :language FROM node WHERE id = :id
        """)
    for (position, alias) in row.aliases.filter({ !$0.text.isEmpty }).enumerated() {
      try insertAlias.execute(arguments: [
        "position": position, "text": alias.text, "language": alias.language?.nilIfEmpty, "id": row.id,
      ])
    }
    guard let node = try Int.fetchOne(db, sql: "SELECT node FROM node WHERE id = :id", arguments: ["id": row.id]) else {
      return
    }
    let names = [row.label, row.name, row.acronym, row.iso3].compactMap(\.self)
    try Self.insert(names + row.aliases.map(\.text), ofNode: node, db)
  }

  /// Names for the nodes that have none: those that only texts know go by their label.
  static func nameOthers(_ db: Database) throws {
    let sql = """
      SELECT node, label FROM node WHERE NOT in_vocabulary AND kind <> 'meeting'
        AND NOT EXISTS (SELECT 1 FROM name WHERE name.node = node.node)
      """
    for cells in try GRDB.Row.fetchAll(db, sql: sql).map(Cells.init) {
      guard let node = cells.number("node"), let label = cells.text("label") else { continue }
      try insert([label], ofNode: node, db)
    }
  }

  private static func insert(_ names: [String], ofNode node: Int, _ db: Database) throws {
    let insert = try db.cachedStatement(
      sql: "INSERT INTO name (folded, node) VALUES (:folded, :node) ON CONFLICT DO NOTHING")
    for name in names {
      let key = NameKey.of(name)
      if !key.isEmpty { try insert.execute(arguments: ["folded": key, "node": node]) }
    }
  }

  private func insert(_ succession: GraphBuilder.Vocabulary.KnownSuccession, old: Party) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO known_succession (old_id, old_label, new_id, new_label, date, how)
        VALUES (:old, :oldLabel, :new, :newLabel, :date, :how) ON CONFLICT (old_id, new_id) DO NOTHING
        """
    ).execute(arguments: [
      "old": old.id, "oldLabel": old.label, "new": succession.new.id, "newLabel": succession.new.label,
      "date": succession.date?.nilIfEmpty, "how": succession.how?.nilIfEmpty,
    ])
  }
}
