import Formats

/// Whoever can meet, join or chair: an agency, a state, another body or a forum.
public struct Party: Sendable, Hashable, Comparable {
  /// `agency/jaxa`, `country/ca`, `forum/ceos`; outside the vocabulary `agency/?name-in-lower-case`.
  public var id: String
  /// The name that is printed: acronym, else English name.
  public var label: String

  public init(id: String, label: String) {
    self.id = id
    self.label = label
  }

  public static func < (a: Party, b: Party) -> Bool { (a.id, a.label) < (b.id, b.label) }
}

/// A party in a line of successions, and since when it continues the one before it.
public struct PartyName: Sendable, Hashable {
  public var party: Party
  /// Unknown for the first of the line.
  public var since: Bound

  public init(party: Party, since: Bound = .unknown) {
    self.party = party
    self.since = since
  }
}

extension [PartyName] {
  /// The last that had begun by the day, else the first.
  func name(on day: Day) -> Party? {
    (last { name in (name.since.latest ?? name.since.earliest).map { $0 <= day } ?? false } ?? first)?.party
  }
}

/// Who holds an office: a party, a person, or a person for a party. At least one is there.
public struct Holder: Sendable, Hashable {
  public var party: Party?
  public var person: String?

  public init(party: Party? = nil, person: String? = nil) {
    self.party = party
    self.person = person
  }

  /// As a node of the graph: the party, else the person.
  public var node: Party {
    if let party { return party }
    let name = person ?? "unnamed"
    return Party(id: "person/\(Row.slug(name))", label: name)
  }
}
