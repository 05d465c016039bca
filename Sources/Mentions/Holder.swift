/// Whoever may hold an office, as a text names it: a person, a body or state, or a person for one.
public struct Holder: Sendable {
  public var person: String?
  public var party: PartyItem?
  /// The time told beside it: `ESA (1984)`, `P from 2001 to 2003`.
  public var date: DateValue?
  /// The body whose office it is, where a row of a table names it: `WGCV | P (A)`.
  public var forum: Name?
  /// UTF-8 bytes of the text that name it.
  public let range: Range<Int>

  public init(
    person: String? = nil, party: PartyItem? = nil, date: DateValue? = nil, forum: Name? = nil, range: Range<Int>
  ) {
    self.person = person
    self.party = party
    self.date = date
    self.forum = forum
    self.range = range
  }
}

extension Mention {
  /// How many slots it is worth: a person with a party fills two, a list with times one more for these.
  var weight: Int32 {
    guard case .holders(let holders) = value else { return 1 }
    let isFull = holders.contains { $0.person != nil && $0.party != nil }
    return (isFull ? 2 : 1) + (holders.count > 1 && holders.contains { $0.date != nil } ? 2 : 0)
  }
}
