/// A row of the vocabulary as a name resolves to it.
public struct Entity: Sendable, Hashable {
  public enum Kind: String, Sendable { case agency, forum, country }

  public let kind: Kind
  /// `agency/jaxa`, `forum/isecg`, `country/ca`.
  public let id: String
  /// The name that statements print.
  public let label: String
  /// The English name in full.
  public let name: String
  /// ISO 3166-1 alpha-2 of an agency's seat or of a country; nil: intergovernmental, or a forum.
  public let country: String?
  /// Of a forum: its offices, the first one first.
  public fileprivate(set) var roles: [String] = []
  /// Of a forum: what its meetings are called, a level too where it meets only at that one (`heads of agency`).
  public fileprivate(set) var meetingNames: [String] = []
  /// Of a forum: whether what it does is read; congresses and bodies outside space are only known by name.
  public fileprivate(set) var meets = true
  /// Of a forum: whose members it has (`parent`, `own`); nil: those of an organization above it, if there is one.
  public fileprivate(set) var members: String?
  /// Position of the parent forum in `Names.entities`.
  public fileprivate(set) var parent: Int?
  /// Of an organization that is a party and has members: its council meets and has a chair, not it (ESA).
  public fileprivate(set) var hasCouncil = false
  /// The same body stands in the other table too: an organization that is a party and has members (ESA).
  public fileprivate(set) var twin: Int?
}

/// Every name of the vocabulary as a sequence of folded words, with what it may mean.
public struct Names: Sendable {
  public struct Use: Sendable, Hashable {
    public let entity: Int
    /// An adjective of a country (`Brazilian`), not its name.
    public let isAdjective: Bool
    /// The very bytes that the text must have; nil: any case with a capital at the front.
    public let exact: [UInt8]?
  }

  public let entities: [Entity]
  public let readings: [[UInt8]: [Vocabulary.Reading]]
  public private(set) var trie = WordTrie<Use>()
  /// Sub-bodies by what their name adds to their parent's: `Executive Committee` for `GEO Executive Committee`.
  public private(set) var bodies = WordTrie<Int>()
  public let byID: [String: Int]
  /// Agencies of kind `space_agency` by country code: what `the Brazilian space agency` means.
  public let spaceAgencies: [String: Int]

  public init(_ vocabulary: Vocabulary, words: inout WordTable) {
    var entities: [Entity] = []
    var spaceAgencies: [String: Int] = [:]
    for agency in vocabulary.agencies {
      if agency.kind == "space_agency", agency.dissolved == nil, let country = agency.country,
        spaceAgencies[country] == nil
      {
        spaceAgencies[country] = entities.count
      }
      entities.append(
        Entity(
          kind: .agency, id: "agency/\(agency.key)", label: agency.label, name: agency.name, country: agency.country))
    }
    for forum in vocabulary.forums {
      entities.append(
        Entity(kind: .forum, id: "forum/\(forum.key)", label: forum.label, name: forum.name, country: nil))
    }
    for country in vocabulary.countries {
      entities.append(
        Entity(
          kind: .country, id: "country/\(country.key)", label: country.name, name: country.name, country: country.alpha2
        ))
    }
    let byID = Dictionary(entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for forum in vocabulary.forums {
      guard let index = byID["forum/\(forum.key)"] else { continue }
      entities[index].meets = forum.meets
      entities[index].roles = forum.roles
      entities[index].meetingNames = forum.meetingNames
      entities[index].members = forum.members
      entities[index].parent = forum.parent.flatMap { byID["forum/\($0)"] }
      if let twin = byID["agency/\(forum.key)"] {
        entities[index].twin = twin
        entities[twin].twin = index
      }
    }
    for entity in entities where entity.kind == .forum {
      if let parent = entity.parent, entities[parent].twin != nil { entities[parent].hasCouncil = true }
    }
    self.entities = entities
    self.byID = byID
    self.spaceAgencies = spaceAgencies
    readings = Dictionary(grouping: vocabulary.readings) { Folding.fold($0.name) }
    for agency in vocabulary.agencies {
      add(
        [agency.label, agency.name] + [agency.acronym].compactMap(\.self) + agency.aliases, "agency/\(agency.key)",
        &words)
    }
    for forum in vocabulary.forums {
      add(
        [forum.label, forum.name] + [forum.acronym].compactMap(\.self) + forum.aliases + forum.formerNames,
        "forum/\(forum.key)", &words)
    }
    for (index, entity) in entities.enumerated() where entity.kind == .forum {
      guard let parent = entity.parent, entity.label.hasPrefix(entities[parent].label + " ") else { continue }
      let sequence = words.sequence(of: String(entity.label.dropFirst(entities[parent].label.utf8.count + 1)))
      bodies.insert(sequence, index)
    }
    for country in vocabulary.countries {
      add([country.name] + country.aliases, "country/\(country.key)", &words)
      add(country.adjectives, "country/\(country.key)", adjective: true, &words)
    }
  }

  /// The forums above a sub-body, the nearest first.
  public func above(_ body: Int) -> [Int] {
    var forums: [Int] = []
    while let parent = entities[forums.last ?? body].parent, !forums.contains(parent) { forums.append(parent) }
    return forums
  }

  /// Whether a forum is a sub-body of another, at whatever depth.
  public func isBody(_ child: Int, of parent: Int) -> Bool { above(child).contains(parent) }

  /// The sub-body in which a forum meets at a level: `ESA Council` and `ministerial` give the council at ministerial level.
  public func body(of forum: Int, at level: String) -> Int? {
    entities.indices.first { index in
      guard entities[index].kind == .forum, let parent = entities[index].parent,
        entities[index].label.split(separator: " ").contains(where: { $0.lowercased() == level })
          || entities[index].meetingNames.contains(level)
      else { return false }
      return parent == forum || entities[parent].parent == forum
    }
  }

  /// A name of three words or more as written, with spaces for its hyphens (`Inter Agency`), without them (`Interagency`), and
  /// with `&` for `and`.
  private static func writings(of name: String) -> Set<String> {
    guard name.count(where: { $0 == " " }) > 1 else { return [name] }
    return [
      name, name.replacing("-", with: " "), name.replacing("-", with: ""), name.replacing(" and ", with: " & "),
    ]
  }

  private mutating func add(_ names: [String], _ id: String, adjective: Bool = false, _ words: inout WordTable) {
    guard let entity = byID[id] else { return }
    for name in names.flatMap(Self.writings) {
      let sequence = words.sequence(of: name)
      guard !sequence.isEmpty else { continue }
      let bytes = Array(name.utf8)
      let upper = Folding.countUpper(bytes, 0, bytes.count)
      let isAcronym = sequence.count == 1 && upper.letters <= 5 && upper.upper >= 2
      trie.insert(sequence, Use(entity: entity, isAdjective: adjective, exact: isAcronym ? bytes : nil))
    }
  }
}
