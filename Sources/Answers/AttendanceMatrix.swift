import Formats
public import Graph

/// Who came to which meeting. That nobody names a party at a meeting does not say that it was absent.
public struct AttendanceMatrix: Sendable, Hashable {
  public struct Row: Sendable, Hashable {
    /// A party under its last name.
    public var party: Party
    /// For each meeting whether it came; nil: not known.
    public var came: [Bool?]
  }

  /// Those of which a report names who came, by time.
  public let meetings: [Meeting]
  /// The parties that came to any, by id.
  public let rows: [Row]

  /// A party with those that it continues is one. It did not come where it is not named in a list that is whole by the stated number
  /// of those represented.
  init(_ graph: Graph, successions: [Succession], during period: Period) {
    let lists = Dictionary(grouping: graph.attendances, by: \.meeting)
    let meetings = graph.meetings.filter { meeting in
      lists[meeting.id] != nil && (meeting.time.isUndated || period.certainty(of: meeting.time) < .unknown)
    }
    self.meetings = meetings.sorted { ($0.time.start.order, $0.id) < ($1.time.start.order, $1.id) }
    let came = self.meetings.flatMap { lists[$0.id] ?? [] }.map(\.party)
    let lines = PartyLines(Set(came.map(\.id)), successions)
    let named = lists.mapValues { Set($0.map { lines.line(of: $0.party.id) }) }
    let fitting = Set(graph.discrepancies.filter { $0.kind == .entriesDiffer }.flatMap(\.subjects))
    let whole = Set(
      self.meetings.filter { meeting in
        guard let number = meeting.represented, meeting.unit == nil else { return false }
        let participants = (lists[meeting.id] ?? []).filter { $0.class == "participant" }.count
        return participants == number || fitting.contains(meeting.id)
      }.map(\.id))
    let parties = Dictionary(came.map { ($0.id, $0) }) { first, _ in first }
    rows = Set(came.map { lines.line(of: $0.id) }).sorted().compactMap { [meetings = self.meetings] id in
      parties[id].map { party in
        Row(
          party: party,
          came: meetings.map { named[$0.id]?.contains(id) ?? false ? true : whole.contains($0.id) ? false : nil })
      }
    }
  }
}
