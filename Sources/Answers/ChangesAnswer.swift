import Formats
import Graph

/// Answers what changed in a forum in a period: who joined or left, took or gave an office, was renamed, and when it met.
public struct ChangesAnswer: Sendable {
  public init() {}

  private static let columns = [
    Column("forum"), Column("change", "what"), Column("party", "who or where"), Column("party_id"),
    Column("detail", "detail"),
  ]

  public func callAsFunction(_ facts: ForumFacts, during period: Period, question: String? = nil) -> Answer {
    let forum = facts.forum
    let time = period.spaced
    var answer = Answer(
      reading: Answer.Reading(
        question: question, intent: .changes, words: "what changed in \(forum.inFull)\(time)", subject: forum,
        period: period),
      columns: Self.columns, dating: .dated)
    let graph = facts.graph
    let changes =
      graph.membershipEvents.compactMap(change) + graph.chairTransitions.map(change)
      + graph.meetings.map(change) + renames(graph).map { change($0, forum) }
    answer.list(
      changes.sorted { ($0.date.order, $0.id) < ($1.date.order, $1.id) }.map { fact(of: $0, forum, period) })
    answer.notStated = [
      answer.facts.isEmpty && answer.possible.isEmpty
        ? "Whether anything changed in \(forum.label)\(time) is not stated in any report."
        : "Whether anything else changed in \(forum.label)\(time) is not stated in any report."
    ]
    if !graph.membershipEvents.contains(where: { $0.kind == .withdrew }) {
      answer.notStated.append("That a member left is not stated in any report.")
    }
    let shown = Set(answer.shown.map(\.id))
    answer.disagreements = graph.discrepancies.filter { !shown.isDisjoint(with: $0.subjects) }
    answer.next = ["spacekb members \(forum.argument)", "spacekb chairs \(forum.argument)"]
    return answer
  }

  private struct Change {
    var id: String
    /// `joined`, `chair passed`.
    var what: String
    /// `AEB`, `JAXA to CSA`, `Kyoto, Japan`.
    var who: String
    var party: String?
    var detail: String?
    var date: Bound
    var time: Interval
    var statements: [String]
  }

  private func fact(of change: Change, _ forum: Subject, _ period: Period) -> Fact {
    Fact(
      id: change.id, name: "\(change.what): \(change.who)",
      values: [
        .text(forum.label), .text(change.what), .text(change.who), Cell(change.party), Cell(change.detail),
      ],
      time: .dated(change.date), certainty: period.certainty(of: change.time), statements: change.statements)
  }

  private func change(_ event: MembershipEvent) -> Change? {
    let what: String
    switch event.kind {
    case .founded: what = "founded it"
    case .joined: what = "joined"
    case .applied: what = "applied"
    case .withdrew: what = "left"
    // That a party was seen as a member changes nothing.
    case .listed: return nil
    }
    let detail = [
      event.class == "member" ? nil : "as \(event.class)", event.ordinal.map { "number \($0) by joining" },
    ]
    .compactMap(\.self)
    return Change(
      id: event.id, what: event.isPlanned ? "\(what), planned" : what, who: event.party.label, party: event.party.id,
      detail: detail.isEmpty ? nil : detail.joined(separator: ", "), date: event.time,
      time: Interval(start: event.time, end: event.time), statements: event.statements)
  }

  private func change(_ transition: ChairTransition) -> Change {
    let verb =
      switch transition.kind {
      case .transition: "passed"
      case .elected: "elected"
      case .planned: "planned"
      }
    let old = transition.from.map(\.label) + (transition.from.isEmpty ? [transition.fromPerson].compactMap(\.self) : [])
    let from = old.isEmpty ? "" : "\(Wording.list(old)) to "
    return Change(
      id: transition.id, what: "\(transition.role) \(verb)", who: from + transition.to.words,
      party: transition.to.party?.id,
      detail: transition.until.isUnknown ? nil : "until \(Wording.date(transition.until))", date: transition.time,
      time: Interval(start: transition.time, end: transition.time), statements: transition.statements)
  }

  private func change(_ meeting: Meeting) -> Change {
    let status = meeting.status.flatMap { $0 == .held ? nil : ", \($0.rawValue)" }
    let place = [meeting.place, meeting.country].compactMap(\.self)
    return Change(
      id: meeting.id, what: "met\(status ?? "")",
      who: place.isEmpty ? meeting.mode ?? "place not stated" : place.joined(separator: ", "), party: nil,
      detail: meeting.ordinal.map { "\(Wording.ordinal($0)) meeting" }, date: meeting.days, time: meeting.time,
      statements: meeting.statements)
  }

  private func change(_ succession: Succession, _ forum: Subject) -> Change {
    Change(
      id: succession.id, what: succession.how ?? "continued", who: "\(succession.old.label) to \(succession.new.label)",
      party: succession.new.id, detail: succession.isKnown ? "from the vocabulary" : nil, date: succession.time,
      time: Interval(start: succession.time, end: succession.time), statements: succession.statements)
  }

  /// The successions of those who belong to the forum or held an office of it.
  private func renames(_ graph: Graph) -> [Succession] {
    let parties = Set(graph.memberships.map(\.party.id) + graph.chairTerms.compactMap(\.holder.party?.id))
    return graph.successions.filter { parties.contains($0.old.id) || parties.contains($0.new.id) }
  }
}
