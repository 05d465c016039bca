import Formats
import Graph
import Testing

@testable import Answers

@Suite("Where reports disagree")
struct DiscrepanciesAnswerTests {
  private let facts: ForumFacts = {
    var facts = Facts.withGap
    facts.graph.discrepancies = [
      Discrepancy(
        id: "discrepancy/holders-differ/isecg/1", kind: .holdersDiffer,
        forum: Party(id: "forum/isecg", label: "ISECG"), subjects: ["chair/isecg/esa/1"], summary: "ISECG: two holders",
        statements: ["s1", "s2"])
    ]
    return facts
  }()

  @Test("in the time of what they are about", arguments: [("2010", 1), ("2015", 0), ("2011-01-01", 0)])
  func period(period: String, count: Int) throws {
    let reply = DiscrepanciesAnswer()(Facts.forum, [facts], during: try Facts.period(period))
    #expect(reply.facts.count == count)
    #expect(reply.exit == (count == 0 ? .nothingKnown : .done))
    #expect(reply.notStated.isEmpty == (count > 0))
  }

  @Test("those of no forum come last")
  func others() {
    let versions = Discrepancy(
      id: "discrepancy/versions-unordered/x", kind: .versionsUnordered, subjects: ["x"], summary: "2 versions of x")
    let reply = DiscrepanciesAnswer()(nil, [facts], others: [versions], during: .ever)
    #expect(reply.facts.map(\.name) == ["ISECG: two holders", "2 versions of x"])
    for fact in reply.facts { #expect(fact.values.count == reply.columns.count) }
  }
}
