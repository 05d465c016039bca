import Formats
import Graph

/// Answers who came to meetings of a forum, as far as reports name them. A list need not be whole: who is not named is not absent.
struct AttendanceAnswer {
  let today: Day

  private static let columns = [
    Column("forum"), Column("meeting"), Column("party", "who"), Column("party_id"), Column("class", "as"),
    Column("as_written"), Column("place", "place"),
  ]

  /// - Parameters:
  ///   - choice: of which meetings.
  ///   - party: only this one; nil: all.
  func callAsFunction(
    _ facts: ForumFacts, at choice: MeetingChoice, of party: AskedParty? = nil, during period: Period
  ) -> Answer {
    let forum = facts.forum
    let who = party.map { "to which meetings of \(forum.inFull)\(choice.words) \($0.label) came" }
    var answer = Answer(
      reading: Answer.Reading(
        question: nil, intent: .attendance,
        words: (who ?? "who came to the meetings of \(forum.inFull)\(choice.words)") + period.spaced, subject: forum,
        period: period),
      columns: Self.columns, dating: .dated)
    let meetings = choice(facts.graph.meetings, during: period, today: today)
      .filter { $0.status != .planned && $0.status != .cancelled }
      .sorted { ($0.days.order, $0.id) < ($1.days.order, $1.id) }
    let named = Dictionary(grouping: facts.graph.attendances, by: \.meeting)
    let all = meetings.flatMap { meeting in
      (named[meeting.id] ?? []).filter { attendance in party.map { $0.includes(attendance.party) } ?? true }
        .sorted { ($0.party.label, $0.id) < ($1.party.label, $1.id) }
        .map { fact(of: $0, at: meeting, period) }
    }
    answer.list(all)
    let asked = meetings.filter { period.certainty(of: $0.time) < .unknown }
    answer.summary = party.map { summary($0, asked, named, forum) } ?? summary(asked, named)
    answer.notStated = notStated(answer, party, asked, named, forum, period, choice)
    let shown = Set(answer.shown.map(\.id) + asked.map(\.id))
    answer.disagreements = facts.graph.discrepancies.filter { !shown.isDisjoint(with: $0.subjects) }
    answer.next = ["spacekb meetings \(forum.argument)"]
    return answer
  }

  private func fact(of attendance: Attendance, at meeting: Meeting, _ period: Period) -> Fact {
    Fact(
      id: attendance.id, name: "\(attendance.party.label) at \(meeting.words)",
      values: [
        .text(attendance.forum.label), .text(meeting.id), .text(attendance.party.label), .text(attendance.party.id),
        .text(attendance.class), Cell(attendance.asWritten), Cell(meeting.place),
      ],
      time: .dated(meeting.days), certainty: period.certainty(of: meeting.time), statements: attendance.statements)
  }

  /// What is named beside what is counted, for each meeting.
  private func summary(_ meetings: [Meeting], _ named: [String: [Attendance]]) -> [String] {
    meetings.filter { named[$0.id] != nil || $0.represented != nil }.prefix(5).map { meeting in
      let names = named[meeting.id]?.count ?? 0
      let entries = Set((named[meeting.id] ?? []).map { $0.asWritten ?? $0.party.label }).count
      let written = entries == names ? "" : " in \(entries) entries"
      let counted =
        meeting.represented.map { "a report counts \($0) \(meeting.unit ?? "represented")" }
        ?? "no report counts them"
      return "At \(meeting.words) \(names) are named\(written); \(counted)."
    }
  }

  private func summary(
    _ party: AskedParty, _ meetings: [Meeting], _ named: [String: [Attendance]], _ forum: Subject
  ) -> [String] {
    let attended = meetings.filter { (named[$0.id] ?? []).contains { party.includes($0.party) } }
    guard !attended.isEmpty else { return [] }
    if let meeting = attended.first, meetings.count == 1 {
      return ["Yes, as reports state: \(party.label) came to \(meeting.words) of \(forum.label)."]
    }
    return [
      "Reports name \(party.label) at \(attended.count) of the \(meetings.count) meetings of \(forum.label) that are known."
    ]
  }

  private func notStated(
    _ answer: Answer, _ party: AskedParty?, _ meetings: [Meeting], _ named: [String: [Attendance]], _ forum: Subject,
    _ period: Period, _ choice: MeetingChoice
  ) -> [String] {
    guard !meetings.isEmpty else {
      return ["No report tells of a meeting of \(forum.label)\(choice.words)\(period.spaced)."]
    }
    let silent = meetings.filter { named[$0.id] == nil }
    var sentences: [String] = []
    if let party {
      let missing = meetings.filter { meeting in
        named[meeting.id].map { list in !list.contains { party.includes($0.party) } } ?? false
      }
      if !missing.isEmpty {
        sentences.append(
          "Whether \(party.label) came is not known where a list does not name it, as a list need not be whole: "
            + "\(Wording.list(missing.prefix(6).map(\.words)))\(missing.count > 6 ? " and others" : "").")
      }
    } else {
      sentences.append("Whether others came is not stated in any report.")
    }
    if !silent.isEmpty {
      let which = Wording.list(silent.prefix(6).map(\.words)) + (silent.count > 6 ? " and others" : "")
      sentences.append("Who came to \(which) is not stated in any report.")
    }
    return sentences
  }

  /// Members on the day of a meeting whom no report names there.
  func unnamed(_ facts: ForumFacts, at choice: MeetingChoice, during period: Period) throws(Misunderstanding) -> Answer
  {
    let forum = facts.forum
    let meetings = choice(facts.graph.meetings, during: period, today: today).filter { meeting in
      period.certainty(of: meeting.time) < .unknown && meeting.status != .planned && meeting.time.start.earliest != nil
    }
    guard let meeting = meetings.first, meetings.count == 1, let from = meeting.time.start.earliest else {
      throw Misunderstanding(
        question: forum.label,
        reason: meetings.isEmpty
          ? "no report tells of a meeting of \(forum.label)\(choice.words)\(period.spaced)"
          : "several meetings of \(forum.label) are known; name one by its day or place",
        candidates: meetings.prefix(8).map(\.words))
    }
    let to = max(from, meeting.time.end.latest ?? from)
    let days =
      from == to ? Period.day(from) : Period(kind: .span, from: from, to: to, words: "from \(Wording.span(from, to))")
    let named = facts.graph.attendances.filter { $0.meeting == meeting.id }
    let ids = Set(named.map(\.party.id))
    var narrowed = facts
    narrowed.graph.memberships.removeAll { member in
      ids.contains(member.party.id) || member.names.contains { ids.contains($0.party.id) }
    }
    let total = MembersAnswer(today: today)(facts, during: days)
    var answer = MembersAnswer(today: today)(narrowed, during: days)
    answer.reading.words = "which members of \(forum.inFull) no report names at \(meeting.words)"
    answer.reading.intent = .attendance
    answer.reading.period = period
    answer.summary = [
      "Members then, stated or presumed: \(total.facts.count); named at the meeting: \(named.count); members not named: \(answer.facts.count)."
    ]
    answer.notStated = [
      named.isEmpty
        ? "Who came to \(meeting.words) is not stated in any report."
        : "That they were absent is not stated in any report; a list need not be whole."
    ]
    return answer
  }
}
