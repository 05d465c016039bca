import Formats
import Graph
import Store

/// Whom a question about an agency or a country is about.
struct PartyFamily {
  let base: KnowledgeBase

  init(_ base: KnowledgeBase) { self.base = base }

  /// An agency with those that it continues; a country with its agencies.
  func callAsFunction(of row: VocabularyRow) throws(Problem) -> [Party] {
    let successions = try base.successions()
    var ids = [row.id]
    if row.kind == .country, let country = row.country { ids += try base.agencies(ofCountry: country) }
    ids += ids.flatMap { PartyLines.predecessors(of: $0, successions) }
    var parties: [Party] = []
    for id in ids where !parties.contains(where: { $0.id == id }) {
      parties.append(Party(id: id, label: try base.vocabularyRow(id: id)?.label ?? id))
    }
    return parties
  }
}
