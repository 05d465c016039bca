import Formats
import Knowledge
import Store

/// Finds a forum, an agency or a country by any of its names, or by its id.
struct PartyNames: Sendable {
  let base: KnowledgeBase

  init(_ base: KnowledgeBase) { self.base = base }

  /// Of several with one name the one that reports speak of; if they speak of several, which is meant is asked back.
  /// - Throws: a ``Misunderstanding`` for an unknown or ambiguous name, or a `Problem` of the database.
  func row(named name: String) throws -> VocabularyRow {
    let ids = try ids(named: name, kinds: "forum, agency or country") { _ in true }
    let told = ids.count == 1 ? ids : try base.told(of: ids)
    if let id = told.first, told.count == 1, let row = try base.vocabularyRow(id: id) { return row }
    throw several(name, told.isEmpty ? ids : told)
  }

  /// The id of a forum.
  /// - Throws: as ``row(named:)``.
  func forum(named name: String) throws -> String {
    let ids = try ids(named: name, kinds: "forum") { $0.hasPrefix("forum/") }
    let told = ids.count == 1 ? ids : try base.told(of: ids)
    if let id = told.first, told.count == 1 { return id }
    throw several(name, told.isEmpty ? ids : told)
  }

  /// All agencies and countries of that name.
  /// - Throws: as ``row(named:)``.
  func parties(named name: String) throws -> [String] {
    let ids = try ids(named: name, kinds: "agency or country") { _ in true }
    let parties = ids.filter { !$0.hasPrefix("forum/") }
    return parties.isEmpty ? ids : parties
  }

  private func ids(named name: String, kinds: String, where isWanted: (String) -> Bool) throws -> [String] {
    if isWanted(name), try base.vocabularyRow(id: name) != nil { return [name] }
    let key = NameKey.of(name)
    let ids = try base.ids(ofNames: [key])[key]?.filter(isWanted) ?? []
    guard ids.isEmpty else { return ids }
    let names = try BaseNames(base: base).all()
    throw Misunderstanding(
      question: name, reason: "no \(kinds) is known by the name \"\(name)\"",
      candidates: names.similar(to: name).filter(isWanted).map(BaseNames(base: base).label))
  }

  private func several(_ name: String, _ ids: [String]) -> Misunderstanding {
    let candidates = ids.map { id in
      ((try? base.vocabularyRow(id: id)) ?? nil)?.name.map { "\(id) (\($0))" } ?? id
    }
    return Misunderstanding(
      question: name, reason: "several are called \"\(name)\", write the id of one", candidates: candidates)
  }
}
