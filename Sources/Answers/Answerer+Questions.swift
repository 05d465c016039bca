import Formats
import Graph
import Knowledge
import Store

extension Answerer {
  /// Answers a question in plain words, with what the typed command of the same meaning answers.
  /// - Throws: a ``Misunderstanding``, or a `Problem` of the database.
  public func ask(_ words: String, _ grammar: QuestionGrammar) throws -> Answer {
    let reader = QuestionReader(grammar, names: BaseNames(base: base), today: today)
    let question: Question
    var answer: Answer
    do {
      question = try reader(words)
      answer = try self.answer(question)
    } catch var misunderstanding as Misunderstanding {
      misunderstanding.question = words
      misunderstanding.examples = try Suggestions(reader: reader)(
        words, first: misunderstanding.examples, forums: base.toldForums()
      ) { (try? self.answer($0))?.exit == .done }
      throw misunderstanding
    }
    answer.reading.question = words
    answer.reading.corrections = question.corrections
    answer.filetype = question.value("filetype")
    return answer
  }

  func answer(_ question: Question) throws -> Answer {
    switch question.intent {
    case .agency: return try agency(question)
    case .person:
      return try person(
        question.value("person") ?? "", in: question.names["forum"].map { try forum($0) }, scope(question))
    case .search: return try search(question.value("words") ?? "", Scope(limit: 20))
    case .forums: return try forums(named: question.names["forum"].map { try forum($0) }, scope(question))
    case .reports: return try reports(about: question.names["forum"].map { try forum($0) }, scope(question))
    case .discrepancies:
      return try discrepancies(
        about: question.names["forum"].map { try forum($0) }, of: question.names["party"]?.written, scope(question))
    case .compare where question.names["forum"] == nil && question.names["party"] != nil:
      return try compare(party(question, "party") ?? "", party(question, "party2"), question)
    case .timeline where question.names["forum"] == nil: return try agency(question)
    default: break
    }
    if let name = question.names["forum"] { return try answer(question, in: forum(name)) }
    return try answerWithoutForum(question)
  }

  /// What is asked of one forum.
  private func answer(_ question: Question, in forum: String) throws -> Answer {
    let scope = try scope(question, in: forum)
    let party = question.names["party"]?.written
    let by = question.value("asked").flatMap(Breakdown.init)
    switch question.intent {
    case .transitions:
      return try transitions(
        of: forum, from: question.names["from"]?.written, to: question.names["to"]?.written,
        planned: question.value("planned") == "yes", role: question.value("role"), scope)
    case .members where question.value("number") == "yes":
      return try totals(
        of: forum, class: question.value("class"), count: question.value("count").flatMap { Int($0) }, scope)
    case .members:
      return try members(of: forum, party: party, class: question.value("class"), by: by, scope)
    case .timeline:
      var answer = try changes(in: forum, scope)
      let name = answer.reading.subject?.argument ?? forum
      answer.summary = ["The picture: spacekb timeline \(name) (--format svg, html or mermaid for a file)."]
      return answer
    case .changes:
      let kind = question.value("kind").flatMap(JoiningAnswer.Kind.init)
      return try changes(in: forum, kind: kind?.rawValue, party: party, by: by, scope)
    case .meetings: return try meetings(of: forum, at: choice(question), scope)
    case .attendance:
      return try attendance(
        of: forum, at: choice(question), party: party, absent: question.value("absent") == "yes", scope)
    case .office: return try office(of: forum)
    case .compare: return try compare(forum, question.names["forum2"].map { try self.forum($0) }, question)
    default: return try chairs(of: forum, holder: party, role: question.value("role"), by: by, scope)
    }
  }

  private func agency(_ question: Question) throws -> Answer {
    try agency(party(question, "party") ?? "", same: party(question, "party2"), scope(question))
  }

  /// A forum may bear the same name.
  private func party(_ question: Question, _ slot: String) -> String? {
    question.names[slot].map { $0.ids.count == 1 ? $0.ids[0] : $0.written }
  }

  private func compare(_ one: String, _ other: String?, _ question: Question) throws -> Answer {
    let otherPeriod = question.periods.count > 1 ? question.periods.last : nil
    guard other != nil || otherPeriod != nil else {
      throw Misunderstanding(question: question.words, reason: "two names, or two times, can be compared")
    }
    return try compare(one, other, at: otherPeriod, class: question.value("class"), scope(question))
  }

