import Answers
import Formats

/// Days as places on a line: on paper in units of a picture, on a terminal in columns.
struct TimelineScale {
  let first: Day
  let last: Day
  let start: Double
  let end: Double

  init(_ timeline: Timeline, start: Double, end: Double) {
    (first, last, self.start, self.end) = (timeline.first, timeline.last, start, end)
  }

  /// The beginning of a day; days outside stand at the edge.
  func place(_ day: Day) -> Double {
    let days = Double(last.number - first.number + 1)
    let passed = Double(min(max(day.number, first.number), last.number + 1) - first.number)
    return start + (end - start) * passed / days
  }

  /// The end of a day.
  func end(of day: Day) -> Double { place(day.adding(days: 1)) }

  struct Tick {
    var day: Day
    var label: String
  }

  /// First days of years (`2010`), or of months (`Mar 2010`) where the picture spans few years, no closer than `gap`.
  func ticks(gap: Double) -> [Tick] {
    let width = (end - start) / Double(last.number - first.number + 1)
    if let step = [1, 2, 5, 10, 20, 50, 100].first(where: { Double($0) * 365.2 * width >= gap }),
      last.number - first.number > 3 * 366 || step > 1
    {
      let years = stride(from: (first.year + step - 1) / step * step, through: last.year, by: step)
      return years.compactMap { year in tick(year, 1, "\(year)") }
    }
    let step = [1, 3, 6].first { Double($0) * 30 * width >= gap * 1.6 } ?? 12
    return (first.year...last.year).flatMap { year in
      stride(from: 1, through: 12, by: step).compactMap { tick(year, $0, "\(Wording.shortMonth($0)) \(year)") }
    }
  }

  private func tick(_ year: Int, _ month: Int, _ label: String) -> Tick? {
    guard let day = Day(year: year, month: month, day: 1), day >= first, day <= last else { return nil }
    return Tick(day: day, label: label)
  }
}
