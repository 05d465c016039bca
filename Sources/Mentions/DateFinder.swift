import Formats
import Knowledge

/// Dates of a sentence, by the rules that give `date`: their slots name the parts.
///
/// `<day>`, `<month>`, `<year>` are those of the date or of its start, `<day2>`, `<month2>`, `<year2>` of its end (`<year2:year>`);
/// `relative=` in the rule (`day`, `week`, `month`, `year`, `weekday`) with `<offset>` or `offset=` makes a date relative.
struct DateFinder {
  private let matcher: PatternMatcher

  init(_ language: Language) throws(Problem) {
    matcher = try PatternMatcher(language) { $0.productions.contains { $0.kind == "date" } }
  }

  /// Adds the dates, longest first where they overlap.
  func callAsFunction(_ tokens: [Token], _ text: [UInt8], _ table: inout MentionTable) {
    let since = Set(table.mentions.filter { $0.type.name == "since" }.map(\.tokens.upperBound))
    var found = matcher(tokens, table, text: text).compactMap { match in
      date(match).map { date in
        // A preposition in front is no part of the date.
        let start = match.captures.first?.mention.tokens.lowerBound ?? match.tokens.lowerBound
        var date = date
        date.isSince = since.contains(start) || match.rule.productions.first?.values["since"] == "true"
        return (tokens: start..<match.tokens.upperBound, date: date)
      }
    }
    found.sort { ($0.tokens.count, -$0.tokens.lowerBound) > ($1.tokens.count, -$1.tokens.lowerBound) }
    var taken: [Range<Int>] = []
    for (tokens, date) in found where !taken.contains(where: { $0.overlaps(tokens) }) {
      taken.append(tokens)
      table.add(Mention(type: .date, tokens: tokens, value: .date(date)))
    }
  }

  private func date(_ match: RuleMatch) -> DateValue? {
    let constants = match.rule.productions.first?.values ?? [:]
    func number(_ key: String) -> Int? {
      switch match.mention(key)?.value {
      case .number(let number): number
      case .word(let text): Int(text)
      default: constants[key].flatMap { Int($0) }
      }
    }
    let start = DateValue.Part(
      year: number("year") ?? shortYear(number("yy")), month: number("month"), day: number("day"))
    let offset = number("offset") ?? 0
    if let relative = constants["relative"] {
      let value: DateValue.Relative
      switch relative {
      case "day": value = .days(offset)
      case "week": value = .weeks(offset)
      case "month":
        if start.month == nil { value = .months(offset) } else { value = .month(years: offset) }
      case "year": value = .years(offset)
      case "weekday":
        let isPast = number("direction").map { $0 < 0 }
        value = .weekdays(
          DateValue.Weekdays(
            first: number("weekday") ?? 1, last: number("weekday2"), week: number("offset"), isPast: isPast))
      default: value = .recently
      }
      let end = number("day2").map { DateValue.Part(month: number("month2") ?? start.month, day: $0) }
      return DateValue(start: start, end: end, relative: value)
    }
    var end = DateValue.Part(year: number("year2"), month: number("month2"), day: number("day2"))
    if let year = end.year, year < 100, let first = start.year { end.year = first / 100 * 100 + year }
    let isRange = end.year != nil || end.month != nil || end.day != nil
    var date = DateValue(start: start)
    if isRange {
      date.end = end
      if date.start.year == nil { date.start.year = end.year }
      if date.end?.year == nil { date.end?.year = start.year }
      if date.end?.month == nil, end.day != nil { date.end?.month = start.month }
    }
    date.isApproximate = constants["about"] == "true"
    date.isDecade = constants["decade"] == "true"
    guard date.start.year != nil || date.start.month != nil, isPossible(date) else { return nil }
    return date
  }

  private func shortYear(_ year: Int?) -> Int? { year.map { $0 < 50 ? 2000 + $0 : 1900 + $0 } }

  private func isPossible(_ date: DateValue) -> Bool {
    guard let month = date.start.month else { return true }
    guard (1...12).contains(month) else { return false }
    guard let day = date.start.day else { return true }
    return (1...Day.daysInMonth(year: date.start.year ?? 2000, month: month)).contains(day)
  }
}
