import Formats
import Knowledge

/// Reads a date of a question: `2020-09-09`, `9 Sept. 2020`, `September 9th, 2020`, `13/9/2020`, `September 2020`, `2020`, `the
/// 1990s`. A day that does not exist, or one with two readings, is refused, never mended.
struct DateWords {
  struct Found: Hashable {
    var from: Day
    var to: Day
    /// The index behind the date.
    var end: Int
  }

  let text: QuestionText

  /// The longest date that begins at `start`; nil if none does.
  func date(at start: Int) throws(Misreading) -> Found? {
    var i = start
    if let (part, next) = PartOfTime(text: text)(at: i) {
      return try yearOrDecade(at: next).flatMap { part($0) }
    }
    if text[i]?.folded == "the" { i += 1 }
    if let word = text[i]?.folded, Self.weekdays.contains(word) {
      i += 1
      if isMark(",", at: i) { i += 1 }
      if text[i]?.folded == "the" { i += 1 }
    }
    if let found = try isoDate(at: i) { return found }
    if let found = try yearFirst(at: i) { return found }
    if let found = try numericDate(at: i) { return found }
    if let found = try monthFirst(at: i) { return found }
    if let found = try dayFirst(at: i) { return found }
    return try yearOrDecade(at: i)
  }

  private static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  // MARK: Forms

  /// `2020-09-09`, `2020-09`.
  private func isoDate(at i: Int) throws(Misreading) -> Found? {
    guard let year = year(at: i), isMark("-", at: i + 1, glued: true),
      let month = number(at: i + 2, digits: 2, glued: true),
      (1...12).contains(month) || isMark("-", at: i + 3, glued: true)
    else { return nil }
    if isMark("-", at: i + 3, glued: true), let day = number(at: i + 4, digits: 2, glued: true) {
      return try found(year, month, day, end: i + 5)
    }
    return try found(year, month, nil, end: i + 3)
  }

  /// `2020 September 9`, `2020 September`; not `2020 May 2021`.
  private func yearFirst(at i: Int) throws(Misreading) -> Found? {
    guard let year = year(at: i), let month = month(at: i + 1), self.year(at: i + 2) == nil else { return nil }
    guard let day = text[i + 2], day.kind == .number, day.value <= 31 else {
      return try found(year, month, nil, end: i + 2)
    }
    return try found(year, month, day.value, end: isOrdinalEnding(at: i + 3) ? i + 4 : i + 3)
  }

  /// `13/9/2020`, `13.9.2020`: only where day and month cannot be taken for each other.
  private func numericDate(at i: Int) throws(Misreading) -> Found? {
    guard let first = text[i], first.kind == .number, first.value <= 31, let mark = text[i + 1], mark.isGlued,
      mark.folded == "/" || mark.folded == ".", let second = text[i + 2], second.kind == .number, second.isGlued,
      text[i + 3]?.folded == mark.folded, let year = year(at: i + 4)
    else { return nil }
    let (a, b) = (first.value, second.value)
    if a > 12 || a == b { return try found(year, b, a, end: i + 5) }
    if b > 12 { return try found(year, a, b, end: i + 5) }
    let written = "\(a)\(mark.folded)\(b)\(mark.folded)\(year)"
    let readings = [(a, b), (b, a)].compactMap { Day(year: year, month: $0.1, day: $0.0).map(\.text) }
    throw Misreading(reason: "\"\(written)\" can be read as two days", candidates: readings)
  }

  /// `September 9, 2020`, `Sept. 2020`, `September of 2020`.
  private func monthFirst(at i: Int) throws(Misreading) -> Found? {
    guard let month = month(at: i) else { return nil }
    var next = i + 1
    if isMark(".", at: next, glued: true) { next += 1 }
    if let day = text[next], day.kind == .number, day.value <= 99 {
      var end = next + 1
      if isOrdinalEnding(at: end) { end += 1 }
      if isMark(",", at: end) { end += 1 }
      if let year = year(at: end) { return try found(year, month, day.value, end: end + 1) }
    }
    if text[next]?.folded == "of" { next += 1 }
    if isMark(",", at: next) { next += 1 }
    guard let year = year(at: next) else { return nil }
    return try found(year, month, nil, end: next + 1)
  }

  /// `9 September 2020`, `9th of Sept. 2020`.
  private func dayFirst(at i: Int) throws(Misreading) -> Found? {
    guard let day = text[i], day.kind == .number, day.value <= 99 else { return nil }
    var next = i + 1
    if isOrdinalEnding(at: next) { next += 1 }
    if text[next]?.folded == "of" { next += 1 }
    guard let month = month(at: next) else { return nil }
    next += 1
    if isMark(".", at: next, glued: true) { next += 1 }
    if text[next]?.folded == "of" { next += 1 }
    if isMark(",", at: next) { next += 1 }
    guard let year = year(at: next) else { return nil }
    return try found(year, month, day.value, end: next + 1)
  }

  /// `2020`, `1990s`.
  private func yearOrDecade(at i: Int) throws(Misreading) -> Found? {
    guard let year = year(at: i) else { return nil }
    if let next = text[i + 1], next.isGlued, next.folded == "s" || next.folded == "'s", year % 10 == 0,
      let from = Day(year: year, month: 1, day: 1), let to = Day(year: year + 9, month: 12, day: 31)
    {
      return Found(from: from, to: to, end: i + 2)
    }
    return try found(year, nil, nil, end: i + 1)
  }

  // MARK: Parts

  private func found(_ year: Int, _ month: Int?, _ day: Int?, end: Int) throws(Misreading) -> Found {
    let from = Day(year: year, month: month ?? 1, day: day ?? 1)
    let to: Day? =
      if let day { Day(year: year, month: month ?? 1, day: day) } else if let month, (1...12).contains(month) {
        Day(year: year, month: month, day: Day.daysInMonth(year: year, month: month))
      } else { Day(year: year, month: 12, day: 31) }
    guard let from, let to else {
      let parts = [day.map(String.init), month.map { (1...12).contains($0) ? Wording.months[$0 - 1] : "month \($0)" }]
      throw Misreading(reason: "there is no \(parts.compactMap { $0 }.joined(separator: " ")) \(year)")
    }
    return Found(from: from, to: to, end: end)
  }

  private func year(at i: Int) -> Int? {
    guard let word = text[i], word.kind == .number, word.written.utf8.count == 4, (1600...2100).contains(word.value)
    else {
      return nil
    }
    return word.value
  }

  private func number(at i: Int, digits: Int, glued: Bool) -> Int? {
    guard let word = text[i], word.kind == .number, word.written.utf8.count == digits, word.isGlued == glued else {
      return nil
    }
    return word.value
  }

  private func month(at i: Int) -> Int? {
    guard let word = text[i], word.kind == .word, word.folded.utf8.count >= 3 else { return nil }
    if word.folded == "sept" { return 9 }
    let names = Wording.months.map { $0.lowercased() }
    return names.firstIndex { $0 == word.folded || $0.prefix(3) == word.folded }.map { $0 + 1 }
  }

  private func isOrdinalEnding(at i: Int) -> Bool {
    guard let word = text[i], word.isGlued else { return false }
    return ["st", "nd", "rd", "th"].contains(word.folded)
  }

  private func isMark(_ mark: String, at i: Int, glued: Bool? = nil) -> Bool {
    guard let word = text[i], word.folded == mark else { return false }
    return glued.map { $0 == word.isGlued } ?? true
  }
}

/// A part of a question that cannot be taken as it stands.
struct Misreading: Error, Hashable {
  /// One sentence without a full stop.
  var reason: String
  var candidates: [String] = []
}
