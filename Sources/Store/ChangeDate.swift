import Formats
import Reports

/// When a version of a report was changed, as far as it is known: between two instants, written so that text order is
/// time order.
struct ChangeDate: Hashable {
  var text: String
  var earliest: String
  var latest: String

  /// `modified`, else `retrieved`, else `published`; nil if none is there or readable.
  init?(_ report: Report) {
    guard let text = report.modified ?? report.retrieved ?? report.published else { return nil }
    self.init(text)
  }

  init?(_ text: String) {
    self.text = text
    if let time = try? Timestamp.read(text, at: Place(file: "date")) {
      earliest = time.second == nil ? time.day.text : time.sortable
      latest = time.second == nil ? time.day.text + "~" : time.sortable
    } else if let date = try? EDTF(text), let first = date.earliest, let last = date.latest {
      (earliest, latest) = (first.text, last.text + "~")
    } else {
      return nil
    }
  }

  /// Both ends later, with nothing in common.
  func isLater(than other: ChangeDate) -> Bool { other.latest < earliest }

  /// Whether this lies within the other, which then is the less precise one. Of two equal ones the first in text order.
  func refines(_ other: ChangeDate) -> Bool {
    guard other.earliest <= earliest, latest <= other.latest else { return false }
    return (other.earliest, other.latest) != (earliest, latest) || text < other.text
  }

  /// Those that no other one makes more precise.
  static func mostPrecise(_ dates: [ChangeDate]) -> [ChangeDate] {
    dates.filter { date in !dates.contains { $0.refines(date) } }
  }

  /// The last change among several.
  static func last(_ dates: [ChangeDate]) -> ChangeDate? {
    mostPrecise(dates).max { ($0.latest, $0.earliest, $0.text) < ($1.latest, $1.earliest, $1.text) }
  }
}

/// Which versions of a report hold: those that no other version replaces.
enum VersionOrder {
  struct Version {
    var id: Int64
    var isDigest: Bool
    var changed: ChangeDate?
  }

  /// An original replaces a digest, whatever the dates; else one replaces the other only if both have a date of change
  /// and its is later.
  static func replaces(_ a: Version, _ b: Version) -> Bool {
    if a.isDigest != b.isDigest { return b.isDigest }
    guard let later = a.changed, let earlier = b.changed else { return false }
    return later.isLater(than: earlier)
  }

  static func current(_ versions: [Version]) -> Set<Int64> {
    Set(versions.filter { version in !versions.contains { replaces($0, version) } }.map(\.id))
  }
}
