public import Formats
public import Graph
public import Store

/// Answers what an agency, or a country with its agencies, belongs to, what offices it held and to which meetings it came.
public struct AgencyAnswer: Sendable {
  /// The day that "now" means, and the last one of a period without an end.
  public let today: Day

  public init(today: Day) { self.today = today }

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
      columns: PartyRole.columns, dating: .lasting)
    let ids = Set(parties.map(\.id))
    let find = PartyRoles(parties: ids, period: period, today: today)
    answer.list(facts.flatMap { find(in: $0) }.map { $0.fact(called: row.label) })
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
