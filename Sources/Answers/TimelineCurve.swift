import Formats
import Graph

/// The number of rows that hold on each day, from the marks that are drawn.
struct TimelineCurve {
  let first: Day
  let last: Day

  /// - Parameter undated: parties of whose membership no time is known; they may belong to any day.
  func callAsFunction(_ rows: [Timeline.Row], undated: Int) -> [Timeline.Totals.Step] {
    var changes: [Int: (sure: Int, possible: Int)] = [:]
    for row in rows {
      let stretches = row.marks.flatMap(\.stretches)
      for (from, to) in Self.union(stretches.filter { $0.certainty < .possible }) {
        changes[from, default: (0, 0)].sure += 1
        changes[to + 1, default: (0, 0)].sure -= 1
      }
      for (from, to) in Self.union(stretches) {
        changes[from, default: (0, 0)].possible += 1
        changes[to + 1, default: (0, 0)].possible -= 1
      }
    }
    var steps = [Timeline.Totals.Step(from: first, sure: 0, possible: undated)]
    for day in changes.keys.sorted() where day <= last.number {
      guard let change = changes[day], change != (0, 0), var step = steps.last else { continue }
      step.sure += change.sure
      step.possible += change.possible
      if day <= first.number { steps.removeLast() } else { step.from = Day(number: day) }
      steps.append(step)
    }
    return steps
  }

  /// Day numbers from and to, without overlaps, by time.
  private static func union(_ stretches: [Fact.Stretch]) -> [(from: Int, to: Int)] {
    var merged: [(from: Int, to: Int)] = []
    for stretch in stretches.sorted(by: { $0.from < $1.from }) {
      if let last = merged.last, stretch.from.number <= last.to + 1 {
        merged[merged.count - 1].to = max(last.to, stretch.to.number)
      } else {
        merged.append((stretch.from.number, stretch.to.number))
      }
    }
    return merged
  }
}
