public import Formats

/// A date as the text has it: parts may be missing, and it may have to be resolved against the day of publication.
public struct DateValue: Sendable, Hashable {
  public struct Part: Sendable, Hashable {
    public var year: Int?
    public var month: Int?
    public var day: Int?

    public init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
      self.year = year
      self.month = month
      self.day = day
    }

    /// `2020-09-09`, `2020-09`, `2020`, `XXXX-09-09`, `XXXX-09`; nil if no such day or nothing is known.
    var edtf: String? {
      let yearText = year.map { pad($0, 4) } ?? "XXXX"
      guard let month else { return year == nil ? nil : yearText }
      guard (1...12).contains(month) else { return nil }
      guard let day else { return "\(yearText)-\(pad(month, 2))" }
      guard (1...Day.daysInMonth(year: year ?? 2000, month: month)).contains(day) else { return nil }
      return "\(yearText)-\(pad(month, 2))-\(pad(day, 2))"
    }

    private func pad(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
  }

  /// A phrase that only a day of publication gives a date to: `last week`, `on Thursday`.
  public enum Relative: Sendable, Hashable {
    case days(Int)
    case weekdays(Weekdays)
    case weeks(Int)
    case months(Int)
    /// The month of the start, with its day if told: the last (-1) or next (1) one, or that of the year of publication (0).
    case month(years: Int)
    case years(Int)
    case recently
  }

  /// `on Thursday`, `from Tuesday to Friday this week`, `last Friday`; Monday is 1.
  public struct Weekdays: Sendable, Hashable {
    public var first: Int
    public var last: Int?
    /// The week, counted from that of the day of publication; nil if not told.
    public var week: Int?
    /// `last Friday`, `next Friday`; nil where the tense of the sentence tells.
    public var isPast: Bool?

    /// The day number of the first day, and of the last where there is one.
    func days(_ published: Day, past: Bool?) -> (Int, Int?) {
      let monday = published.number - (published.weekday - 1)
      var start = monday + first - 1
      if let week {
        start += 7 * week
      } else if isPast == true {
        start -= start >= published.number ? 7 : 0
      } else if isPast == false {
        start += start <= published.number ? 7 : 0
      } else {
        start += start > published.number ? -7 : 0
        start += past == false && start < published.number ? 7 : 0
      }
      return (start, last.map { start + ($0 - first + 7) % 7 })
    }
  }

  public var start: Part
  public var end: Part?
  public var relative: Relative?
  public var isApproximate = false
  public var isDecade = false
  /// `since` stands before it: what began then goes on.
  public var isSince = false

  /// Two separate days are kept as a range, as the guideline has it.
  public init(start: Part, end: Part? = nil, relative: Relative? = nil) {
    self.start = start
    self.end = end
    self.relative = relative
  }

  /// Whether day, month or year are told without a reference to the day of publication.
  public var isAbsolute: Bool { relative == nil && start.year != nil }

  /// The date in EDTF, with `published` for what is relative or has no year.
  /// - Parameter past: the tense of the sentence: the year nearest before or after; nil: nearest of all.
  public func edtf(published: Day?, past: Bool?) -> String? {
    if case .month(let years) = relative { return published.flatMap { resolveMonth(years, $0) } }
    if let relative { return published.flatMap { Self.resolve(relative, $0, past: past) } }
    if isDecade, let year = start.year { return "\(year / 10)X" }
    var start = start
    var end = end
    if start.year == nil, end?.year == nil, let published, let month = start.month {
      let year = Self.nearestYear(month: month, day: start.day, published: published, past: past)
      start.year = year
      end?.year = year
    }
    if var last = end {
      last.year = last.year ?? start.year
      last.month = last.month ?? start.month
      start.year = start.year ?? last.year
      end = last
    }
    guard let first = start.edtf else { return nil }
    guard let last = end?.edtf, last > first || last.hasPrefix("X") else { return first + (isApproximate ? "~" : "") }
    return first == last ? first : "\(first)/\(last)"
  }

  private static func nearestYear(month: Int, day: Int?, published: Day, past: Bool?) -> Int {
    let years = [published.year - 1, published.year, published.year + 1]
    let dated = years.compactMap { year in Day(year: year, month: month, day: day ?? 15).map { (year, $0.number) } }
    let slack = day == nil ? 16 : 0
    let fitting = dated.filter { _, number in
      switch past {
      case .some(true): number - slack <= published.number
      case .some(false): number + slack >= published.number
      case nil: true
      }
    }
    return fitting.min { abs($0.1 - published.number) < abs($1.1 - published.number) }?.0 ?? published.year
  }

  /// `in May last year`, `on 14 October of next year`.
  private func resolveMonth(_ years: Int, _ published: Day) -> String? {
    guard let month = start.month else { return nil }
    var year = published.year + years
    if years < 0, month < published.month, start.day == nil { year = published.year }
    if years > 0, month > published.month, start.day == nil { year = published.year }
    var date = self
    date.relative = nil
    date.start.year = year
    date.end?.year = year
    return date.edtf(published: published, past: nil)
  }

  private static func resolve(_ relative: Relative, _ published: Day, past: Bool?) -> String? {
    switch relative {
    case .days(let offset): return Day(number: published.number + offset).text
    case .weekdays(let weekdays):
      let (first, last) = weekdays.days(published, past: past)
      return ([first] + (last.map { [$0] } ?? [])).map { Day(number: $0).text }.joined(separator: "/")
    case .weeks(let offset):
      let monday = published.number - (published.weekday - 1) + 7 * offset
      return "\(Day(number: monday).text)/\(Day(number: monday + 6).text)"
    case .months(let offset):
      let months = published.year * 12 + published.month - 1 + offset
      return Part(year: months / 12, month: months % 12 + 1).edtf
    case .month: return nil
    case .years(let offset): return Part(year: published.year + offset).edtf
    case .recently: return "../\(published.text)"
    }
  }
}
