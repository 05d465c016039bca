import Formats
import Graph

/// What lasts from a bound to a bound, with a certainty on each day.
protocol Lasting {
  var time: Interval { get }
  func certainty(on day: Day) -> Certainty
}

extension ChairTerm: Lasting {}
extension Membership: Lasting {}

extension Interval {
  /// Every day that one of the bounds names.
  var knownDays: [Day] { [start.earliest, start.latest, end.earliest, end.latest].compactMap(\.self) }
}
