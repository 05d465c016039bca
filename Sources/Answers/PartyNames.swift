import Formats
import Store

/// Finds a forum, an agency or a country by any of its names, or by its id.
struct PartyNames: Sendable {
  private let base: KnowledgeBase
  private let names: NameIndex

  init(_ base: KnowledgeBase) throws(Problem) {
    self.base = base
    let sql = """
      SELECT forum_id, label, name, acronym FROM forums UNION ALL SELECT agency_id, label, name, acronym FROM agencies
      UNION ALL SELECT country_id, label, name, iso3 FROM countries
      UNION ALL SELECT party_id, alias, NULL, NULL FROM aliases
      """
    var found: [(id: String, name: String)] = []
    try base.query(sql: sql) { _ in
    } row: { cells in
      if let id = cells[0] { found += cells.dropFirst().compactMap(\.self).map { (id, $0) } }
      return true
    }
    names = NameIndex(found)
  }

  /// Of several with one name the one that reports speak of; if they speak of several, which is meant is asked back.
  /// - Throws: a ``Misunderstanding`` for an unknown or ambiguous name, or a `Problem` of the database.
  func row(named name: String) throws -> VocabularyRow {
    if let row = try base.vocabularyRow(id: name) { return row }
    let ids = names.ids(of: name)
    if ids.isEmpty {
      throw Misunderstanding(
        question: name, reason: "no forum, agency or country is known by the name \"\(name)\"",
        candidates: try names.similar(to: name).map { try base.vocabularyRow(id: $0)?.label ?? $0 })
    }
    let told = ids.count == 1 ? ids : try base.told(of: ids)
    if let id = told.first ?? ids.first, told.count == 1 || ids.count == 1, let row = try base.vocabularyRow(id: id) {
      return row
    }
    throw Misunderstanding(
      question: name, reason: "several are called \"\(name)\", write the id of one",
      candidates: told.isEmpty ? ids : told)
  }
}
