import Formats
public import Graph

/// Answers where reports disagree, with the statements of both sides.
public struct DiscrepanciesAnswer: Sendable {
  public init() {}

  private static let columns = [
    Column("forum", "forum"), Column("kind", "kind"), Column("summary", "what"), Column("subjects"),
    Column("statement_count"),
  ]

  /// - Parameters:
  ///   - forum: nil for all forums.
  ///   - facts: of each forum its discrepancies and the rows that they are about.
  ///   - others: discrepancies that belong to no forum.
  public func callAsFunction(
    _ forum: Subject?, _ facts: [ForumFacts], others: [Discrepancy] = [], during period: Period,
    question: String? = nil
  ) -> Answer {
    let place = forum.map { " about \($0.inFull)" } ?? ""
    var answer = Answer(
      reading: Answer.Reading(
        question: question, intent: .discrepancies, words: "where reports disagree\(place)\(period.spaced)",
        subject: forum, period: period),
      columns: Self.columns, dating: .none)
    let found = facts.flatMap { facts in
      let times = times(of: facts.graph)
      return facts.graph.discrepancies.filter { discrepancy in
        let known = discrepancy.subjects.compactMap { times[$0] }
        return known.isEmpty || known.contains { $0.isUndated || period.certainty(of: $0) < .unknown }
      }
    }
    answer.facts = (found + others).map(fact)
    if answer.facts.isEmpty {
      let about = forum.map { " about \($0.label)" } ?? ""
      answer.notStated = ["No reports are known that disagree\(about)\(period.spaced)."]
    }
    answer.next = answer.facts.prefix(1).map { "spacekb evidence \($0.id)" }
    return answer
  }

  private func fact(of discrepancy: Discrepancy) -> Fact {
    Fact(
      id: discrepancy.id, name: discrepancy.summary,
      values: [
        Cell(discrepancy.forum?.label), .text(discrepancy.kind.rawValue), .text(discrepancy.summary),
        .text(discrepancy.subjects.joined(separator: " ")), Cell(discrepancy.statements.count),
      ], statements: discrepancy.statements)
  }

  /// When the rows of a graph were so, by id.
  private func times(of graph: Graph) -> [String: Interval] {
    var times: [String: Interval] = [:]
    for term in graph.chairTerms { times[term.id] = term.time }
    for membership in graph.memberships { times[membership.id] = membership.time }
    for meeting in graph.meetings { times[meeting.id] = meeting.time }
    for total in graph.membershipTotals { times[total.id] = Interval(start: total.asOf, end: total.asOf) }
    return times
  }
}
