import Formats
import Graph

/// The sentences of an answer on members.
struct MemberWording {
  let forum: Subject
  let period: Period

  /// The numbers of members that reports state: of the period, the last before it and the first after it, and of no time.
  func totals(_ totals: [MembershipTotal]) -> [String] {
    let dated = totals.filter { !$0.asOf.isUnknown }
    let before = dated.last { $0.asOf.latest.map { day in period.from.map { day < $0 } ?? false } ?? false }
    let after = dated.first { $0.asOf.earliest.map { day in period.to.map { day > $0 } ?? false } ?? false }
    return totals.filter { total in
      guard total != before, total != after, let first = total.asOf.earliest, let last = total.asOf.latest else {
        return true
      }
      return period.overlaps(first, last)
    }
    .map { total in
      let number =
        (total.isApproximate ? "about " : "") + "\(total.count) \(total.unit ?? "\(total.class ?? "member")s")"
      return "A report counts \(number), \(Wording.date(total.asOf))."
    }
  }

  /// What no report states.
  func notStated(_ memberships: [Membership], founded: String?) -> [String] {
    let time = period.spaced
    guard !memberships.isEmpty else {
      return ["Who belonged to \(forum.label)\(time) is not stated in any report."]
        + [Wording.foundedLater(forum, founded, than: period)].compactMap(\.self)
    }
    var sentences = ["Whether others belonged to \(forum.label)\(time) is not stated in any report."]
    let joined = memberships.filter { !$0.time.start.isStated || $0.time.start.isUnknown }.map(\.party.label)
    if !joined.isEmpty {
      sentences.append("When \(Wording.list(joined)) joined is not stated in any report.")
    }
    if !memberships.contains(where: \.time.end.isStated) {
      sentences.append("That one of them left is not stated in any report.")
    }
    return sentences
  }
}
