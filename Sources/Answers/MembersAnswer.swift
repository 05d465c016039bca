public import Formats
import Graph

/// Answers who belonged to a forum in a period, from what is known of it.
public struct MembersAnswer: Sendable {
  /// The day that "now" means, and the last one of a period without an end.
  public let today: Day

  public init(today: Day) { self.today = today }

  static let columns = [
    Column("forum"), Column("party", "member"), Column("party_id"), Column("class", "class"), Column("is_founder"),
    Column("ordinal"),
  ]

  /// - Parameter class: only members of this class; nil, or `member`: of every class.
  public func callAsFunction(
    _ facts: ForumFacts, during period: Period, class: String? = nil, question: String? = nil
  ) -> Answer {
    let memberships = facts.graph.memberships.filter { membership in
      `class`.map { $0 == "member" || $0 == membership.class } ?? true
    }
    let cut = StretchFinder(period, known: memberships.flatMap(\.time.knownDays), founded: facts.founded, today: today)
    let all = memberships.map { fact(of: $0, cut, period) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    var answer = Answer(
      reading: Answer.Reading(
        question: question, intent: .members,
        words: reading(facts.forum, period) + (`class`.map { $0 == "member" ? "" : " as \($0)" } ?? ""),
        subject: facts.forum,
        period: period),
      columns: Self.columns, dating: .lasting)
    answer.list(all)
    let shown = Set(answer.shown.map(\.id))
    let wording = MemberWording(forum: facts.forum, period: period)
    answer.summary = wording.totals(facts.graph.membershipTotals)
    answer.notStated = wording.notStated(memberships.filter { shown.contains($0.id) }, founded: facts.founded)
    answer.disagreements = facts.graph.discrepancies.filter { discrepancy in
      !shown.isDisjoint(with: discrepancy.subjects)
        || discrepancy.subjects.contains { $0.hasPrefix("membership-total/") }
    }
    answer.next = ["spacekb changes \(facts.forum.argument)", "spacekb timeline \(facts.forum.argument)"]
    return answer
  }

  private func reading(_ forum: Subject, _ period: Period) -> String {
    switch period.kind {
    case .ever: "who has belonged to \(forum.inFull)"
    case .now: "who belongs to \(forum.inFull) now, on \(Wording.day(today))"
    case .day, .span: "who belonged to \(forum.inFull) \(period.words)"
    }
  }

  func fact(of membership: Membership, _ cut: StretchFinder, _ period: Period) -> Fact {
    let stretches = cut(membership)
    var notes: [String] = []
    let party = period.day.map(membership.party) ?? membership.party
    let others = membership.names.map(\.party.label).filter { $0 != party.label }
    if !others.isEmpty { notes.append("at other times \(Wording.list(others))") }
    if membership.isFounder { notes.append("a founder") }
    if let ordinal = membership.ordinal { notes.append("number \(ordinal) by joining") }
    return Fact(
      id: membership.id, name: party.label,
      values: [
        .text(membership.forum.label), .text(party.label), .text(party.id),
        .text(membership.class), .flag(membership.isFounder), Cell(membership.ordinal),
      ],
      time: .lasting(membership.time), certainty: stretches.map(\.certainty).min() ?? .unknown,
      stretches: stretches.filter { $0.certainty != .unknown }, notes: notes, statements: membership.statements)
  }
}
