public import Formats
import Graph
public import Store

/// Answers what an agency, or a country with its agencies, belongs to, what offices it held and to which meetings it came.
public struct AgencyAnswer: Sendable {
  /// The day that "now" means, and the last one of a period without an end.
  public let today: Day

  public init(today: Day) { self.today = today }

  private static let columns = [
    Column("relation", "what"), Column("forum", "forum"), Column("forum_id"), Column("class", "as"),
    Column("party", "under the name"), Column("party_id"),
  ]

  /// - Parameters:
  ///   - row: the agency or country that was asked about.
  ///   - parties: it, those that it continues, and of a country its agencies.
  ///   - facts: the forums in which one of them has a part.
  ///   - successions: all that are known.
  public func callAsFunction(
    _ row: VocabularyRow, parties: [Party], _ facts: [ForumFacts], successions: [Succession], during period: Period,
    question: String? = nil
  ) -> Answer {
    let subject = Subject(id: row.id, label: row.label, name: row.name)
    var answer = Answer(
      reading: Answer.Reading(
        question: question, intent: .agency,
        words: "what \(subject.inFull) belongs to, held and came to\(period.spaced)", subject: subject, period: period),
      columns: Self.columns, dating: .lasting)
    let ids = Set(parties.map(\.id))
    answer.list(facts.flatMap { self.facts(in: $0, of: ids, period) })
    if period.kind == .ever || !answer.shown.isEmpty {
      answer.summary = [identity(row)] + lineage(ids, successions)
    }
    answer.notStated = [
      answer.shown.isEmpty
        ? "No report tells of \(row.label)\(period.spaced)."
        : "Whether \(row.label) has a part in other forums or meetings\(period.spaced) is not stated in any report."
    ]
    let shown = Set(answer.shown.map(\.id))
    answer.disagreements = facts.flatMap(\.graph.discrepancies).filter { !shown.isDisjoint(with: $0.subjects) }
    answer.next = ["spacekb timeline \(subject.argument)"]
    return answer
  }

  // MARK: Facts

  private func facts(in facts: ForumFacts, of parties: Set<String>, _ period: Period) -> [Fact] {
    let graph = facts.graph
    let memberships = graph.memberships.filter { parties.contains($0.party.id) }
    let terms = graph.chairTerms.filter { $0.holder.party.map { parties.contains($0.id) } ?? false }
    let known = (memberships.map(\.time) + terms.map(\.time)).flatMap(\.knownDays)
    let cut = StretchFinder(period, known: known, founded: facts.founded, today: today)
    let meetings = Dictionary(graph.meetings.map { ($0.id, $0) }) { first, _ in first }
    let attendances = graph.attendances.filter { parties.contains($0.party.id) }
      .sorted { (meetings[$0.meeting]?.days.order ?? .max, $0.id) < (meetings[$1.meeting]?.days.order ?? .max, $1.id) }
    return memberships.map { lasting($0, "member of", $0.id, $0.class, $0.party, facts.forum, $0.statements, cut) }
      + terms.map { term in
        lasting(term, "held office in", term.id, term.role, term.holder.party, facts.forum, term.statements, cut)
      }
      + attendances.map { attendance in
        fact(
          "came to", attendance.id, attendance.class, attendance.party, facts.forum, attendance.statements,
          time: meetings[attendance.meeting]?.time ?? Interval(), period)
      }
      + graph.meetings.flatMap { meeting in
        meeting.hosts.filter { parties.contains($0.id) }.map { host in
          fact("host of", meeting.id, "host", host, facts.forum, meeting.statements, time: meeting.time, period)
        }
      }
  }

  private func lasting(
    _ item: some Lasting, _ relation: String, _ id: String, _ class: String, _ party: Party?, _ forum: Subject,
    _ statements: [String], _ cut: StretchFinder
  ) -> Fact {
    let stretches = cut(item)
    return Fact(
      id: id, name: "\(relation) \(forum.label)", values: values(relation, `class`, party, forum),
      time: .lasting(item.time), certainty: stretches.map(\.certainty).min() ?? .unknown,
      stretches: stretches.filter { $0.certainty != .unknown }, statements: statements)
  }

  private func fact(
    _ relation: String, _ id: String, _ class: String, _ party: Party?, _ forum: Subject, _ statements: [String],
    time: Interval, _ period: Period
  ) -> Fact {
    Fact(
      id: id, name: "\(relation) \(forum.label)", values: values(relation, `class`, party, forum), time: .lasting(time),
      certainty: period.certainty(of: time), statements: statements)
  }

  private func values(_ relation: String, _ class: String, _ party: Party?, _ forum: Subject) -> [Cell] {
    [
      .text(relation), .text(forum.label), .text(forum.id), .text(`class`), Cell(party?.label), Cell(party?.id),
    ]
  }

  // MARK: What the vocabulary says

  /// `JAXA: Japan Aerospace Exploration Agency, space agency, JP, founded 1 October 2003 (from the vocabulary).`
  private func identity(_ row: VocabularyRow) -> String {
    var parts = [row.name ?? row.label]
    if let category = row.category { parts.append(category.split(separator: "_").joined(separator: " ")) }
    if row.kind != .country, let country = row.country { parts.append(country) }
    if let founded = row.founded { parts.append("founded \(Wording.date(founded))") }
    if let dissolved = row.dissolved { parts.append("dissolved \(Wording.date(dissolved))") }
    return "\(row.label) (\(row.id)): \(parts.joined(separator: ", ")), as the vocabulary has it."
  }

  private func lineage(_ parties: Set<String>, _ successions: [Succession]) -> [String] {
    successions.filter { parties.contains($0.new.id) || parties.contains($0.old.id) }.map { succession in
      let time = succession.time.isUnknown ? "" : ", \(Wording.date(succession.time))"
      return "\(succession.new.label) continues \(succession.old.label)\(time)."
    }
  }
}
