import Formats
import Graph

/// Answers how the chair of a forum passed: from whom, to whom, when; plans apart, since a plan is no fact.
struct TransitionsAnswer {
  let today: Day

  private static let columns = [
    Column("forum"), Column("role"), Column("event"), Column("passing", "from, to"), Column("from_holder"),
    Column("to_holder"),
    Column("to_id"), Column("person"), Column("until_edtf"),
  ]

  /// - Parameters:
  ///   - from: only those from this party.
  ///   - to: only those to this party.
  ///   - planned: only plans.
  func callAsFunction(
    _ facts: ForumFacts, from: AskedParty? = nil, to: AskedParty? = nil, planned: Bool = false, during period: Period,
    role: String? = nil
  ) -> Answer {
    let forum = facts.forum
    var answer = Answer(
      reading: Answer.Reading(
        question: nil, intent: .transitions, words: reading(forum, from, to, planned, period), subject: forum,
        period: period),
      columns: Self.columns, dating: .dated)
    let leading = Set(ChairsAnswer.terms(of: facts, role).map(\.role)).union(["chair"])
    let all = facts.graph.chairTransitions.filter { transition in
      leading.contains(transition.role)
        && (from.map { asked in transition.from.contains { asked.includes($0) } } ?? true)
        && (to.map { $0.includes(transition.to.party) } ?? true)
    }
    .sorted { ($0.time.order, $0.id) < ($1.time.order, $1.id) }
    let happened = all.filter { $0.kind != .planned }
    answer.list(planned ? [] : happened.map { fact(of: $0, facts, period) })
    let plans = all.filter { $0.kind == .planned }.map { fact(of: $0, facts, period) }
    answer.possible += plans.filter { $0.certainty < .unknown && !$0.isUndated }
    answer.undated += plans.filter(\.isUndated)
    if answer.facts.isEmpty, answer.possible.isEmpty, period.kind != .ever {
      answer.nearest = MeetingsAnswer.nearest((planned ? [] : happened).map { fact(of: $0, facts, period) }, period)
    }
    answer.summary = summary(answer, happened)
    answer.notStated = notStated(answer, facts, from, to, planned, period, role)
    let shown = Set(answer.shown.map(\.id))
    answer.disagreements = facts.graph.discrepancies.filter { !shown.isDisjoint(with: $0.subjects) }
    answer.next = ["spacekb chairs \(forum.argument)"]
    return answer
  }

  private func reading(
    _ forum: Subject, _ from: AskedParty?, _ to: AskedParty?, _ planned: Bool, _ period: Period
  ) -> String {
    let who = (from.map { " from \($0.label)" } ?? "") + (to.map { " to \($0.label)" } ?? "")
    let verb =
      planned ? "how it is planned that the chair of \(forum.inFull) passes" : "how the chair of \(forum.inFull) passed"
    return verb + who + period.spaced
  }

  private func fact(of transition: ChairTransition, _ facts: ForumFacts, _ period: Period) -> Fact {
    let from =
      transition.from.map(\.label) + (transition.from.isEmpty ? [transition.fromPerson].compactMap(\.self) : [])
    var notes: [String] = []
    if transition.kind == .planned { notes.append(outcome(of: transition, facts)) }
    if from.isEmpty { notes.append("from whom is not stated") }
    let words = "\(from.isEmpty ? "" : Wording.list(from) + " to ")\(transition.to.words)"
    return Fact(
      id: transition.id, name: transition.kind == .planned ? "planned: \(words)" : words,
      values: [
        .text(facts.forum.label), .text(transition.role), .text(transition.kind.rawValue),
        .text(transition.from.isEmpty ? "to \(words)" : words), Cell(from.isEmpty ? nil : Wording.list(from)),
        .text(transition.to.words), Cell(transition.to.party?.id),
        Cell(transition.to.person), Cell(transition.until.edtf),
      ],
      time: .dated(transition.time),
      certainty: period.certainty(of: Interval(start: transition.time, end: transition.time)), notes: notes,
      statements: transition.statements)
  }

  /// Whether a report tells that a plan came to pass.
  private func outcome(of plan: ChairTransition, _ facts: ForumFacts) -> String {
    guard let party = plan.to.party else { return "only planned" }
    let later = facts.graph.chairTerms.first { term in
      guard term.holder.party?.id == party.id, let first = plan.time.earliest,
        let seen = term.time.end.earliest ?? term.time.start.latest
      else { return false }
      return seen >= first
    }
    return later == nil
      ? "only planned; no report tells that it came to pass"
      : "only planned; a later report sees \(party.label) in the office"
  }

  private func summary(_ answer: Answer, _ all: [ChairTransition]) -> [String] {
    let shown = Set(answer.shown.map(\.id))
    let told = all.filter { shown.contains($0.id) }
    guard told.count > 1 else { return [] }
    let complete = told.filter { !$0.from.isEmpty && $0.time.earliest != nil && $0.time.earliest == $0.time.latest }
    return ["Of \(told.count) that reports tell of, \(complete.count) are told with from, to and day."]
  }

  private func notStated(
    _ answer: Answer, _ facts: ForumFacts, _ from: AskedParty?, _ to: AskedParty?, _ planned: Bool, _ period: Period,
    _ role: String?
  ) -> [String] {
    let forum = facts.forum.label
    if planned {
      guard !answer.possible.isEmpty || !answer.undated.isEmpty else {
        return ["What is planned for the chair of \(forum)\(period.spaced) is not stated in any report."]
      }
      let isPast = answer.undated.isEmpty && answer.possible.allSatisfy { $0.day(\.latest).map { $0 < today } ?? false }
      return ["These are plans; what came to pass, \"spacekb chairs \(facts.forum.argument)\" tells."]
        + (isPast ? ["Who takes the chair of \(forum) after today is not stated in any report."] : [])
    }
    guard answer.facts.isEmpty else {
      return ["Whether the chair passed at other times\(period.spaced) is not stated in any report."]
    }
    let who = (from.map { " from \($0.label)" } ?? "") + (to.map { " to \($0.label)" } ?? "")
    return ["That the chair of \(forum) passed\(who)\(period.spaced) is not stated in any report."]
      + order(facts, from, to, role)
  }

  /// Who held the office before or after by the terms alone, where no report tells of the passing.
  private func order(_ facts: ForumFacts, _ from: AskedParty?, _ to: AskedParty?, _ role: String?) -> [String] {
    guard let asked = from ?? to else { return [] }
    let terms = ChairsAnswer.terms(of: facts, role).filter { !$0.time.isUndated && $0.holder.party != nil }
      .sorted { ($0.time.knownDays.min() ?? today) < ($1.time.knownDays.min() ?? today) }
    return terms.indices.compactMap { i in
      guard asked.includes(terms[i].holder.party) else { return nil }
      let other = from == nil ? i - 1 : i + 1
      guard terms.indices.contains(other), !asked.includes(terms[other].holder.party) else { return nil }
      let days = terms[other].time.knownDays
      let day = (from == nil ? days.max() : days.min()).map { " on \(Wording.day($0))" } ?? ""
      let order = from == nil ? "before" : "after"
      return "The holder that reports see next \(order) \(terms[i].holder.words) is \(terms[other].holder.words)\(day)."
    }
  }
}

extension Fact {
  /// One side of when it happened.
  func day(_ side: KeyPath<Bound, Day?>) -> Day? {
    guard case .dated(let date) = time else { return nil }
    return date[keyPath: side]
  }
}
