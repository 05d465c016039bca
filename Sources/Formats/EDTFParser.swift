/// Reads an EDTF date from its text. ASCII only, nothing around it.
struct EDTFParser {
  static let years = 1600...2100

  private let text: String
  private let bytes: [UInt8]
  private let place: Place

  init(_ text: String, place: Place) {
    self.text = text
    self.place = place
    bytes = Array(text.utf8)
  }

  func date() throws(Problem) -> EDTF {
    guard bytes.count <= 1000, let first = bytes.first, let last = bytes.last else { throw form() }
    switch (first, last) {
    case (UInt8(ascii: "["), UInt8(ascii: "]")): return try range()
    case (UInt8(ascii: "{"), UInt8(ascii: "}")): return try list()
    default: break
    }
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else { return EDTF(try single(bytes[...])) }
    let start = try bound(bytes[..<slash], isOpen: bytes.has("..", at: 0, before: slash) && slash == 2)
    let rest = bytes[(slash + 1)...]
    let end = try bound(rest, isOpen: rest.elementsEqual("..".utf8))
    return try stretch(.interval, start, end)
  }

  private func bound(_ part: ArraySlice<UInt8>, isOpen: Bool) throws(Problem) -> EDTFDate? {
    isOpen ? nil : try single(part)
  }

  /// `[A..B]`, `[..B]`, `[A..]`.
  private func range() throws(Problem) -> EDTF {
    let end = bytes.count - 1
    guard let dots = bytes.indices.first(where: { bytes.has("..", at: $0, before: end) }) else { throw form() }
    return try stretch(
      .oneOf, try bound(bytes[1..<dots], isOpen: dots == 1), try bound(bytes[(dots + 2)..<end], isOpen: dots + 2 == end)
    )
  }

  /// `{A,B}`.
  private func list() throws(Problem) -> EDTF {
    var dates: [EDTFDate] = []
    for part in bytes[1..<(bytes.count - 1)].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      dates.append(try single(part))
    }
    var (first, last) = (dates[0], dates[0])
    for date in dates {
      if let a = date.earliest, let b = first.earliest, a < b { first = date }
      if let a = date.latest, let b = last.latest, a > b { last = date }
    }
    return EDTF(text, .allOf, from: first, to: last, parts: dates)
  }

  private func stretch(
    _ precision: EDTF.Precision, _ start: EDTFDate?, _ end: EDTFDate?
  ) throws(Problem) -> EDTF {
    let parts = [start, end].compactMap { $0 }
    guard !parts.isEmpty else { throw form() }
    if let from = start?.earliest, let to = end?.latest, from > to {
      throw Problem("DATE-RANGE", at: place, "\"\(shown)\" ends before it begins")
    }
    return EDTF(text, precision, from: start, to: end, parts: parts)
  }

  /// A date without a slash or brackets, perhaps with `~`, `?` or `%` after it.
  private func single(_ part: ArraySlice<UInt8>) throws(Problem) -> EDTFDate {
    var body = part
    let mark = part.last.flatMap {
      $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "%") ? $0 : nil
    }
    if mark != nil { body.removeLast() }
    var date = try plain(Array(body))
    date.isApproximate = mark == UInt8(ascii: "~") || mark == UInt8(ascii: "%")
    date.isUncertain = mark == UInt8(ascii: "?") || mark == UInt8(ascii: "%")
    date.text = String(decoding: part, as: UTF8.self)
    return date
  }

  private func plain(_ date: [UInt8]) throws(Problem) -> EDTFDate {
    let dash = UInt8(ascii: "-")
    guard date.count == 4 || date.count == 7 || date.count == 10 else { throw form() }
    if date.count > 4, date[4] != dash { throw form() }
    if date.count > 7, date[7] != dash { throw form() }
    let month = date.count > 4 ? try number(date[5..<7], in: 1...12, "month") : nil
    if let month, date.has("XXXX", at: 0, before: 4) {
      // The leap year 2000 has all days that any year has.
      guard date.count > 7 else {
        return EDTFDate(text: "", earliest: nil, latest: nil, precision: .monthOfUnknownYear)
      }
      _ = try number(date[8..<10], in: 1...Day.daysInMonth(year: 2000, month: month), "day")
      return EDTFDate(text: "", earliest: nil, latest: nil, precision: .dayOfUnknownYear)
    }
    let (first, last, precision) = try year(date, isAlone: month == nil)
    guard let month else { return span(first, 1, 1, last, 12, 31, precision) }
    let length = Day.daysInMonth(year: first, month: month)
    guard date.count > 7 else { return span(first, month, 1, first, month, length, .month) }
    let day = try number(date[8..<10], in: 1...length, "day")
    return span(first, month, day, first, month, day, .day)
  }

  /// The first and last year of `2020`, `198X` or `19XX`.
  private func year(_ date: [UInt8], isAlone: Bool) throws(Problem) -> (Int, Int, EDTF.Precision) {
    var width = 1
    var precision = EDTF.Precision.year
    if isAlone, date[3] == UInt8(ascii: "X") {
      let isCentury = date[2] == UInt8(ascii: "X")
      (width, precision) = isCentury ? (100, .century) : (10, .decade)
    }
    let digits = width == 1 ? 4 : width == 10 ? 3 : 2
    var first = try number(date[..<digits], in: 0...9999, "year")
    first *= width
    guard EDTFParser.years.contains(first), EDTFParser.years.contains(first + width - 1) else {
      throw Problem("DATE-RANGE", at: place, "the year in \"\(shown)\" is outside 1600 to 2100")
    }
    return (first, first + width - 1, precision)
  }

  private func number(_ digits: ArraySlice<UInt8>, in range: ClosedRange<Int>, _ name: String) throws(Problem) -> Int {
    guard digits.allSatisfy(\.isASCIIDigit) else { throw form() }
    let value = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    guard range.contains(value) else {
      throw Problem("DATE-RANGE", at: place, "there is no such \(name) in \"\(shown)\"")
    }
    return value
  }

  private func span(
    _ y1: Int, _ m1: Int, _ d1: Int, _ y2: Int, _ m2: Int, _ d2: Int, _ precision: EDTF.Precision
  ) -> EDTFDate {
    EDTFDate(
      text: "", earliest: Day(year: y1, month: m1, day: d1), latest: Day(year: y2, month: m2, day: d2),
      precision: precision)
  }

  private var shown: String { Visible.shortened(text, to: 40) }

  private func form() -> Problem {
    Problem(
      "DATE-FORM", at: place,
      "\"\(shown)\" is not a date; expected YYYY, YYYY-MM, YYYY-MM-DD or a stretch such as 2019/2020, ../2020-09-09")
  }
}
