public import Formats
import Graph

/// Answers when and where a forum met in a period, from what is known of it.
public struct MeetingsAnswer: Sendable {
  /// The day that "last" and "next" are seen from.
  public let today: Day

  public init(today: Day) { self.today = today }

  private static let columns = [
    Column("forum"), Column("ordinal", "no."), Column("meeting_name"), Column("place", "place"),
    Column("country", "country"),
    Column("mode", "mode"), Column("hosts", "hosts"), Column("represented", "represented"), Column("unit"),
    Column("named", "named"), Column("level"), Column("status", "status"),
  ]

  public func callAsFunction(
    _ facts: ForumFacts, of choice: MeetingChoice = MeetingChoice(), during period: Period, question: String? = nil
  ) -> Answer {
    let forum = facts.forum
    let time = period.spaced
    var answer = Answer(
      reading: Answer.Reading(
        question: question, intent: .meetings, words: "the meetings of \(forum.inFull)\(choice.words)\(time)",
        subject: forum,
        period: period),
      columns: Self.columns, dating: .dated)
    let named = Dictionary(grouping: facts.graph.attendances, by: \.meeting)
    let meetings = choice(facts.graph.meetings, during: period, today: today).sorted {
      ($0.days.order, $0.id) < ($1.days.order, $1.id)
    }
    let all = meetings.map { fact(of: $0, named[$0.id] ?? [], period) }
    answer.list(all)
    // A plan is no fact.
    let planned = Set(meetings.filter { $0.status == .planned }.map(\.id))
    answer.possible = answer.facts.filter { planned.contains($0.id) } + answer.possible
    answer.facts.removeAll { planned.contains($0.id) }
    if answer.facts.isEmpty, answer.possible.isEmpty {
      answer.nearest = choice.pick == .next ? last(facts, named, period) : Self.nearest(all, period)
    }
    if choice.place != nil, all.isEmpty {
      let similar = MeetingChoice.similar(to: choice.place ?? "", in: facts.graph.meetings)
      answer.notStated = similar.isEmpty ? [] : ["Places of meetings with a name like it: \(Wording.list(similar))."]
    }
    let shown = Set(answer.shown.map(\.id))
    if answer.facts.count == 1, let meeting = meetings.first(where: { $0.id == answer.facts[0].id }) {
      answer.summary = [particulars(meeting), who(meeting, named[meeting.id] ?? [])]
    }
    let place = choice.place.map { " in \($0)" } ?? ""
    answer.notStated.insert(
      answer.facts.isEmpty && answer.possible.isEmpty
        ? "\(choice.pick == .next ? "When \(forum.label) meets next" : "Whether \(forum.label) met")\(place)\(time) is not "
          + "stated in any report."
        : "Whether \(forum.label) met at other times\(place)\(time) is not stated in any report.", at: 0)
    if answer.exit == .nothingKnown, let sentence = Wording.foundedLater(forum, facts.founded, than: period) {
      answer.notStated.append(sentence)
    }
    answer.disagreements = facts.graph.discrepancies.filter { $0.concerns(shown) }
    answer.next = answer.facts.suffix(1).map { "spacekb evidence \($0.id)" }
    return answer
  }

  /// The last that is known, where no next one is.
  private func last(_ facts: ForumFacts, _ named: [String: [Attendance]], _ period: Period) -> [Fact] {
    MeetingChoice(pick: .last)(facts.graph.meetings, during: .ever, today: today).map {
      fact(of: $0, named[$0.id] ?? [], .ever)
    }
  }

  private func fact(of meeting: Meeting, _ named: [Attendance], _ period: Period) -> Fact {
    Fact(
      id: meeting.id, name: meeting.words,
      values: [
        .text(meeting.forum.label), Cell(meeting.ordinal), Cell(meeting.name), Cell(meeting.place ?? meeting.venue),
        Cell(meeting.country), Cell(meeting.mode),
        Cell(meeting.hosts.isEmpty ? nil : meeting.hosts.map(\.label).joined(separator: ", ")),
        Cell(meeting.represented), Cell(meeting.unit), Cell(named.isEmpty ? nil : named.count), Cell(meeting.level),
        Cell(meeting.status?.rawValue),
      ],
      time: .dated(meeting.days), certainty: period.certainty(of: meeting.time), statements: meeting.statements)
  }

  /// Where and how it met and who was host; a chair is no host.
  private func particulars(_ meeting: Meeting) -> String {
    let place = [meeting.venue, meeting.place, meeting.country].compactMap(\.self).joined(separator: ", ")
    let virtual = meeting.mode == "virtual" ? "none, it was virtual" : "not stated"
    let hosts = meeting.hosts.map(\.label).joined(separator: ", ")
    return "Place: \(place.isEmpty ? virtual : place). Mode: \(meeting.mode ?? "not stated"). "
      + "Host: \(hosts.isEmpty ? "not stated" : hosts)."
  }

  /// Who is named as having come, beside the number that is stated.
  private func who(_ meeting: Meeting, _ named: [Attendance]) -> String {
    let number = meeting.represented.map { "a report counts \($0) \(meeting.unit ?? "represented")" }
    guard !named.isEmpty else {
      return "Who came to \(meeting.words) is not stated in any report" + (number.map { "; \($0)" } ?? "") + "."
    }
    let names = named.map { $0.asWritten ?? $0.party.label }.sorted()
    return "Named at \(meeting.words): \(Wording.list(names)) (\(names.count)"
      + (number.map { "; \($0)" } ?? "") + ")."
  }

  /// The last meeting before the period and the first after it.
  static func nearest(_ all: [Fact], _ period: Period) -> [Fact] {
    let before = period.from.flatMap { from in all.last { $0.day(\.latest).map { $0 < from } ?? false } }
    let after = period.to.flatMap { to in all.first { $0.day(\.earliest).map { $0 > to } ?? false } }
    return [before, after].compactMap(\.self)
  }
}

extension Meeting {
  /// All its days as one date.
  var days: Bound {
    Bound(earliest: time.start.earliest, latest: time.end.latest, edtf: date, isStated: time.start.isStated)
  }

  /// `the meeting of 10 to 12 March 2009`, `an undated meeting in Yokohama`.
  var words: String {
    let what = ordinal.map { "the \(Wording.ordinal($0)) meeting" }
    guard date == nil else { return "\(what ?? "the meeting") of \(Wording.date(days))" }
    return (what ?? "an undated meeting") + (place.map { " in \($0)" } ?? "")
  }
}

extension Bound {
  /// For sorting by time; what is not known comes last.
  var order: Int { (earliest ?? latest)?.number ?? .max }
}