  private func choice(_ question: Question) -> MeetingChoice {
    MeetingChoice(
      place: question.value("place"), ordinal: question.value("ordinal").flatMap { Int($0) },
      pick: question.value("pick").flatMap(MeetingChoice.Pick.init))
  }

  // MARK: Which forum

  private func forum(_ name: Question.Name) throws -> String {
    let told = name.ids.count == 1 ? name.ids : try base.told(of: name.ids)
    if let id = told.first, told.count == 1 { return id }
    return try names.forum(named: name.written)
  }

  /// A question that names no forum is answered where one forum alone has an answer; else it is asked back.
  private func answerWithoutForum(_ question: Question) throws -> Answer {
    var candidates = try base.toldForums()
    let parties = question.names.values.flatMap(\.ids)
    if !parties.isEmpty {
      let all = try parties.flatMap { id in
        try base.vocabularyRow(id: id).map { try PartyFamily(base)(of: $0).map(\.id) } ?? [id]
      }
      let forums = Set(try base.forums(of: all))
      candidates = candidates.filter(forums.contains)
    }
    let isNarrow =
      !parties.isEmpty || question.value("place") != nil || question.period.kind == .day
      || question.period.kind == .span
    if question.intent == .meetings || question.intent == .attendance, parties.isEmpty || question.period.kind != .ever
    {
      candidates = try candidates.filter { forum in
        let meetings = try choice(question)(base.meetings(forum: forum), during: question.period, today: today)
        return meetings.contains { question.period.certainty(of: $0.time) < .unknown && !$0.time.isUndated }
      }
    }
    if let only = candidates.first, candidates.count == 1 { return try answer(question, in: only) }
    guard isNarrow, !candidates.isEmpty else { throw try whichForum(question, candidates) }
    var found: [(forum: String, answer: Answer)] = []
    for forum in candidates {
      guard let answer = try? self.answer(question, in: forum), !answer.shown.isEmpty else { continue }
      found.append((forum, answer))
    }
    let dated = found.filter { !$0.answer.facts.isEmpty }
    if !dated.isEmpty { found = dated }
    if let answer = found.first?.answer, found.count == 1 { return answer }
    throw try whichForum(question, found.isEmpty ? candidates : found.map(\.forum))
  }

  private func whichForum(_ question: Question, _ candidates: [String]) throws -> Misunderstanding {
    let labels = try base.told(of: candidates).map(BaseNames(base: base).label)
    let words = String(question.words.reversed().drop { "?!. ".contains($0) }.reversed())
    return Misunderstanding(
      question: question.words, reason: "the question names no forum\(labels.count > 8 ? ", and many are known" : "")",
      candidates: labels.count > 8 ? [] : labels, examples: labels.prefix(12).map { "\(words) of \($0)" })
  }

  // MARK: Which time

  private func scope(_ question: Question) -> Scope { Scope(question.period, knownBy: question.knownBy) }

  /// With the time of a meeting that the question names by its place.
  private func scope(_ question: Question, in forum: String) throws -> Scope {
    guard let anchor = question.anchor else { return scope(question) }
    let known = try base.meetings(forum: forum)
    let meetings = MeetingChoice(place: anchor.place)(known, during: .ever, today: today)
      .filter { $0.days.earliest != nil && $0.days.latest != nil && $0.status != .planned }
    guard let days = meetings.first?.days, let first = days.earliest, let last = days.latest, meetings.count == 1 else {
      let similar = MeetingChoice.similar(to: anchor.place, in: known)
      throw Misunderstanding(
        question: question.words,
        reason: meetings.isEmpty
          ? "no dated meeting in \(anchor.place) is known"
          : "several meetings in \(anchor.place) are known; name the day",
        candidates: meetings.isEmpty ? similar : meetings.map(\.words))
    }
    var period: Period
    switch anchor.relation {
    case .at:
      period =
        first == last
        ? .day(first) : Period(kind: .span, from: first, to: last, words: "from \(Wording.span(first, last))")
    case .after:
      let day = last.adding(days: 1)
      period = Period(kind: .span, from: day, to: nil, words: "since \(Wording.day(day))")
    case .before:
      let day = first.adding(days: -1)
      period = Period(kind: .span, from: nil, to: day, words: "until \(Wording.day(day))")
    }
    return Scope(period, knownBy: question.knownBy)
  }
}
