import Formats
import Graph

/// Answers who joined or left a forum, and when: the events that reports tell of, and who was first seen as a member then.
struct JoiningAnswer {
  /// Which way.
  enum Kind: String {
    case joined, left, founded, applied

    /// As a sentence has it before the name of the forum.
    var verb: String { self == .applied ? "applied to" : rawValue }
  }

  let today: Day
  let kind: Kind

  private static let columns = [
    Column("forum"), Column("event", "what"), Column("party", "who"), Column("party_id"), Column("class", "as"),
    Column("ordinal", "number"),
  ]

  /// - Parameter party: only this one; nil: all.
  func callAsFunction(_ facts: ForumFacts, of party: AskedParty? = nil, during period: Period) -> Answer {
    let forum = facts.forum
    let verb = kind.verb
    var answer = Answer(
      reading: Answer.Reading(
        question: nil, intent: .changes,
        words: party.map { "when \($0.label) \(verb) \(forum.inFull)\(period.spaced)" }
          ?? "who \(verb) \(forum.inFull)\(period.spaced)",
        subject: forum, period: period),
      columns: Self.columns, dating: .dated)
    let kinds: Set<MembershipEvent.Kind>
    switch kind {
    case .joined: kinds = [.joined, .founded]
    case .left: kinds = [.withdrew]
    case .founded: kinds = [.founded]
    case .applied: kinds = [.applied]
    }
    let events = facts.graph.membershipEvents.filter { event in
      kinds.contains(event.kind) && (party.map { $0.includes(event.party) } ?? true)
    }
    .sorted { ($0.time.order, $0.id) < ($1.time.order, $1.id) }
    let all = events.filter { !$0.isPlanned }.map { fact(of: $0, forum, period) }
    answer.list(all)
    answer.possible += events.filter(\.isPlanned).map { fact(of: $0, forum, period) }.filter { $0.certainty < .unknown }
    if kind == .joined { answer.possible += firstSeen(facts, party, period, except: Set(events.map(\.party.id))) }
    if party != nil, answer.facts.isEmpty, answer.possible.isEmpty { answer.nearest = all.filter { !$0.isUndated } }
    answer.summary = party.map { summary(events, $0, facts) } ?? []
    answer.notStated = notStated(answer, facts, party, period)
    let about = Set(answer.shown.map(\.id) + members(facts, party).map(\.id))
    answer.disagreements =
      party == nil && answer.facts.isEmpty
      ? []
      : facts.graph.discrepancies.filter {
        !about.isDisjoint(with: $0.subjects)
      }
    answer.next = ["spacekb members \(forum.argument)", "spacekb changes \(forum.argument)"]
    return answer
  }

  private func members(_ facts: ForumFacts, _ party: AskedParty?) -> [Membership] {
    facts.graph.memberships.filter { membership in party.map { $0.includes(membership) } ?? false }
  }

  private func fact(of event: MembershipEvent, _ forum: Subject, _ period: Period) -> Fact {
    let what =
      switch event.kind {
      case .founded: "founded it"
      case .withdrew: "left"
      case .applied: "applied"
      default: "joined"
      }
    return Fact(
      id: event.id, name: event.isPlanned ? "\(event.party.label), planned" : event.party.label,
      values: [
        .text(forum.label), .text(event.isPlanned ? "\(what), planned" : what), .text(event.party.label),
        .text(event.party.id), .text(event.class), Cell(event.ordinal),
      ],
      time: .dated(event.time), certainty: period.certainty(of: Interval(start: event.time, end: event.time)),
      notes: event.isPlanned ? ["only planned"] : [], statements: event.statements)
  }

  /// Those whose joining no report tells of, first seen as members in the period: they joined then or before.
  private func firstSeen(
    _ facts: ForumFacts, _ party: AskedParty?, _ period: Period, except told: Set<String>
  ) -> [Fact] {
    facts.graph.memberships.filter { membership in
      guard !membership.time.start.isStated, let seen = membership.time.start.latest,
        !told.contains(membership.party.id), party.map({ $0.includes(membership) }) ?? (period.kind != .ever)
      else { return false }
      return period.overlaps(seen, seen) || party != nil
    }
    .map { membership in
      Fact(
        id: membership.id, name: membership.party.label,
        values: [
          .text(facts.forum.label), .text("seen as a member"), .text(membership.party.label),
          .text(membership.party.id),
          .text(membership.class), Cell(membership.ordinal),
        ],
        time: .dated(membership.time.start), certainty: .possible,
        notes: ["seen as a member by then; when it joined is not stated"], statements: membership.statements)
    }
  }

  private func summary(_ events: [MembershipEvent], _ party: AskedParty, _ facts: ForumFacts) -> [String] {
    let verb = kind.verb
    var sentences = events.filter { !$0.isPlanned }.map { event in
      let rank = event.ordinal.map { ", as number \($0)" } ?? ""
      let what = event.kind == .founded ? "is named as a founder of" : verb
      let time = event.time.isUnknown ? "; when is not stated" : ": \(Wording.date(event.time))"
      return "\(party.name(for: event.party)) \(what) \(facts.forum.label)\(rank)\(time)."
    }
    let dates = Set(events.filter { !$0.isPlanned && !$0.time.isUnknown }.map { Wording.date($0.time) })
    if dates.count > 1 { sentences.append("Reports give \(dates.count) dates for it.") }
    return sentences
  }

  private func notStated(
    _ answer: Answer, _ facts: ForumFacts, _ party: AskedParty?, _ period: Period
  ) -> [String] {
    let forum = facts.forum.label
    let verb = kind.verb
    guard let party else {
      return kind == .left && answer.facts.isEmpty
        ? ["No report says that anyone left \(forum)\(period.spaced); that is no proof that nobody did."]
        : ["Whether others \(verb) \(forum)\(period.spaced) is not stated in any report."]
    }
    guard answer.summary.isEmpty else { return [] }
    if kind == .applied {
      return ["No report says that \(party.label) applied to \(forum), and none says that it did not."]
    }
    let members = members(facts, party)
    if members.isEmpty {
      return ["No report says that \(party.label) belonged to \(forum), and none says that it did not."]
    }
    if kind == .left {
      return members.map { "No report says that \(party.name(for: $0.party)) left; \(Wording.end(of: $0.time))." }
    }
    return members.map { member in
      let seen = member.time.start.latest.map { "; it was a member by \(Wording.day($0))" } ?? ""
      return "When \(party.name(for: member.party)) joined \(forum) is not stated in any report\(seen)."
    }
  }
}
