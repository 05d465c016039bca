public import Formats
import Graph

/// The time that a question asks about: from a day to a day, both included, each side open where it is nil.
public struct Period: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    /// No time was asked for.
    case ever
    case day
    /// A month, a year, a decade, a stretch.
    case span
    /// The day of asking.
    case now
  }

  public var kind: Kind
  public var from: Day?
  public var to: Day?
  /// As an answer repeats it: `in 2020`, `on 9 September 2020`, `since 2015`; empty for `ever`.
  public var words: String

  public init(kind: Kind, from: Day?, to: Day?, words: String) {
    self.kind = kind
    self.from = from
    self.to = to
    self.words = words
  }

  public static let ever = Period(kind: .ever, from: nil, to: nil, words: "")

  public static func day(_ day: Day) -> Period {
    Period(kind: .day, from: day, to: day, words: "on \(Wording.day(day))")
  }

  public static func now(_ today: Day) -> Period { Period(kind: .now, from: today, to: today, words: "now") }

  /// EDTF level 1: `2020-09-09`, `2020`, `2018/2020-06`, `2015/..`; nil for `ever`.
  public var edtf: String? {
    switch (from, to) {
    case (nil, nil): nil
    case (let from?, let to?):
      if let whole = Wording.wholeUnit(from, to) { whole } else { "\(from.text)/\(to.text)" }
    case (let from?, nil): "\(from.text)/.."
    case (nil, let to?): "../\(to.text)"
    }
  }

  /// The one day that it is; nil for a longer time.
  var day: Day? { from == to ? from : nil }

  /// The words behind a space; empty for `ever`.
  var spaced: String { words.isEmpty ? "" : " \(words)" }

  /// Whether a day of it lies between the two, both included.
  func overlaps(_ first: Day, _ last: Day) -> Bool {
    if let from, last < from { return false }
    if let to, first > to { return false }
    return true
  }

  /// How sure it is that something lasted, or happened, on a day of the period: stated if all days on which it may have been
  /// lie in it, or one on which it was for sure; unknown if none does.
  func certainty(of time: Interval) -> Certainty {
    if kind == .ever { return .stated }
    if time.isUndated { return .unknown }
    let first = time.start.earliest
    let last = time.end.latest
    guard overlaps(first ?? last ?? Day(number: .min / 2), last ?? Day(number: .max / 2)) else { return .unknown }
    if let begun = time.start.latest, let held = time.end.earliest, begun <= held, overlaps(begun, held) {
      return .stated
    }
    let startsWithin = from.map { from in first.map { from <= $0 } ?? false } ?? true
    let endsWithin = to.map { to in last.map { $0 <= to } ?? false } ?? true
    return startsWithin && endsWithin ? .stated : .possible
  }
}
