public import Formats

/// The interval in which a holder had an office of a forum.
public struct ChairTerm: Sendable, Hashable {
  /// `chair/isecg/jaxa/1`: office, forum, holder and number by time, the undated ones last.
  public var id: String
  public var forum: Party
  /// `chair`, `co-chair`, `vice-chair`, `president`, …
  public var role: String
  public var holder: Holder
  public var time: Interval
  /// The stretches of days in which a report saw the holder in office, by time.
  public var seen: [Seen]
  /// The term joins observations between which no other holder is known; that it went on is assumed.
  public var continuityAssumed: Bool
  /// Only the chair of a meeting, which says nothing of the office beyond its days.
  public var ofMeeting: Bool
  /// The forum's term length, if known; it ends a presumption.
  public var termLength: TermLength?
  public var statements: [String]

  public init(
    id: String, forum: Party, role: String, holder: Holder, time: Interval = Interval(), seen: [Seen] = [],
    continuityAssumed: Bool = false, ofMeeting: Bool = false, termLength: TermLength? = nil,
    statements: [String] = []
  ) {
    self.id = id
    self.forum = forum
    self.role = role
    self.holder = holder
    self.time = time
    self.seen = seen
    self.continuityAssumed = continuityAssumed
    self.ofMeeting = ofMeeting
    self.termLength = termLength
    self.statements = statements
  }
  /// Stated, presumed, possible or unknown on a day. Presumed until last seen + term length if that is known; who chaired a
  /// meeting is unknown but on its days.
  public func certainty(on day: Day) -> Certainty {
    if ofMeeting {
      let isThen = seen.contains { $0.earliest <= day && day <= $0.latest }
      return isThen ? time.certaintyWithoutPresumption(on: day) : .unknown
    }
    return time.certainty(on: day, term: termLength)
  }
}

/// An observation: true on at least one day between these two, both included.
public struct Seen: Sendable, Hashable {
  public var earliest: Day
  public var latest: Day
  /// As the report gives it: `2020-09-09`, `2015`.
  public var edtf: String?

  public init(earliest: Day, latest: Day, edtf: String? = nil) {
    self.earliest = earliest
    self.latest = latest
    self.edtf = edtf
  }
}

/// The passing of an office from one holder to another, or an election, or a plan for either.
public struct ChairTransition: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable { case transition, elected, planned }

  /// `chair-transition/isecg/2020-09-09/csa`.
  public var id: String
  public var forum: Party
  public var role: String
  /// Planned ones make no term until something confirms them.
  public var kind: Kind
  public var from: [Party]
  public var fromPerson: String?
  public var to: Holder
  public var time: Bound
  /// The stated end of the coming term, EDTF.
  public var until: Bound
  public var statements: [String]

  public init(
    id: String, forum: Party, role: String, kind: Kind, from: [Party] = [], fromPerson: String? = nil, to: Holder,
    time: Bound = .unknown, until: Bound = .unknown, statements: [String] = []
  ) {
    self.id = id
    self.forum = forum
    self.role = role
    self.kind = kind
    self.from = from
    self.fromPerson = fromPerson
    self.to = to
    self.time = time
    self.until = until
    self.statements = statements
  }
}
