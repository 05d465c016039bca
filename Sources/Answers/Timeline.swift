public import Formats
public import Graph
public import Store

/// A picture in rows of time: who belonged, held an office or met, and when, as sure as it is known. What draws or prints it
/// decides nothing about the facts.
public struct Timeline: Sendable, Hashable {
  /// What is shown; nil in ``Timeline/kind`` shows all of it.
  public enum Kind: String, Sendable, Hashable, CaseIterable { case members, chairs, meetings }

  /// Rows of one meaning.
  public struct Section: Sendable, Hashable {
    public enum Form: String, Sendable, Hashable {
      /// One row whose marks are told apart by their own labels: the holders of an office, the meetings of a forum.
      case strip
      /// A row for each party or forum.
      case rows
    }

    public var title: String
    public var form: Form
    public var kind: Mark.Kind
    /// Rows with at least one dated mark, in the order in which they are drawn.
    public var rows: [Row]
    /// Marks of which no time is known. They are always shown.
    public var undated: [Mark]
    /// Of an office: the stretches in which no report states or lets presume a holder.
    public var gaps: [Gap]

    var isEmpty: Bool { rows.isEmpty && undated.isEmpty }
  }

  /// What is drawn on one line.
  public struct Row: Sendable, Hashable {
    /// The party's, forum's or office's name; of a renamed party the last one.
    public var label: String
    /// Its other names, in order of time.
    public var formerly: [String]
    /// What else tells the row from others: `observer`, `vice-chair`.
    public var detail: String?
    /// By time.
    public var marks: [Mark]
  }

  /// A membership, a term or a meeting.
  public struct Mark: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable { case membership, term, meeting }

    /// The fact's id: `membership/isecg/aeb/1`.
    public var id: String
    public var kind: Kind
    /// The member, the holder, the place.
    public var label: String
    /// The class of a membership, the role of a term, the status of a meeting where it was not held.
    public var `class`: String?
    public var time: Interval
    /// The days of one certainty within the picture, in order, both ends included. Unknown ones are left out.
    public var stretches: [Fact.Stretch]
    /// What it is and when, in a sentence without a full stop.
    public var words: String
    public var evidence: [EvidenceItem]

    /// Whether it was last seen and nothing is known of an end.
    public var isOpen: Bool { kind != .meeting && !time.end.isStated && time.end.latest == nil && !time.isUndated }
    /// The last day on which a report sees it; nil if a report tells of the end.
    public var lastSeen: Day? { time.end.isStated ? nil : time.end.earliest }
    /// The surest that it is in the picture.
    public var certainty: Certainty { stretches.map(\.certainty).min() ?? .unknown }
  }

  /// Days of which nothing is known, both ends included.
  public struct Gap: Sendable, Hashable {
    public var from: Day
    public var to: Day
  }

  /// A number over time beside the numbers that reports state.
  public struct Totals: Sendable, Hashable {
    /// From a day on: how many are stated or presumed, and how many at most.
    public struct Step: Sendable, Hashable {
      public var from: Day
      public var sure: Int
      public var possible: Int
    }

    /// A number that a report states.
    public struct Count: Sendable, Hashable {
      public var id: String
      public var count: Int
      public var isApproximate: Bool
      /// The days of which one is meant; unknown for an undated one.
      public var asOf: Bound
      public var words: String
      public var evidence: [EvidenceItem]
    }

    public var title: String
    /// By day; empty where only counts are known.
    public var steps: [Step]
    public var counts: [Count]
    public var undated: [Count]
  }

  /// What the picture was made from.
  public struct Source: Sendable, Hashable {
    public var reports: Int
    /// The day on which the newest report was published.
    public var last: Day?

    public init(reports: Int, last: Day?) {
      self.reports = reports
      self.last = last
    }
  }

  /// A forum, an agency or a country.
  public var subject: Subject
  /// `Members, chairs and meetings of ISECG`.
  public var title: String
  public var kind: Kind?
  public var period: Period
  /// The first and the last day of the axis.
  public var first: Day
  public var last: Day
  public var sections: [Section]
  public var totals: Totals?
  public var source: Source

  /// Whether nothing at all is known.
  public var isEmpty: Bool { sections.isEmpty && totals == nil }
}

extension Timeline {
  /// Leaves so many rows, the first ones.
  mutating func limit(rows: Int) {
    var left = rows
    for index in sections.indices where sections[index].form == .rows {
      sections[index].rows = Array(sections[index].rows.prefix(left))
      left -= sections[index].rows.count
    }
  }
}
