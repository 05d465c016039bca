import Formats
import Mentions
import Statements

/// What reports tell differently of one meeting: its days, its number, how many were represented, as what a party came.
struct MeetingCheck {
  let forum: Party

  func callAsFunction(_ meeting: Meeting, _ statements: [SourcedStatement]) -> [Discrepancy] {
    let told = statements.filter { $0.statement.kind == .meeting }
    return dates(meeting, told) + ordinals(meeting, told) + counts(meeting, told) + classes(meeting, statements)
  }

  private func dates(_ meeting: Meeting, _ told: [SourcedStatement]) -> [Discrepancy] {
    let exact = told.compactMap { item -> (value: String, by: SourcedStatement)? in
      guard let span = DateSpan(item.statement.text(.date)), span.isExact else { return nil }
      return (span.text, item)
    }
    return difference(.datesDiffer, meeting, exact, "the days of one meeting")
  }

  private func ordinals(_ meeting: Meeting, _ told: [SourcedStatement]) -> [Discrepancy] {
    let numbers = told.compactMap { item in item.statement.number(.ordinal).map { (value: String($0), by: item) } }
    return difference(.ordinalDiffers, meeting, numbers, "the number of one meeting")
  }

  private func counts(_ meeting: Meeting, _ told: [SourcedStatement]) -> [Discrepancy] {
    let counts = told.compactMap { item -> (value: String, by: SourcedStatement)? in
      guard item.statement.text(.unit) == nil, !item.statement.flag(.approximate) else { return nil }
      return item.statement.number(.represented).map { (String($0), item) }
    }
    return difference(.countDiffers, meeting, counts, "the number represented at one meeting")
  }

  private func classes(_ meeting: Meeting, _ statements: [SourcedStatement]) -> [Discrepancy] {
    let came = statements.filter { $0.statement.kind == .attendance && $0.statement.text(.class) != nil }
    let byParty = Dictionary(grouping: came) { $0.statement.name(.agency)?.id ?? "" }
    return byParty.values.flatMap { group -> [Discrepancy] in
      let classes = group.compactMap { item in item.statement.text(.class).map { (value: $0, by: item) } }
      return difference(.classDiffers, meeting, classes, group.first?.statement.name(.agency)?.label ?? "")
    }
  }

  /// Two values or more, told of one thing.
  private func difference(
    _ kind: Discrepancy.Kind, _ meeting: Meeting, _ told: [(value: String, by: SourcedStatement)], _ what: String
  ) -> [Discrepancy] {
    let values = Set(told.map(\.value))
    guard values.count > 1 else { return [] }
    let words = values.sorted(by: Row.byteOrder).joined(separator: " and ")
    return [
      Discrepancy(
        id: "discrepancy/\(kind.rawValue)/\(meeting.id.dropFirst("meeting/".count))", kind: kind, forum: forum,
        subjects: [meeting.id], summary: "\(forum.label): \(what) as \(words)", statements: Row.ids(told.map(\.by)))
    ]
  }
}
