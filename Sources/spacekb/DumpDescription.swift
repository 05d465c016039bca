import Formats
import Store

/// What a dump says of itself: the same in its descriptor, its documentation and its citation.
struct DumpDescription {
  /// Changes when a column changes its meaning or goes (first number), or when one is added (second).
  static let format = "\(major).0.0"
  /// The first number of it: a dump with a higher one is not loaded.
  static let major = 1

  var resources: [DumpResource]
  /// The newest day in the dates of the reports.
  var newest: Day?
  var reports: Int
  var dataHash: String?
  var extractor: String?
  /// What it was narrowed to, in words; nil for the whole.
  var narrowed: String?
  var isForSpreadsheets: Bool
  var hasReports: Bool

  /// Of the data: the newest report's day and the number of reports.
  var version: String { "\(newest?.text ?? "undated")-\(reports)" }

  /// `SOURCE_DATE_EPOCH`, else the newest report's day; RFC 3339.
  var created: String? {
    guard let seconds = Surroundings.variable("SOURCE_DATE_EPOCH").flatMap(Int.init), seconds >= 0 else {
      return newest.map { "\($0.text)T00:00:00Z" }
    }
    let clock = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(Day(number: seconds / 86_400).text)T\(clock.joined(separator: ":"))Z"
  }
}
