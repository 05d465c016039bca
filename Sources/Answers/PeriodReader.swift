public import Formats

/// Reads the time of a question or of `--in`: `in 2020`, `2008-2011`, `since September 2015`, `between 2008 and 2011`, `by the
/// end of 2019`, `last year`, or EDTF (`2018/2020-06`, `2015/..`).
public struct PeriodReader: Sendable {
  let today: Day

  public init(today: Day) { self.today = today }

  struct Found: Hashable {
    var period: Period
    /// The index behind it.
    var end: Int
  }

  /// A whole text that is nothing but a time.
  /// - Throws: `PERIOD`, a usage error that names the option.
  public func period(_ written: String, option: String) throws(Problem) -> Period {
    if let date = try? EDTF(written), date.earliest != nil || date.latest != nil,
      ![.oneOf, .allOf].contains(date.precision)
    {
      return whole(date)
    }
    let text = QuestionText(written)
    do throws(Misreading) {
      if let found = try period(in: text, at: 0), found.end == text.count { return found.period }
    } catch {
      throw problem(
        written, option, Misunderstanding(question: written, reason: error.reason, candidates: error.candidates).message
      )
    }
    throw problem(written, option, "not a time; write 2020, 2020-09, 2008-2011, \"since 2015\" or 2018/2020")
  }

  /// One day, for `--on`.
  /// - Throws: `PERIOD`, a usage error that names the option.
  public func day(_ written: String, option: String) throws(Problem) -> Day {
    let period = try period(written, option: option)
    guard let day = period.from, period.to == day else {
      throw problem(written, option, "not a single day; write 2020-09-09, or use --in for a longer time")
    }
    return day
  }

  /// The last day of a day, month or year, for `--known-by`.
  /// - Throws: `PERIOD`, a usage error that names the option.
  public func end(_ written: String, option: String) throws(Problem) -> Day {
    guard let day = try period(written, option: option).to else {
      throw problem(written, option, "it has no end; write 2020-09-09, 2020-09 or 2020")
    }
    return day
  }

  private func problem(_ written: String, _ option: String, _ message: String) -> Problem {
    Problem("PERIOD", at: Place(file: "\(option) \"\(Visible.shortened(written, to: 60))\""), message, exit: .usage)
  }

  // MARK: Inside a question

  /// The longest time that begins at `start`.
  func period(in text: QuestionText, at start: Int) throws(Misreading) -> Found? {
    if let found = relative(in: text, at: start) { return found }
    let dates = DateWords(text: text)
    guard let (preposition, next) = preposition(in: text, at: start) else {
      return try dates.date(at: start).map { date throws(Misreading) in try stretch(from: date, in: text) }
    }
    guard let date = try dates.date(at: next) else { return nil }
    switch preposition {
    case .within: return try stretch(from: date, in: text)
    case .between:
      guard let and = text[date.end], ["and", "to"].contains(and.folded), let end = try dates.date(at: date.end + 1)
      else {
        return nil
      }
      return try joined(date, end)
    case .from:
      let whole = try stretch(from: date, in: text)
      return whole.end > date.end ? whole : Found(period: since(date.from, date.to), end: date.end)
    case .since: return Found(period: since(date.from, date.to), end: date.end)
    case .after:
      let day = date.to.adding(days: 1)
      return Found(period: since(day, day), end: date.end)
    case .before:
      let day = date.from.adding(days: -1)
      return Found(period: until(day, day), end: date.end)
    case .until: return Found(period: until(date.from, date.to), end: date.end)
    case .atEnd: return Found(period: span(date.to, date.to), end: date.end)
    case .atBeginning: return Found(period: span(date.from, date.from), end: date.end)
    }
  }

  private enum Preposition { case within, between, from, since, after, before, until, atEnd, atBeginning }

  /// The longest first.
  private static let prepositions: [([String], Preposition)] = [
    (["by", "the", "end", "of"], .until), (["until", "the", "end", "of"], .until),
    (["at", "the", "end", "of"], .atEnd),
    (["at", "the", "beginning", "of"], .atBeginning), (["at", "the", "start", "of"], .atBeginning),
    (["in", "the", "year"], .within), (["in", "the", "years"], .within), (["in", "the", "course", "of"], .within),
    (["as", "of"], .within), (["up", "to"], .until), (["in"], .within), (["during"], .within), (["on"], .within),
    (["over"], .within), (["for"], .within), (["at"], .within), (["throughout"], .within), (["between"], .between),
    (["from"], .from), (["since"], .since), (["after"], .after), (["before"], .before), (["until"], .until),
    (["till"], .until), (["by"], .until),
  ]

  private func preposition(in text: QuestionText, at start: Int) -> (Preposition, next: Int)? {
    for (words, preposition) in Self.prepositions
    where words.enumerated().allSatisfy({ text[start + $0.offset]?.folded == $0.element }) {
      return (preposition, start + words.count)
    }
    return nil
  }

  /// A date, and what it runs to if a dash or `to` and another date follow.
  private func stretch(from date: DateWords.Found, in text: QuestionText) throws(Misreading) -> Found {
    let joint = text[date.end]?.folded
    if let joint, ["-", "to", "until", "till", "through", "/"].contains(joint),
      let end = try DateWords(text: text).date(at: date.end + 1)
    {
      return try joined(date, end)
    }
    return Found(period: span(date.from, date.to), end: date.end)
  }

  private func joined(_ start: DateWords.Found, _ end: DateWords.Found) throws(Misreading) -> Found {
    guard start.from <= end.to else {
      throw Misreading(
        reason:
          "a time from \(Wording.span(start.from, start.to)) to \(Wording.span(end.from, end.to)) ends before it begins"
      )
    }
    return Found(period: span(start.from, end.to), end: end.end)
  }

  private func relative(in text: QuestionText, at start: Int) -> Found? {
    let word = text[start]?.folded
    switch word {
    case "now", "today", "currently", "nowadays": return Found(period: .now(today), end: start + 1)
    default: break
    }
    guard let word, word == "last" || word == "this", let unit = text[start + 1]?.folded else { return nil }
    let back = word == "last" ? 1 : 0
    switch unit {
    case "year":
      guard let from = Day(year: today.year - back, month: 1, day: 1),
        let to = Day(year: today.year - back, month: 12, day: 31)
      else { return nil }
      return Found(period: span(from, to), end: start + 2)
    case "month":
      let month = today.year * 12 + today.month - 1 - back
      guard let from = Day(year: month / 12, month: month % 12 + 1, day: 1) else { return nil }
      let to = from.adding(days: Day.daysInMonth(year: from.year, month: from.month) - 1)
      return Found(period: span(from, to), end: start + 2)
    default: return nil
    }
  }

  // MARK: Periods

  private func whole(_ date: EDTF) -> Period {
    if let from = date.earliest, let to = date.latest { return span(from, to) }
    if let start = date.start, let from = start.earliest { return since(from, start.latest ?? from) }
    if let end = date.end, let to = end.latest { return until(end.earliest ?? to, to) }
    return .ever
  }

  private func since(_ from: Day, _ to: Day) -> Period {
    Period(kind: .span, from: from, to: nil, words: "since \(Wording.span(from, to))")
  }

  private func until(_ from: Day, _ to: Day) -> Period {
    Period(kind: .span, from: nil, to: to, words: "until \(Wording.span(from, to))")
  }

  private func span(_ from: Day, _ to: Day) -> Period {
    if from == to { return .day(from) }
    let words = Wording.span(from, to)
    return Period(
      kind: .span, from: from, to: to, words: Wording.wholeUnit(from, to) == nil ? "from \(words)" : "in \(words)")
  }
}
