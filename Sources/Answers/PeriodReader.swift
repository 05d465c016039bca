public import Formats
import Knowledge

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
      guard let date = try dates.date(at: start) else { return nil }
      if let onwards = onwards(date, text) { return onwards }
      return try stretch(from: date, in: text)
    }
    guard let date = try dates.date(at: next) else { return nil }
    if preposition == .within, let onwards = onwards(date, text) { return onwards }
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
      return whole.end > date.end ? whole : Found(period: since(date.from, date.to), end: afterOnwards(date.end, text))
    case .since: return Found(period: since(date.from, date.to), end: afterOnwards(date.end, text))
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
    ("by the end of", .until), ("until the end of", .until), ("by end of", .until), ("by the close of", .until),
    ("at the end of", .atEnd), ("at the beginning of", .atBeginning), ("at the start of", .atBeginning),
    ("the end of", .atEnd), ("end of", .atEnd), ("the beginning of", .atBeginning), ("beginning of", .atBeginning),
    ("start of", .atBeginning), ("no later than", .until), ("not later than", .until), ("earlier than", .before),
    ("later than", .after), ("in or after", .since), ("in or before", .until), ("in the year", .within),
    ("in the years", .within), ("in the course of", .within), ("back in", .within), ("in or around", .within),
    ("on the day of", .within), ("the day of", .within), ("the year", .within), ("the years", .within),
    ("ever since", .since),
    ("prior to", .before), ("as of", .within), ("as at", .within), ("up to", .until), ("up until", .until),
    ("not before", .since), ("in", .within), ("during", .within), ("on", .within), ("over", .within), ("for", .within),
    ("at", .within), ("of", .within), ("throughout", .within), ("around", .within), ("about", .within),
    ("circa", .within), ("between", .between), ("from", .from), ("since", .since), ("after", .after),
    ("before", .before), ("until", .until), ("till", .until), ("by", .until), ("through", .until),
  ].map { ($0.split(separator: " ").map(String.init), $1) }

  /// Words of times, for one that was misspelt.
  static let words =
    Set(
      prepositions.flatMap(\.0) + RelativeTime.words
        + Wording.months.map { $0.lowercased() }.flatMap { [$0, String($0.prefix(3))] }
    ).sorted()

  private func preposition(in text: QuestionText, at start: Int) -> (Preposition, next: Int)? {
    for (words, preposition) in Self.prepositions
    where words.enumerated().allSatisfy({ text[start + $0.offset]?.folded == $0.element }) {
      return (preposition, start + words.count)
    }
    return nil
  }

  /// `2015 onwards`, `2015 and later`.
  private func onwards(_ date: DateWords.Found, _ text: QuestionText) -> Found? {
    let end = afterOnwards(date.end, text)
    return end > date.end ? Found(period: since(date.from, date.to), end: end) : nil
  }

  private func afterOnwards(_ end: Int, _ text: QuestionText) -> Int {
    if ["onwards", "onward"].contains(text[end]?.folded) { return end + 1 }
    if text[end]?.folded == "on", text[end + 1] == nil || text[end + 1]?.kind == .mark { return end + 1 }
    let isLater = ["later", "after", "afterwards", "since"].contains(text[end + 1]?.folded)
    return ["and", "or"].contains(text[end]?.folded) && isLater ? end + 2 : end
  }

  /// A date, and what it runs to if a dash or `to` and another date follow.
  private func stretch(from date: DateWords.Found, in text: QuestionText) throws(Misreading) -> Found {
    let joint = text[date.end]?.folded
    if let joint, ["-", "to", "until", "till", "through", "/"].contains(joint),
      let end = try DateWords(text: text).date(at: date.end + 1) ?? shortYear(after: date, in: text)
    {
      return try joined(date, end)
    }
    // `in 2019 and 2020` is one time, `in 2007 and 2021` are two.
    if joint == "and", let end = try DateWords(text: text).date(at: date.end + 1), end.from == date.to.adding(days: 1),
      Wording.wholeUnit(date.from, date.to)?.utf8.count == Wording.wholeUnit(end.from, end.to)?.utf8.count
    {
      return try joined(date, end)
    }
    return Found(period: span(date.from, date.to), end: date.end)
  }

  /// The `11` of `2008-11` and `2008/11` where it is later in the same century, and no month.
  private func shortYear(after date: DateWords.Found, in text: QuestionText) -> DateWords.Found? {
    guard date.from.year == date.to.year, date.from.month == 1, date.to.month == 12, let word = text[date.end + 1],
      word.kind == .number, word.written.utf8.count == 2, word.value > date.from.year % 100,
      let from = Day(year: date.from.year / 100 * 100 + word.value, month: 1, day: 1),
      let to = Day(year: from.year, month: 12, day: 31)
    else { return nil }
    return DateWords.Found(from: from, to: to, end: date.end + 2)
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
    guard let found = RelativeTime(text: text, today: today)(at: start) else { return nil }
    switch found.reading {
    case .now: return Found(period: .now(today), end: found.end)
    case .days(let from, let to): return Found(period: span(from, to), end: found.end)
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
