public import Formats
import GRDB

extension KnowledgeBase {
  /// How many reports there are, retracted ones left out.
  public func reportCount() throws(Problem) -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM report WHERE NOT is_retracted") ?? 0 }
  }

  public func info() throws(Problem) -> BaseInfo {
    try read { db in
      let row = try GRDB.Row.fetchOne(db, sql: KnowledgeBase.counts)
      let counts = row.map(Cells.init).map { cells in
        DumpTable.all.map { BaseInfo.Count(view: $0.name, rows: cells.number($0.name) ?? 0) }
      }
      return BaseInfo(
        path: path, schemaVersion: try SchemaSteps.version(db, path: path) ?? 0, counts: counts ?? [],
        dataHash: try Meta.value("data_sha256", db), extractorVersion: try Meta.value("extractor_version", db),
        unkept: try Int.fetchOne(
          db, sql: "SELECT count(*) FROM report_version WHERE length(raw) = 0 AND raw_sha256 <> :empty",
          arguments: ["empty": SHA256.hex("")]) ?? 0)
    }
  }

  private static let counts = """
    SELECT (SELECT count(*) FROM reports) AS reports, (SELECT count(*) FROM report_versions) AS report_versions,
      (SELECT count(*) FROM report_dates) AS report_dates, (SELECT count(*) FROM statements) AS statements,
      (SELECT count(*) FROM statement_parties) AS statement_parties, (SELECT count(*) FROM agencies) AS agencies,
      (SELECT count(*) FROM forums) AS forums, (SELECT count(*) FROM countries) AS countries,
      (SELECT count(*) FROM parties) AS parties, (SELECT count(*) FROM aliases) AS aliases,
      (SELECT count(*) FROM known_successions) AS known_successions,
      (SELECT count(*) FROM meetings) AS meetings, (SELECT count(*) FROM attendances) AS attendances,
      (SELECT count(*) FROM memberships) AS memberships, (SELECT count(*) FROM membership_names) AS membership_names,
      (SELECT count(*) FROM membership_events) AS membership_events,
      (SELECT count(*) FROM membership_totals) AS membership_totals, (SELECT count(*) FROM chair_terms) AS chair_terms,
      (SELECT count(*) FROM chair_transitions) AS chair_transitions, (SELECT count(*) FROM successions) AS successions,
      (SELECT count(*) FROM discrepancies) AS discrepancies, (SELECT count(*) FROM evidence) AS evidence
    """

  /// An agency, forum or country by its id; also a body that only texts know, which then has no more than a label.
  public func vocabularyRow(id: String) throws(Problem) -> VocabularyRow? {
    try read { db in
      guard let row = try GRDB.Row.fetchOne(db, sql: "SELECT * FROM node WHERE id = :id", arguments: ["id": id]) else {
        return nil
      }
      let cells = Cells(row)
      guard var found = cells.vocabularyRow else { return nil }
      let aliases = try GRDB.Row.fetchAll(
        db, sql: "SELECT text, language FROM alias WHERE node = :node ORDER BY position",
        arguments: ["node": cells.number("node")])
      found.aliases = aliases.map(Cells.init).compactMap { cells in
        cells.text("text").map { VocabularyRow.Alias(text: $0, language: cells.text("language")) }
      }
      return found
    }
  }

  /// The agencies, forums or countries that are known, by id, those of former times too, without their aliases.
  public func vocabulary(of kind: VocabularyRow.Kind) throws(Problem) -> [VocabularyRow] {
    try read { db in
      try GRDB.Row.fetchAll(
        db, sql: "SELECT * FROM node WHERE kind = :kind ORDER BY id", arguments: ["kind": kind.rawValue]
      ).map(Cells.init).compactMap(\.vocabularyRow)
    }
  }
}

extension Cells {
  /// A row of `node`, without its aliases; nil for a person or a meeting.
  fileprivate var vocabularyRow: VocabularyRow? {
    guard let id = text("id"), let kind = text("kind").flatMap(VocabularyRow.Kind.init) else { return nil }
    return VocabularyRow(
      id: id, kind: kind, label: text("label") ?? id, name: text("name"), acronym: text("acronym"),
      country: text("iso2"), iso3: text("iso3"), cowCode: number("cow_code"), parent: text("parent_id"),
      termLength: text("term_length"), category: text("category"), founded: text("founded_edtf"),
      dissolved: text("dissolved_edtf"))
  }
}
