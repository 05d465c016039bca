import Graph
public import Knowledge

/// The vocabulary in the form in which the store keeps it.
public enum VocabularyRows {
  /// - Parameter digest: SHA-256 of the data, hexadecimal.
  public static func vocabulary(_ vocabulary: Vocabulary, digest: String) -> KnowledgeBase.Vocabulary {
    KnowledgeBase.Vocabulary(
      rows: vocabulary.agencies.map(row) + vocabulary.forums.map(row) + vocabulary.countries.map(row),
      successions: vocabulary.successions.compactMap { succession($0, vocabulary) }, dataHash: digest)
  }

  private static func row(_ agency: Vocabulary.Agency) -> VocabularyRow {
    VocabularyRow(
      id: "agency/\(agency.key)", kind: .agency, label: agency.label, name: agency.name, acronym: agency.acronym,
      country: agency.country, category: agency.kind, founded: agency.founded, dissolved: agency.dissolved,
      aliases: aliases(agency.aliases))
  }

  private static func row(_ forum: Vocabulary.Forum) -> VocabularyRow {
    VocabularyRow(
      id: "forum/\(forum.key)", kind: .forum, label: forum.label, name: forum.name, acronym: forum.acronym,
      parent: forum.parent.map { "forum/\($0)" }, termLength: forum.termLength,
      category: forum.kindOfMember.isEmpty ? nil : forum.kindOfMember.joined(separator: ";"), founded: forum.founded,
      dissolved: forum.dissolved, aliases: aliases(forum.aliases + forum.formerNames))
  }

  private static func row(_ country: Vocabulary.Country) -> VocabularyRow {
    VocabularyRow(
      id: "country/\(country.key)", kind: .country, label: country.name, name: country.name, country: country.alpha2,
      iso3: country.alpha3, cowCode: country.cowCode, founded: country.from, dissolved: country.to,
      aliases: aliases(country.aliases + country.adjectives + country.foreignNames))
  }

  private static func aliases(_ names: [String]) -> [VocabularyRow.Alias] {
    var seen: Set<String> = []
    return names.filter { !$0.isEmpty && seen.insert($0).inserted }.map { VocabularyRow.Alias(text: $0) }
  }

  private static func succession(
    _ succession: Vocabulary.Succession, _ vocabulary: Vocabulary
  ) -> GraphBuilder.Vocabulary.KnownSuccession? {
    let old = succession.old.compactMap { party($0, vocabulary) }
    guard let new = party(succession.new, vocabulary), old.count == succession.old.count else { return nil }
    return GraphBuilder.Vocabulary.KnownSuccession(old: old, new: new, date: succession.date, how: succession.how)
  }

  private static func party(_ key: String, _ vocabulary: Vocabulary) -> Party? {
    if let agency = vocabulary.agencies.first(where: { $0.key == key }) {
      return Party(id: "agency/\(key)", label: agency.label)
    }
    return vocabulary.countries.first { $0.key == key }.map { Party(id: "country/\(key)", label: $0.name) }
  }
}
