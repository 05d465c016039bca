import Formats

/// An EDTF date as the derivation sees it: something that lies, or lasts, between two days.
struct DateSpan: Sendable, Hashable {
  /// Open sides are nil.
  var lo: Day?
  var hi: Day?
  var text: String
  var precision: EDTF.Precision
  /// Of an interval or a set its two sides as dates of their own.
  var first: Bound
  var last: Bound

  /// Nil for no text, and for a text that is no date: what cannot be read is undated.
  init?(_ text: String?) {
    guard let text, let date = try? EDTF(text) else { return nil }
    (lo, hi, self.text, precision) = (date.earliest, date.latest, text, date.precision)
    switch date.precision {
    case .interval, .allOf, .oneOf:
      first = date.start.map(Bound.init(date:)) ?? .unknown
      last = date.end.map(Bound.init(date:)) ?? .unknown
    case .day, .month, .year, .decade, .century, .dayOfUnknownYear, .monthOfUnknownYear:
      first = Bound(date: date)
      last = first
    }
  }

  /// Whether it says anything about days.
  var isDated: Bool { lo != nil || hi != nil }
  /// Whether first and last day are known exactly.
  var isExact: Bool {
    first.earliest != nil && first.earliest == first.latest && last.earliest != nil && last.earliest == last.latest
  }
  /// Whether both sides are known and lie no further apart than the days of two months.
  var isShort: Bool {
    guard let lo, let hi else { return false }
    return hi.number - lo.number <= 62
  }
  /// Days from the first to the last; unbounded ones are the longest.
  var length: Int {
    guard let lo, let hi else { return Int.max }
    return hi.number - lo.number
  }

  /// Whether the two can share a day.
  func overlaps(_ other: DateSpan) -> Bool {
    if let hi, let otherLo = other.lo, hi < otherLo { return false }
    if let lo, let otherHi = other.hi, lo > otherHi { return false }
    return true
  }

  /// What lies in both; the more exact form where one lies in the other. They overlap.
  func narrowed(by other: DateSpan) -> DateSpan {
    let both = (lo: [lo, other.lo].compactMap(\.self).max(), hi: [hi, other.hi].compactMap(\.self).min())
    if both == (lo, hi) { return self }
    if both == (other.lo, other.hi) { return other }
    return DateSpan(Bound.oneOf(both.lo, both.hi)) ?? self
  }

  /// Month and day of the first and last day of a date without a year: `07-10` and `07-12` of `XXXX-07-10/XXXX-07-12`.
  var daysOfYear: (first: String, last: String)? {
    guard let first = first.edtf, let last = last.edtf, first.hasPrefix("XXXX-"), last.hasPrefix("XXXX-") else {
      return nil
    }
    return (String(first.dropFirst(5)), String(last.dropFirst(5)))
  }

  /// An event somewhere in the span: `2020-03/2020-09-09` becomes `[2020-03-01..2020-09-09]`.
  var asEvent: Bound {
    guard isDated else { return Bound(edtf: text, isStated: true) }
    let isRange = precision == .interval || precision == .allOf || precision == .oneOf
    return Bound(earliest: lo, latest: hi, edtf: isRange ? Bound.oneOf(lo, hi) : text, isStated: true)
  }

  static func < (a: DateSpan, b: DateSpan) -> Bool { a.sortKey < b.sortKey }
  /// In time order, open sides at the outside.
  private var sortKey: (Int, Int, String) {
    (lo?.number ?? hi?.number ?? Int.max, hi?.number ?? Int.max, text)
  }
}

extension Bound {
  init(date: EDTF) {
    self.init(earliest: date.earliest, latest: date.latest, edtf: date.text, isStated: true)
  }

  /// `2020-09-09`, `[2020-03-01..2020-09-09]`, `[..D]`, `[D..]`; nil if both sides are open.
  static func oneOf(_ earliest: Day?, _ latest: Day?) -> String? {
    switch (earliest, latest) {
    case (nil, nil): nil
    case (let day?, nil): "[\(day)..]"
    case (nil, let day?): "[..\(day)]"
    case (let a?, let b?): a == b ? a.text : "[\(a)..\(b)]"
    }
  }

  /// Both must hold. Of an event told twice the more exact form is kept; nil if they exclude each other.
  func intersection(_ other: Bound) -> Bound? {
    let earliest = [self.earliest, other.earliest].compactMap(\.self).max()
    let latest = [self.latest, other.latest].compactMap(\.self).min()
    if let earliest, let latest, latest < earliest { return nil }
    return with(earliest, latest, alternative: other)
  }

  /// Either may hold.
  func hull(_ other: Bound) -> Bound {
    let earliest = self.earliest.flatMap { a in other.earliest.map { min(a, $0) } }
    let latest = self.latest.flatMap { a in other.latest.map { max(a, $0) } }
    return with(earliest, latest, alternative: other)
  }

  private func with(_ earliest: Day?, _ latest: Day?, alternative other: Bound) -> Bound {
    let stated = isStated || other.isStated
    let written = [self, other].filter { $0.earliest == earliest && $0.latest == latest }.compactMap(\.edtf).min()
    return Bound(
      earliest: earliest, latest: latest, edtf: written ?? Bound.oneOf(earliest, latest), isStated: stated)
  }

  /// The same bound, later than or on `day` and earlier than or on `limit`, where that does not contradict it.
  func limited(from day: Day?, to limit: Day?) -> Bound {
    var bound = self
    if let day, bound.earliest.map({ $0 < day }) ?? true, bound.latest.map({ day <= $0 }) ?? true {
      bound.earliest = day
    }
    if let limit, bound.latest.map({ limit < $0 }) ?? true, bound.earliest.map({ $0 <= limit }) ?? true {
      bound.latest = limit
    }
    if bound.earliest != earliest || bound.latest != latest { bound.edtf = Bound.oneOf(bound.earliest, bound.latest) }
    return bound
  }
}
