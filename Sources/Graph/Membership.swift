public import Formats

/// A party's membership in a forum in one class, over one interval.
public struct Membership: Sendable, Hashable {
  /// `membership/isecg/aeb/1`: forum, party and number by time; another class stands before the number.
  public var id: String
  public var forum: Party
  public var party: Party
  /// `member`, `associate`, `observer`, `affiliate`, `cooperating state`, `participating organization`.
  public var `class`: String
  public var time: Interval
  /// Named as founder or founding member.
  public var isFounder: Bool
  /// The rank by joining that a report states ("the 27th member").
  public var ordinal: Int?
  /// Of a party that reports name differently at different times the names in order, this one's last; else empty.
  public var names: [PartyName]
  public var statements: [String]

  public init(
    id: String, forum: Party, party: Party, class: String, time: Interval = Interval(), isFounder: Bool = false,
    ordinal: Int? = nil, names: [PartyName] = [], statements: [String] = []
  ) {
    self.id = id
    self.forum = forum
    self.party = party
    self.class = `class`
    self.time = time
    self.isFounder = isFounder
    self.ordinal = ordinal
    self.names = names
    self.statements = statements
  }

  /// The party under the name of that day.
  public func party(on day: Day) -> Party { names.name(on: day) ?? party }

  /// Stated, presumed, possible or unknown on a day. A membership stays presumed after it was last seen.
  public func certainty(on day: Day) -> Certainty { time.certainty(on: day, term: nil) }
}

/// One of the steps founded, joined, listed, applied, withdrew.
public struct MembershipEvent: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable { case founded, joined, listed, applied, withdrew }

  /// `membership-event/isecg/aeb/joined/1`.
  public var id: String
  public var forum: Party
  public var party: Party
  public var kind: Kind
  public var `class`: String
  /// When it happened; for `listed` the day on which the party was seen to be a member.
  public var time: Bound
  public var ordinal: Int?
  /// Only announced: it makes no fact.
  public var isPlanned: Bool
  public var statements: [String]

  public init(
    id: String, forum: Party, party: Party, kind: Kind, class: String, time: Bound = .unknown, ordinal: Int? = nil,
    isPlanned: Bool = false, statements: [String] = []
  ) {
    self.id = id
    self.forum = forum
    self.party = party
    self.kind = kind
    self.class = `class`
    self.time = time
    self.ordinal = ordinal
    self.isPlanned = isPlanned
    self.statements = statements
  }
}

/// A stated number of members.
public struct MembershipTotal: Sendable, Hashable {
  /// `membership-total/isecg/2020-09-09/24`.
  public var id: String
  public var forum: Party
  public var count: Int
  /// What is counted; nil: agencies or members.
  public var unit: String?
  /// Only if the text counts by class.
  public var `class`: String?
  /// More than, over, about.
  public var isApproximate: Bool
  public var asOf: Bound
  public var statements: [String]

  public init(
    id: String, forum: Party, count: Int, unit: String? = nil, class: String? = nil, isApproximate: Bool = false,
    asOf: Bound = .unknown, statements: [String] = []
  ) {
    self.id = id
    self.forum = forum
    self.count = count
    self.unit = unit
    self.class = `class`
    self.isApproximate = isApproximate
    self.asOf = asOf
    self.statements = statements
  }
}
