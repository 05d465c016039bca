public import Formats
public import Graph

/// Dates and bounds in English words, as an answer says them.
public enum Wording {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// `9 September 2020`.
  public static func day(_ day: Day) -> String { "\(day.day) \(months[day.month - 1]) \(day.year)" }

  /// `Sep`.
  public static func shortMonth(_ month: Int) -> String { String(months[month - 1].prefix(3)) }

  /// `9 Sep 2020`.
  public static func shortDay(_ day: Day) -> String { "\(day.day) \(shortMonth(day.month)) \(day.year)" }

  /// The days of a day, month or year in words (`September 2020`), else `9 September to 3 October 2020`.
  public static func span(_ from: Day, _ to: Day) -> String {
    if from == to { return day(from) }
    if let month = wholeMonth(from, to) { return "\(months[month - 1]) \(from.year)" }
    if let (first, last) = wholeYears(from, to) { return first == last ? "\(first)" : "\(first) to \(last)" }
    if from.year == to.year {
      if from.month == to.month { return "\(from.day) to \(day(to))" }
      return "\(from.day) \(months[from.month - 1]) to \(day(to))"
    }
    return "\(day(from)) to \(day(to))"
  }

  /// A date of a report in words: `9 September 2020`, `September 2020`, `2020`; anything else as it is written.
  public static func date(_ edtf: String) -> String {
    guard let date = try? EDTF(edtf) else { return edtf }
    if let words = yearless(date) { return words }
    guard let from = date.earliest, let to = date.latest else { return edtf }
    switch date.precision {
    case .day, .month, .year:
      return (date.isApproximate ? "about " : "") + span(from, to) + (date.isUncertain ? " (?)" : "")
    case .interval: return span(from, to)
    default: return edtf
    }
  }

  /// `10 to 12 July, year not stated`; nil for any other date.
  private static func yearless(_ date: EDTF) -> String? {
    let ends = [date.start, date.end].compactMap(\.self).filter {
      $0.precision == .dayOfUnknownYear || $0.precision == .monthOfUnknownYear
    }
    guard ends.count == 2 else { return nil }
    // Any leap year lends its calendar: the year is not shown.
    let days = ends.compactMap { try? EDTF("2000" + $0.text.dropFirst(4)) }
    guard let from = days.first?.earliest, let to = days.last?.latest, from <= to else { return nil }
    return span(from, to).replacing(" 2000", with: "") + ", year not stated"
  }

  /// When something happened, or was seen: `9 September 2020`, `by 9 September 2020`, `between A and B`, `day not stated`.
  public static func date(_ bound: Bound) -> String {
    switch (bound.earliest, bound.latest) {
    case (let earliest?, let latest?):
      if let edtf = bound.edtf, (try? EDTF(edtf))?.precision != .oneOf { return date(edtf) }
      return wholeUnit(earliest, latest) == nil ? "between \(day(earliest)) and \(day(latest))" : span(earliest, latest)
    case (let earliest?, nil): return "\(day(earliest)) or later"
    case (nil, let latest?): return "by \(day(latest))"
    case (nil, nil): return bound.edtf.map(date) ?? "day not stated"
    }
  }

  /// `A`, `A and B`, `A, B and C`.
  static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Says so of a period that lies before the forum's founding.
  static func foundedLater(_ forum: Subject, _ founded: String?, than period: Period) -> String? {
    guard let founded, let day = (try? EDTF(founded))?.earliest, let to = period.to, day > to else { return nil }
    return "\(forum.label) was founded later: \(date(founded))."
  }

  /// EDTF of the days of exactly one day, month or year.
  static func wholeUnit(_ from: Day, _ to: Day) -> String? {
    if from == to { return from.text }
    if wholeMonth(from, to) != nil { return String(from.text.prefix(7)) }
    if let (first, last) = wholeYears(from, to), first == last { return String(from.text.prefix(4)) }
    return nil
  }

  private static func wholeMonth(_ from: Day, _ to: Day) -> Int? {
    guard from.year == to.year, from.month == to.month, from.day == 1,
      to.day == Day.daysInMonth(year: to.year, month: to.month)
    else { return nil }
    return from.month
  }

  private static func wholeYears(_ from: Day, _ to: Day) -> (Int, Int)? {
    guard from.month == 1, from.day == 1, to.month == 12, to.day == 31 else { return nil }
    return (from.year, to.year)
  }

  /// `3rd`, `11th`, `22nd`.
  static func ordinal(_ number: Int) -> String {
    let ending =
      switch (number % 100, number % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }

  // MARK: Bounds

  /// The beginning of what lasts: `from 9 September 2020`, `from a day between A and B`, `beginning not stated`, with the day by
  /// which the holder was seen.
  public static func start(of time: Interval) -> String {
    let bound = time.start
    if bound.isStated { return event(bound, "from") }
    // That it was in office on its last day goes without saying.
    guard let seen = bound.latest, time.end.isStated ? seen != time.end.latest : true else {
      return "beginning not stated"
    }
    return "beginning not stated (seen by \(day(seen)))"
  }

  /// The end of it: `until 9 September 2020`, `end not stated`, with the day by which it was over, or the last on which
  /// the holder was seen.
  public static func end(of time: Interval) -> String {
    let bound = time.end
    if bound.isStated { return event(bound, "until") }
    if let over = bound.latest { return "end not stated (over by \(day(over)))" }
    return bound.earliest.map { "end not stated (last seen \(day($0)))" } ?? "end not stated"
  }

  private static func event(_ bound: Bound, _ word: String) -> String {
    switch (bound.earliest, bound.latest) {
    case (let earliest?, let latest?):
      if wholeUnit(earliest, latest) != nil { return "\(word) \(span(earliest, latest))" }
      return "\(word) a day between \(day(earliest)) and \(day(latest))"
    case (let earliest?, nil): return "\(word) \(day(earliest)) or later"
    case (nil, let latest?): return "\(word) \(day(latest)) or earlier"
    case (nil, nil): return "\(word) a day that is not stated"
    }
  }
}
