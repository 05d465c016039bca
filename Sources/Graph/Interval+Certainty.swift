public import Formats

extension Interval {
  /// Stated, presumed, possible or unknown on a day.
  ///
  /// - Parameter term: for how long after it was last seen an office is presumed; nil: for ever. Where a later holder is
  ///   known, so that it did end, it is presumed only within a known term.
  public func certainty(on day: Day, term: TermLength?) -> Certainty {
    let plain = certaintyWithoutPresumption(on: day)
    guard plain != .stated, plain != .unknown, let begun = start.latest, begun <= day else { return plain }
    guard let seen = end.earliest ?? start.latest else { return plain }
    if let term { return day <= seen.adding(term) ? .presumed : .possible }
    return end.latest == nil ? .presumed : .possible
  }

  /// The days on which it is stated to hold; nil if there are none.
  var certainDays: ClosedRange<Day>? {
    guard let first = start.latest, let last = end.earliest, first <= last else { return nil }
    return first...last
  }

  /// The same for what must not be presumed, such as the chair of one meeting.
  public func certaintyWithoutPresumption(on day: Day) -> Certainty {
    if isUndated { return .unknown }
    if let earliest = start.earliest, day < earliest { return .unknown }
    if let latest = end.latest, day > latest { return .unknown }
    if let begun = start.latest, let seen = end.earliest, begun <= day, day <= seen { return .stated }
    return .possible
  }
}

extension Day {
  /// The day that lies a term later, less a day: a year from 2020-09-09 ends on 2021-09-08. A day that its month lacks
  /// becomes the last of the month.
  func adding(_ term: TermLength) -> Day {
    let months = year * 12 + (month - 1) + term.years * 12 + term.months
    let (year, month) = (months / 12, months % 12 + 1)
    let last = Day.daysInMonth(year: year, month: month)
    let base = Day(year: year, month: month, day: min(day, last)) ?? self
    return base.adding(days: term.days - 1)
  }
}
