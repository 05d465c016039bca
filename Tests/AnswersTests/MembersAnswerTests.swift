import Formats
import Graph
import Testing

@testable import Answers

@Suite("Who belonged to a forum")
struct MembersAnswerTests {
  private let answer = MembersAnswer(today: Facts.day("2026-11-25"))

  /// AEB joined by 2020, ASI was seen in 2015, KARI is undated, NSAU left in 2012.
  private let facts: ForumFacts = {
    var facts = ForumFacts(forum: Facts.forum, founded: "2007-11-06")
    facts.graph.memberships = [
      Facts.member("AEB", Facts.stated("2020-03-13"), Bound(earliest: Facts.day("2020-09-09"))),
      Facts.member("ASI", Bound(latest: Facts.day("2015-06-01")), Bound(earliest: Facts.day("2015-06-01"))),
      Facts.member("KARI", .unknown),
      Facts.member("NSAU", Facts.stated("2008-01-01"), Facts.stated("2012-05-01")),
    ]
    facts.graph.membershipTotals = [
      MembershipTotal(
        id: "membership-total/isecg/2020-09-09/24", forum: Party(id: "forum/isecg", label: "ISECG"), count: 24,
        asOf: Facts.stated("2020-09-09"))
    ]
    return facts
  }()

  @Test(
    "stated and presumed, possible, and undated members of a time",
    arguments: [
      ("2020-09-09", ["AEB", "ASI"], []), ("2021", ["AEB", "ASI"], []), ("2010", ["NSAU"], ["ASI"]),
      ("2015-06-01", ["ASI"], []), ("2012", ["NSAU"], ["ASI"]), ("2013", [], ["ASI"]),
    ])
  func lists(period: String, sure: [String], possible: [String]) throws {
    let reply = answer(facts, during: try Facts.period(period))
    #expect(reply.facts.map(\.name) == sure)
    #expect(reply.possible.map(\.name) == possible)
    #expect(reply.undated.map(\.name) == ["KARI"])
    #expect(reply.exit == .done)
  }

  @Test("a stated total stands beside the list in its time only", arguments: [("2020", 1), ("2019", 0)])
  func totals(period: String, count: Int) throws {
    let reply = answer(facts, during: try Facts.period(period))
    #expect(reply.summary.count == count)
    #expect(reply.summary.allSatisfy { $0 == "A report counts 24 members, 9 September 2020." })
  }

  @Test("what no report states is said, and never taken for no")
  func notStated() throws {
    let reply = answer(facts, during: try Facts.period("2020"))
    #expect(reply.notStated.contains("Whether others belonged to ISECG in 2020 is not stated in any report."))
    #expect(reply.notStated.contains("When ASI and KARI joined is not stated in any report."))
    #expect(reply.notStated.contains("That one of them left is not stated in any report."))
  }

  @Test("of a forum without members nothing is known")
  func nothing() throws {
    let reply = answer(ForumFacts(forum: Facts.forum, founded: "2007"), during: try Facts.period("1990"))
    #expect(reply.exit == .nothingKnown)
    #expect(
      reply.notStated == [
        "Who belonged to ISECG in 1990 is not stated in any report.", "ISECG was founded later: 2007.",
      ])
  }

  @Test("a limit keeps the surest and counts the rest", arguments: [(1, 1, 0), (2, 2, 0), (3, 2, 1), (9, 2, 1)])
  func limit(limit: Int, sure: Int, undated: Int) throws {
    let reply = answer(facts, during: try Facts.period("2020")).limited(to: limit)
    #expect(reply.facts.count == sure)
    #expect(reply.undated.count == undated)
    #expect(reply.omitted == 3 - sure - undated)
  }
}
