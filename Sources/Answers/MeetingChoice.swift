import Formats
import Graph
import Knowledge

/// Which meetings of a forum are asked about.
public struct MeetingChoice: Sendable, Hashable {
  public enum Pick: String, Sendable, Hashable, CaseIterable { case first, last, next }

  /// A town, a country or a building; in any form of case and accents.
  public var place: String?
  public var ordinal: Int?
  public var pick: Pick?

  public init(place: String? = nil, ordinal: Int? = nil, pick: Pick? = nil) {
    self.place = place
    self.ordinal = ordinal
    self.pick = pick
  }

  var isAll: Bool { self == MeetingChoice() }

  /// ` in Kyoto`, `, the last`; empty for all.
  var words: String {
    (place.map { " in \($0)" } ?? "") + (ordinal.map { ", the \(Wording.ordinal($0))" } ?? "")
      + (pick.map { ", the \($0.rawValue) known" } ?? "")
  }

  /// The meetings that are meant, of those of a forum and a period.
  func callAsFunction(_ meetings: [Meeting], during period: Period, today: Day) -> [Meeting] {
    var chosen = meetings.filter { meeting in
      (place.map { isAt($0, meeting) } ?? true) && (ordinal.map { $0 == meeting.ordinal } ?? true)
    }
    guard let pick else { return chosen }
    chosen = chosen.filter { !$0.time.isUndated && period.certainty(of: $0.time) < .unknown }
      .sorted { ($0.days.order, $0.id) < ($1.days.order, $1.id) }
    let held = chosen.filter {
      $0.status != .planned && $0.status != .cancelled && ($0.days.earliest ?? today) <= today
    }
    switch pick {
    case .first: return Array(held.prefix(1))
    case .last: return Array(held.suffix(1))
    case .next:
      return chosen.filter { meeting in
        meeting.status == .planned || (meeting.days.latest ?? meeting.days.earliest).map { $0 >= today } ?? false
      }
    }
  }

  private func isAt(_ place: String, _ meeting: Meeting) -> Bool {
    let wanted = NameKey.of(place).split(separator: " ")
    return [meeting.place, meeting.venue, meeting.country, meeting.name].compactMap(\.self).contains { name in
      let words = NameKey.of(name).split(separator: " ")
      return words.indices.contains { words[$0...].starts(with: wanted) } && !wanted.isEmpty
    }
  }

  /// The places of meetings whose names are near to one that was written.
  static func similar(to place: String, in meetings: [Meeting]) -> [String] {
    let names = meetings.flatMap { [$0.place, $0.country].compactMap(\.self) }
    let index = NameIndex(names.map { (id: $0, name: $0) })
    return index.similar(to: place)
  }
}
