/// A date of ISO 8601-2:2019 (Extended Date/Time Format): days, months, years, decades, centuries, doubt, stretches, sets.
///
/// Bounds are whole days, both inclusive. Years from 1600 to 2100.
public struct EDTF: Sendable, Hashable, CustomStringConvertible {
  public enum Precision: String, Sendable, Hashable {
    case day, month, year, decade, century
    /// `XXXX-07-10`: the year isn't known, so there are no bounds.
    case dayOfUnknownYear
    /// `XXXX-12`.
    case monthOfUnknownYear
    /// `A/B`, `../B`, `A/..`: a stretch that lasts from A to B.
    case interval
    /// `[A..B]`, `[..B]`, `[A..]`: one unknown day in a range.
    case oneOf
    /// `{A,B}`: each of these.
    case allOf
  }

  /// As written.
  public let text: String
  /// The first day it can mean; nil if unbounded below or the year isn't known.
  public var earliest: Day?
  /// The last day it can mean; nil if unbounded above or the year isn't known.
  public var latest: Day?
  public var precision: Precision
  /// `~` or `%`.
  public var isApproximate: Bool
  /// `?` or `%`.
  public var isUncertain: Bool
  let startDate: EDTFDate?
  let endDate: EDTFDate?

  /// - Throws: `DATE-RANGE` for a day that its month lacks, a year outside 1600 to 2100 or an end before its start;
  ///   `DATE-FORM` for anything else.
  public init(_ text: String) throws(Problem) {
    try self.init(text, at: Place(file: "date"))
  }

  /// The same, with the place that a problem names.
  public init(_ text: String, at place: Place) throws(Problem) {
    self = try EDTFParser(text, place: place).date()
  }

  /// A single day.
  public init(_ day: Day) { self.init(EDTFDate(day: day)) }

  init(_ date: EDTFDate) {
    text = date.text
    earliest = date.earliest
    latest = date.latest
    precision = date.precision
    isApproximate = date.isApproximate
    isUncertain = date.isUncertain
    startDate = date
    endDate = date
  }

  init(_ text: String, _ precision: Precision, from start: EDTFDate?, to end: EDTFDate?, parts: [EDTFDate]) {
    self.text = text
    self.precision = precision
    earliest = start?.earliest
    latest = end?.latest
    isApproximate = parts.contains(where: \.isApproximate)
    isUncertain = parts.contains(where: \.isUncertain)
    startDate = start
    endDate = end
  }

  /// The part before the slash or the dots; nil where it is open. Of a plain date the date itself.
  public var start: EDTF? { startDate.map { EDTF($0) } }
  /// The part after the slash or the dots; nil where it is open. Of a plain date the date itself.
  public var end: EDTF? { endDate.map { EDTF($0) } }

  public var description: String { text }
}

/// A date without a slash or brackets.
struct EDTFDate: Sendable, Hashable {
  var text: String
  var earliest: Day?
  var latest: Day?
  var precision: EDTF.Precision
  var isApproximate = false
  var isUncertain = false

  init(text: String, earliest: Day?, latest: Day?, precision: EDTF.Precision) {
    self.text = text
    self.earliest = earliest
    self.latest = latest
    self.precision = precision
  }

  init(day: Day) { self.init(text: day.text, earliest: day, latest: day, precision: .day) }
}
