import Formats
import Graph

/// Lays facts out as a timeline: which sections, rows and marks, in which order, over which days.
public struct TimelineBuilder: Sendable {
  /// The offices that lead a forum come first; the others are shown where the offices alone are asked for.
  static let leadingRoles = ["chair", "president", "co-chair", "lead agency"]

  public init() {}

  public func callAsFunction(
    _ facts: TimelineFacts, kind: Timeline.Kind? = nil, during period: Period = .ever
  ) -> Timeline {
    let shown = Self.narrowed(facts, to: kind)
    let axis = Self.axis(shown, period)
    let marks = TimelineMarks(first: axis.first, last: axis.last, evidence: facts.evidence)
    let sections = TimelineSections(facts: shown, marks: marks, kind: kind)
    var found: [Timeline.Section] =
      switch facts.scope {
      case .forum: sections.ofForum()
      case .parties(let parties): sections.ofParties(parties)
      }
    found.removeAll(where: \.isEmpty)
    return Timeline(
      subject: facts.subject, title: Self.title(facts, kind), kind: kind, period: period, first: axis.first,
      last: axis.last, sections: found, totals: sections.totals(in: found), source: facts.source)
  }

  private static func narrowed(_ facts: TimelineFacts, to kind: Timeline.Kind?) -> TimelineFacts {
    var facts = facts
    if kind != nil && kind != .members { (facts.graph.memberships, facts.graph.membershipTotals) = ([], []) }
    if kind != nil && kind != .chairs { facts.graph.chairTerms = [] }
    if kind == nil, facts.scope == .forum { facts.graph.chairTerms.removeAll { !leadingRoles.contains($0.role) } }
    if kind != nil && kind != .meetings { (facts.graph.meetings, facts.graph.attendances) = ([], []) }
    return facts
  }

  private static func title(_ facts: TimelineFacts, _ kind: Timeline.Kind?) -> String {
    let label = facts.subject.label
    return switch (facts.scope, kind) {
    case (.forum, nil): "\(label): chairs, members and meetings"
    case (.forum, .members): "Members of \(label)"
    case (.forum, .chairs): "Offices of \(label) and who held them"
    case (.forum, .meetings): "Meetings of \(label) and who came"
    case (.parties, nil): "\(label): forums, offices and meetings"
    case (.parties, .members): "Forums to which \(label) belongs"
    case (.parties, .chairs): "Offices that \(label) held"
    case (.parties, .meetings): "Meetings with \(label)"
    }
  }

  // MARK: Axis

  /// The days of the period; an open side ends with the first day that is known and with the newest report, or the last
  /// day that is known if that is later. No clock is asked.
  private static func axis(_ facts: TimelineFacts, _ period: Period) -> (first: Day, last: Day) {
    let times =
      facts.graph.memberships.map(\.time) + facts.graph.chairTerms.map(\.time) + facts.graph.meetings.map(\.time)
    var days = times.flatMap { [$0.start.earliest, $0.start.latest, $0.end.earliest, $0.end.latest] }
    days += facts.graph.membershipTotals.flatMap { [$0.asOf.earliest, $0.asOf.latest] }
    days.append(facts.founded.flatMap { try? EDTF($0) }?.earliest)
    let known = days.compactMap(\.self)
    let newest = facts.source.last ?? known.max() ?? Day(number: 0)
    let first = period.from ?? min(known.min() ?? newest, period.to ?? newest)
    let last = period.to ?? max(known.max() ?? newest, newest, first)
    guard period.from == nil, period.to == nil, last.number - first.number < 28 else {
      return (first, max(first, last))
    }
    return (first.adding(days: -183), last.adding(days: 183))
  }
}
