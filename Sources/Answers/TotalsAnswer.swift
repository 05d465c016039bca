import Formats
import Graph

/// Answers how many belonged to a forum: the numbers that reports state, beside the number of those who are listed.
struct TotalsAnswer {
  let today: Day

  private static let columns = [
    Column("forum"), Column("total", "number"), Column("count"), Column("unit"), Column("class"),
    Column("is_approximate"),
  ]

  /// - Parameter count: only this number; nil: all.
  func callAsFunction(_ facts: ForumFacts, during period: Period, class: String? = nil, count: Int? = nil) -> Answer {
    let forum = facts.forum
    var answer = Answer(
      reading: Answer.Reading(
        question: nil, intent: .totals, words: "how many belonged to \(forum.inFull)\(period.spaced)", subject: forum,
        period: period),
      columns: Self.columns, dating: .dated)
    let totals = facts.graph.membershipTotals.filter { count == nil || $0.count == count }
      .sorted { ($0.asOf.order, $0.id) < ($1.asOf.order, $1.id) }
    let all = totals.map { fact(of: $0, forum, period) }
    answer.list(all)
    let shown = Set(answer.shown.map(\.id))
    if answer.facts.isEmpty {
      let dated = all.filter { !$0.isUndated && !shown.contains($0.id) }
      answer.nearest = MeetingsAnswer.nearest(dated, period)
      answer.notStated = ["No report states how many members \(forum.label) had\(period.spaced)."]
    }
    answer.summary = sentences(totals.filter { shown.contains($0.id) }) + listed(facts, period, `class`)
    answer.disagreements = facts.graph.discrepancies.filter {
      !Set(answer.shown.map(\.id)).isDisjoint(with: $0.subjects)
    }
    answer.next = ["spacekb members \(forum.argument)"]
    return answer
  }

  private func fact(of total: MembershipTotal, _ forum: Subject, _ period: Period) -> Fact {
    Fact(
      id: total.id, name: "\(total.count) \(Self.unit(of: total))",
      values: [
        .text(forum.label), .text("\(total.isApproximate ? "about " : "")\(total.count) \(Self.unit(of: total))"),
        Cell(total.count), .text(Self.unit(of: total)), Cell(total.class), .flag(total.isApproximate),
      ],
      time: .dated(total.asOf), certainty: period.certainty(of: Interval(start: total.asOf, end: total.asOf)),
      statements: total.statements)
  }

  static func unit(of total: MembershipTotal) -> String { total.unit ?? "\(total.class ?? "member")s" }

  private func sentences(_ totals: [MembershipTotal]) -> [String] {
    totals.prefix(3).map { total in
      let time = total.asOf.isUnknown ? "at a time that is not stated" : "as of \(Wording.date(total.asOf))"
      return "A report counts \(total.isApproximate ? "about " : "")\(total.count) \(Self.unit(of: total)), \(time)."
    }
  }

  /// How many are known by name, which is not how many there were.
  private func listed(_ facts: ForumFacts, _ period: Period, _ class: String?) -> [String] {
    let members = MembersAnswer(today: today)(facts, during: period, class: `class`)
    let numbers = [
      (members.facts.count, "stated or presumed"), (members.possible.count, "possible"),
      (members.undated.count, "at a time that is not stated"),
    ]
    let parts = numbers.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? [] : ["Known by name\(period.spaced): \(Wording.list(parts)); there may have been others."]
  }
}
