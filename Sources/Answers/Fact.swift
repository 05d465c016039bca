public import Formats
public import Graph
public import Store

/// One thing that an answer lists: a term of office, a membership, a meeting, a change, a report.
public struct Fact: Sendable, Hashable {
  /// When it was so.
  public enum Time: Sendable, Hashable {
    /// Nothing that has a time.
    case none
    /// It lasted: a term, a membership.
    case lasting(Interval)
    /// It happened, or was told, on some days: a meeting, a joining.
    case dated(Bound)
  }

  /// Days of one certainty, both ends included.
  public struct Stretch: Sendable, Hashable {
    public var from: Day
    public var to: Day
    public var certainty: Certainty
  }

  /// The id of the derived row, or the key of the report.
  public var id: String
  /// What it is of, as a sentence names it: `JAXA`, `the meeting of 9 September 2020`.
  public var name: String
  /// One value for each column of the answer.
  public var values: [Cell]
  public var time: Time
  /// The surest that it is on any day of the period.
  public var certainty: Certainty
  /// The stretches of the period in which it is one and the same certainty, in order, the unknown ones left out.
  public var stretches: [Stretch]
  /// What else a reader must know: that continuity is assumed, that only a meeting was chaired.
  public var notes: [String]
  /// The ids of the statements that it follows from.
  public var statements: [String]
  /// The proof of those statements; filled in for the facts that are shown.
  public var evidence: [EvidenceItem] = []

  public init(
    id: String, name: String, values: [Cell], time: Time = .none, certainty: Certainty = .stated,
    stretches: [Stretch] = [], notes: [String] = [], statements: [String] = []
  ) {
    self.id = id
    self.name = name
    self.values = values
    self.time = time
    self.certainty = certainty
    self.stretches = stretches
    self.notes = notes
    self.statements = statements
  }

  /// Whether nothing is known of its time.
  public var isUndated: Bool {
    switch time {
    case .none: false
    case .lasting(let interval): interval.isUndated
    case .dated(let date): date.isUnknown
    }
  }

  /// The last day on which a report sees that it goes on; nil if a report tells of the end.
  public var lastSeen: Day? {
    guard case .lasting(let interval) = time, !interval.end.isStated else { return nil }
    return interval.end.earliest
  }
}
