import Formats
import Knowledge

/// Reads a time that depends on the day of asking: `now`, `yesterday`, `last year`, `this month`, `in the last five years`,
/// `two years ago`.
struct RelativeTime {
  let text: QuestionText
  let today: Day

  struct Found {
    enum Reading {
      case now
      case days(Day, Day)
    }

    var reading: Reading
    var end: Int
  }

  private static let now: [[String]] = [
    ["now"], ["today"], ["currently"], ["nowadays"], ["presently"], ["at", "present"], ["at", "the", "moment"],
    ["right", "now"], ["these", "days"], ["as", "of", "today"], ["as", "of", "now"], ["at", "the", "present"],
    ["at", "this", "moment"], ["at", "the", "present", "time"],
  ]
  private static let numbers = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "a": 1, "couple": 2, "few": 3,
  ]
  private static let openings = ["in", "during", "over", "for", "within", "the", "on"]

  func callAsFunction(at start: Int) -> Found? {
    for words in Self.now where has(words, at: start) { return Found(reading: .now, end: start + words.count) }
    if text[start]?.folded == "yesterday" { return day(today.adding(days: -1), end: start + 1) }
    if let ago = ago(at: start) { return ago }
    var i = start
    while let word = text[i]?.folded, i < start + 2, Self.openings.contains(word) { i += 1 }
    guard let word = text[i]?.folded, let back = ["last": 1, "past": 1, "previous": 1, "this": 0, "next": -1][word]
    else { return nil }
    if back == 1, let number = number(at: i + 1), let unit = text[i + 2]?.folded, let from = earlier(number, unit) {
      return Found(reading: .days(from.adding(days: 1), today), end: i + 3)
    }
    return text[i + 1].flatMap { unit(back, $0.folded, end: i + 2) }
  }

  static let words = [
    "now", "today", "currently", "nowadays", "presently", "yesterday", "last", "this", "year", "years", "month",
    "months",
    "decade", "ago",
  ]

  private func has(_ words: [String], at start: Int) -> Bool {
    words.enumerated().allSatisfy { text[start + $0.offset]?.folded == $0.element }
  }

  private func number(at i: Int) -> Int? {
    guard let word = text[i] else { return nil }
    return word.kind == .number && (1...500).contains(word.value) ? word.value : Self.numbers[word.folded]
  }

  private func day(_ day: Day, end: Int) -> Found { Found(reading: .days(day, day), end: end) }

  /// `two years ago`: the year, the month or the day.
  private func ago(at start: Int) -> Found? {
    guard let number = number(at: start), let unit = text[start + 1]?.folded, text[start + 2]?.folded == "ago" else {
      return nil
    }
    if unit.hasPrefix("year") { return self.unit(number, "year", end: start + 3) }
    if unit.hasPrefix("month") { return self.unit(number, "month", end: start + 3) }
    return earlier(number, unit).map { day($0, end: start + 3) }
  }

  private func earlier(_ number: Int, _ unit: String) -> Day? {
    switch unit {
    case "day", "days": return today.adding(days: -number)
    case "week", "weeks": return today.adding(days: -7 * number)
    case "month", "months": return shifted(months: number)
    case "year", "years": return shifted(months: 12 * number)
    case "decade", "decades": return shifted(months: 120 * number)
    default: return nil
    }
  }

  private func shifted(months: Int) -> Day? {
    let month = today.year * 12 + today.month - 1 - months
    let (year, index) = (month / 12, month % 12 + 1)
    return Day(year: year, month: index, day: min(today.day, Day.daysInMonth(year: year, month: index)))
  }

  private func unit(_ back: Int, _ unit: String, end: Int) -> Found? {
    switch unit {
    case "year":
      guard let from = Day(year: today.year - back, month: 1, day: 1),
        let to = Day(year: today.year - back, month: 12, day: 31)
      else { return nil }
      return Found(reading: .days(from, to), end: end)
    case "month":
      let month = today.year * 12 + today.month - 1 - back
      guard let from = Day(year: month / 12, month: month % 12 + 1, day: 1) else { return nil }
      let to = from.adding(days: Day.daysInMonth(year: from.year, month: from.month) - 1)
      return Found(reading: .days(from, to), end: end)
    case "decade":
      let year = today.year / 10 * 10 - 10 * back
      guard let from = Day(year: year, month: 1, day: 1), let to = Day(year: year + 9, month: 12, day: 31) else {
        return nil
      }
      return Found(reading: .days(from, to), end: end)
    default: return nil
    }
  }
}
