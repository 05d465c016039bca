/// A gathering of a forum, merged from all reports that tell of it.
public struct Meeting: Sendable, Hashable {
  public enum Status: String, Sendable, Hashable, CaseIterable { case held, planned, cancelled }

  /// `meeting/isecg/2020-09-09`: forum and start, else ordinal, else first statement.
  public var id: String
  public var forum: Party
  public var name: String?
  public var ordinal: Int?
  /// EDTF of the whole meeting: a day, a stretch `2009-03-10/2009-03-12`, separate days `{…,…}`, a month, a year.
  public var date: String?
  /// First and last day, as far as known. Both are unknown for an undated meeting.
  public var time: Interval
  public var place: String?
  public var venue: String?
  public var country: String?
  public var hosts: [Party]
  /// `virtual`, `in-person`, `hybrid`.
  public var mode: String?
  /// The stated number of parties represented and what it counts (nil: agencies).
  public var represented: Int?
  public var unit: String?
  /// `senior agency managers`, …
  public var level: String?
  public var status: Status?
  public var statements: [String]

  public init(
    id: String, forum: Party, name: String? = nil, ordinal: Int? = nil, date: String? = nil,
    time: Interval = Interval(), place: String? = nil, venue: String? = nil, country: String? = nil,
    hosts: [Party] = [], mode: String? = nil, represented: Int? = nil, unit: String? = nil, level: String? = nil,
    status: Status? = nil, statements: [String] = []
  ) {
    self.id = id
    self.forum = forum
    self.name = name
    self.ordinal = ordinal
    self.date = date
    self.time = time
    self.place = place
    self.venue = venue
    self.country = country
    self.hosts = hosts
    self.mode = mode
    self.represented = represented
    self.unit = unit
    self.level = level
    self.status = status
    self.statements = statements
  }
}

/// A party at a meeting.
public struct Attendance: Sendable, Hashable {
  /// `attendance/isecg/2020-09-09/jaxa`.
  public var id: String
  /// The meeting's id.
  public var meeting: String
  public var forum: Party
  public var party: Party
  /// `participant` or `observer`.
  public var `class`: String
  /// The form in the text where it differs from the label, e.g. the name of the time.
  public var asWritten: String?
  public var statements: [String]

  public init(
    id: String, meeting: String, forum: Party, party: Party, class: String, asWritten: String? = nil,
    statements: [String] = []
  ) {
    self.id = id
    self.meeting = meeting
    self.forum = forum
    self.party = party
    self.class = `class`
    self.asWritten = asWritten
    self.statements = statements
  }
}
