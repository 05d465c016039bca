import Answers
import Formats
import Graph

/// A part of a mark that is drawn in one way.
struct TimelineSegment: Hashable {
  enum Look: String {
    /// Stated on each of its days.
    case solid
    /// It began before, and nothing says that it ended.
    case presumed
    /// Possible, the surer the later.
    case rising
    /// Possible, the less sure the later.
    case falling
    /// Possible, no day more than another.
    case faint
  }

  var from: Day
  var to: Day
  var look: Look

  /// The parts of a membership or a term, in order, without overlaps.
  static func segments(of mark: Timeline.Mark) -> [TimelineSegment] {
    mark.stretches.enumerated().flatMap { i, stretch -> [TimelineSegment] in
      switch stretch.certainty {
      case .stated: return [TimelineSegment(from: stretch.from, to: stretch.to, look: .solid)]
      case .presumed: return [TimelineSegment(from: stretch.from, to: stretch.to, look: .presumed)]
      case .possible:
        let isBefore = i + 1 < mark.stretches.count
        let isAfter = i > 0
        if isBefore != isAfter {
          return [TimelineSegment(from: stretch.from, to: stretch.to, look: isBefore ? .rising : .falling)]
        }
        return isBefore ? [TimelineSegment(from: stretch.from, to: stretch.to, look: .faint)] : alone(stretch, mark)
      case .unknown: return []
      }
    }
  }

  /// Seen within a span of days, on none of them for certain: the most likely there.
  private static func alone(_ stretch: Fact.Stretch, _ mark: Timeline.Mark) -> [TimelineSegment] {
    guard let seen = mark.time.end.earliest, let begun = mark.time.start.latest, seen < begun else {
      return [TimelineSegment(from: stretch.from, to: stretch.to, look: .faint)]
    }
    let parts = [
      TimelineSegment(from: stretch.from, to: min(stretch.to, seen.adding(days: -1)), look: .rising),
      TimelineSegment(from: max(stretch.from, seen), to: min(stretch.to, begun), look: .faint),
      TimelineSegment(from: max(stretch.from, begun.adding(days: 1)), to: stretch.to, look: .falling),
    ]
    return parts.filter { $0.from <= $0.to }
  }
}
