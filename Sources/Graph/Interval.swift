public import Formats

/// One end of an interval, itself an interval of days: it lies on or after `earliest` and on or before `latest`, both
/// included; nil is open. See "Time" in the documentation of the graph.
public struct Bound: Sendable, Hashable {
  public var earliest: Day?
  public var latest: Day?
  /// How the bound is written (EDTF level 2): `2020-09-09`, `2020-03`, `[2020-03-01..2020-09-09]`, `[..2020-09-09]`,
  /// `[2009-05-20..]`. Nil where nothing is known of it, and for an end that no report tells of: `earliest` then is the
  /// day on which the fact was last seen to hold.
  public var edtf: String?
  /// Whether a report tells of the event (a handover, a joining, a leaving) that makes this bound; false where only
  /// observations, or other holders of the same office, limit it.
  public var isStated: Bool

  public init(earliest: Day? = nil, latest: Day? = nil, edtf: String? = nil, isStated: Bool = false) {
    self.earliest = earliest
    self.latest = latest
    self.edtf = edtf
    self.isStated = isStated
  }

  public static let unknown = Bound()
  /// Whether both sides are open.
  public var isUnknown: Bool { earliest == nil && latest == nil }
}

/// The time of a membership or a chair term: `start` lies in [s1, s2], `end` in [e1, e2], days inclusive.
public struct Interval: Sendable, Hashable {
  public var start: Bound
  public var end: Bound

  public init(start: Bound = .unknown, end: Bound = .unknown) {
    self.start = start
    self.end = end
  }

  /// Whether nothing at all is known of its time; such a fact is listed by every question, whatever its period.
  public var isUndated: Bool { start.isUnknown && end.isUnknown }
}

/// How sure a derived fact is on a day.
public enum Certainty: String, Sendable, Hashable, CaseIterable, Comparable {
  /// s2 ≤ day ≤ e1.
  case stated
  /// It began before the day and nothing says that it ended; of an office within the forum's term, if that is known.
  case presumed
  /// Only s1 ≤ day ≤ e2.
  case possible
  /// The day lies outside, or nothing is known of the time.
  case unknown

  /// The surer one comes first.
  public static func < (a: Certainty, b: Certainty) -> Bool { a.position < b.position }
  private var position: Int { Certainty.allCases.firstIndex(of: self) ?? 0 }
}
