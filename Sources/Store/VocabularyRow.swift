/// A row of the vocabulary as the store keeps it: an agency, a forum, a country or another body.
public struct VocabularyRow: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable { case agency, forum, country, organization }

  /// Another name, as text and in which language, if that is known.
  public struct Alias: Sendable, Hashable {
    public var text: String
    /// BCP 47.
    public var language: String?

    public init(text: String, language: String? = nil) {
      self.text = text
      self.language = language
    }
  }

  /// `agency/jaxa`; permanent.
  public var id: String
  public var kind: Kind
  public var label: String
  /// The name in full, in English.
  public var name: String?
  public var acronym: String?
  /// ISO 3166-1 alpha-2 in capitals; of an agency.
  public var country: String?
  /// ISO 3166-1 alpha-3; of a country.
  public var iso3: String?
  /// Correlates of War code; of a country.
  public var cowCode: Int?
  /// The id of the parent forum; of a forum.
  public var parent: String?
  /// ISO 8601 (`P1Y`); of a forum.
  public var termLength: String?
  /// The word of the vocabulary: `space_agency`, `ministry`, …; of a forum the kind of member.
  public var category: String?
  /// EDTF.
  public var founded: String?
  /// EDTF.
  public var dissolved: String?
  public var aliases: [Alias]

  public init(
    id: String, kind: Kind, label: String, name: String? = nil, acronym: String? = nil, country: String? = nil,
    iso3: String? = nil, cowCode: Int? = nil, parent: String? = nil, termLength: String? = nil,
    category: String? = nil, founded: String? = nil, dissolved: String? = nil, aliases: [Alias] = []
  ) {
    self.id = id
    self.kind = kind
    self.label = label
    self.name = name
    self.acronym = acronym
    self.country = country
    self.iso3 = iso3
    self.cowCode = cowCode
    self.parent = parent
    self.termLength = termLength
    self.category = category
    self.founded = founded
    self.dissolved = dissolved
    self.aliases = aliases
  }
}
