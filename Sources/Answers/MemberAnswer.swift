import Formats
import Graph

/// Answers whether and when one party, or the parties of one country, belonged to a forum.
struct MemberAnswer {
  let today: Day

  func callAsFunction(
    _ facts: ForumFacts, of party: AskedParty, during period: Period, class: String? = nil
  ) -> Answer {
    let forum = facts.forum
    var narrowed = facts
    narrowed.graph.memberships = facts.graph.memberships.filter(party.includes)
    narrowed.graph.membershipTotals = []
    let members = MembersAnswer(today: today)
    var answer = members(narrowed, during: period)
    answer.reading.words = "whether and when \(party.label) belonged to \(forum.inFull)\(period.spaced)"
    let cut = StretchFinder(
      period, known: narrowed.graph.memberships.flatMap(\.time.knownDays), founded: facts.founded, today: today)
    if answer.facts.isEmpty, answer.possible.isEmpty {
      answer.nearest = narrowed.graph.memberships.filter { !$0.time.isUndated }.map {
        members.fact(of: $0, cut, period)
      }
    }
    let fitting = narrowed.graph.memberships.filter { membership in
      `class`.map { $0 == "member" || $0 == membership.class } ?? true
    }
    let certainties = Dictionary(answer.shown.map { ($0.id, $0.certainty) }) { first, _ in first }
    let names = Set(fitting.map { party.name(for: $0.party) }).sorted()
    let role = `class`.map { $0 == "member" ? "" : " as \($0)" } ?? ""
    let name = names.isEmpty ? party.label : Wording.list(names)
    let wording = CertaintyWording(claim: "\(name) belonged to \(forum.label)\(role)", period: period)
    let left = narrowed.graph.memberships.compactMap { $0.time.end.isStated ? $0.time.end : nil }
    let status = wording.known(
      fitting.map { membership in
        var certainty = certainties[membership.id] ?? .unknown
        var time = membership.time
        // Who left is not presumed to have stayed in another class.
        if certainty == .presumed, let end = left.first(where: { isOver($0, time, period) }) {
          certainty = .unknown
          time.end = end
        }
        return (time: time, certainty: certainty)
      })
    answer.summary = [status].compactMap(\.self) + fitting.map { sentence($0, party) }
    answer.notStated = status == nil ? [wording.unknown] : missing(fitting)
    answer.disagreements = facts.graph.discrepancies.filter { !Set(certainties.keys).isDisjoint(with: $0.subjects) }
    answer.next = [
      "spacekb agency \(Subject(id: "", label: party.label).argument)", "spacekb members \(forum.argument)",
    ]
    return answer
  }

  /// Whether a leaving lies before the period and after the last day on which the membership was seen.
  private func isOver(_ end: Bound, _ time: Interval, _ period: Period) -> Bool {
    guard let from = period.from, let over = end.latest, over < from else { return false }
    return !time.end.isStated && (time.end.earliest.map { $0 <= over } ?? true)
  }

  private func sentence(_ membership: Membership, _ party: AskedParty) -> String {
    "\(party.name(for: membership.party)) (\(membership.class)): \(Wording.start(of: membership.time)), \(Wording.end(of: membership.time))."
  }

  private func missing(_ memberships: [Membership]) -> [String] {
    memberships.filter { !$0.time.start.isStated }.map { "When \($0.party.label) joined is not stated in any report." }
      + (memberships.contains { $0.time.end.isStated } ? [] : ["That it left is not stated in any report."])
  }
}
