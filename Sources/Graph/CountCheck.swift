import Formats
import Mentions
import Statements

/// Stated numbers against the lists beside them, and against each other.
///
/// A number agrees with a list if it equals the parties or the entries of it, where "ASA/CSIRO" is one entry with two
/// parties. A list that is much shorter than its number is taken for a part of the whole and not compared.
struct CountCheck {
  let forum: Party

  func callAsFunction(
    _ statements: [SourcedStatement], gatherings: MeetingDerivation.Result, totals: [MembershipTotal]
  ) -> [Discrepancy] {
    var found: [Discrepancy] = []
    let listed = Dictionary(grouping: statements.filter { $0.statement.text(.event) == "listed" }) { $0.source }
    for (meeting, group) in zip(gatherings.meetings, gatherings.gatherings) {
      for count in group where count.statement.number(.represented) != nil && count.statement.text(.unit) == nil {
        let list = group.filter {
          $0.statement.kind == .attendance && $0.source.report == count.source.report
            && $0.source.version == count.source.version && $0.statement.text(.class) == nil
        }
        found += compare(count, count.statement.number(.represented) ?? 0, with: list, of: meeting.id, "represented")
      }
    }
    let total = Dictionary(
      totals.flatMap { row in row.statements.map { ($0, row.id) } }, uniquingKeysWith: { first, _ in first })
    for count in statements where count.statement.kind == .membershipTotal && !count.statement.flag(.approximate) {
      guard count.statement.text(.unit) == nil, let number = count.statement.number(.count) else { continue }
      let list = (listed[count.source] ?? []).filter {
        $0.statement.kind == .membership && $0.statement.text(.class) == count.statement.text(.class)
      }
      found += compare(count, number, with: list, of: total[count.id] ?? count.id, "members")
    }
    return found + differing(totals)
  }

  private func compare(
    _ count: SourcedStatement, _ number: Int, with list: [SourcedStatement], of subject: String, _ what: String
  ) -> [Discrepancy] {
    let parties = Set(list.compactMap { ($0.statement.name(.agency) ?? $0.statement.name(.member))?.id }).count
    guard parties >= 3, parties * 3 >= number * 2 else { return [] }
    let entries = CountCheck.entries(in: list)
    let kind: Discrepancy.Kind
    switch (number == parties, number == entries) {
    case (true, true): return []
    case (false, false): kind = .countDiffers
    default: kind = .entriesDiffer
    }
    let entryWords = entries == parties ? "" : " in \(entries) entries"
    return [
      Discrepancy(
        id: "discrepancy/\(kind.rawValue)/\(tail(of: subject))", kind: kind, forum: forum, subjects: [subject],
        summary: "\(forum.label): \(number) \(what) beside a list of \(parties) parties\(entryWords)",
        statements: [count.id] + Row.ids(list))
    ]
  }

  /// `meeting/isecg/2020-09-09` → `isecg/2020-09-09`.
  private func tail(of id: String) -> String { id.split(separator: "/").dropFirst().joined(separator: "/") }

  /// Parties whose evidence is joined by a slash alone, or is one and the same with a slash in it, are one entry.
  static func entries(in list: [SourcedStatement]) -> Int {
    let byPlace = list.sorted { a, b in
      (a.statement.evidence.start, a.statement.evidence.end, a.id)
        < (b.statement.evidence.start, b.statement.evidence.end, b.id)
    }
    var entries = byPlace.isEmpty ? 0 : 1
    for (one, next) in zip(byPlace, byPlace.dropFirst()) {
      let (left, right) = (one.statement.evidence, next.statement.evidence)
      let isJoined = one.joinsNext && (0...4).contains(right.start - left.end)
      let isShared = right.start < left.end && (left.quote.contains("/") || right.quote.contains("/"))
      if !isJoined && !isShared { entries += 1 }
    }
    return entries
  }

  /// Exact totals of one class and unit with one and the same date.
  private func differing(_ totals: [MembershipTotal]) -> [Discrepancy] {
    struct Key: Hashable {
      var edtf: String
      var unit: String?
      var `class`: String?
    }
    let exact = totals.filter { !$0.isApproximate && $0.asOf.edtf != nil && !$0.asOf.isUnknown }
    let groups = Dictionary(grouping: exact) { Key(edtf: $0.asOf.edtf ?? "", unit: $0.unit, class: $0.class) }
    return groups.filter { Set($0.value.map(\.count)).count > 1 }
      .map { key, group in
        let counts = Set(group.map(\.count)).sorted().map(String.init).joined(separator: " and ")
        return Discrepancy(
          id: "discrepancy/total-differs/\(Row.forumKey(forum))/\(key.edtf)", kind: .totalDiffers, forum: forum,
          subjects: group.map(\.id).sorted(by: Row.byteOrder),
          summary: "\(forum.label): \(counts) \(key.class ?? "member")s as of \(key.edtf)",
          statements: Set(group.flatMap(\.statements)).sorted(by: Row.byteOrder))
      }
  }
}
