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

  @Test(
    "stated totals beside the list: of the time, and the nearest before and after it",
    arguments: [("2020", [23, 24, 27]), ("2019", [22, 23, 24]), ("2022", [27])])
  func totals(period: String, counts: [Int]) throws {
    var facts = facts
    facts.graph.membershipTotals = [
      ("2018", 21), ("2018-12", 22), ("2019-06-01", 23), ("2020-09-09", 24), ("2021", 27),
    ]
    .map { date, count in
      let days = try? EDTF(date)
      return MembershipTotal(
        id: "membership-total/isecg/\(date)/\(count)", forum: Party(id: "forum/isecg", label: "ISECG"), count: count,
        asOf: Bound(earliest: days?.earliest, latest: days?.latest, edtf: date, isStated: true))
    }
    let reply = answer(facts, during: try Facts.period(period))
    #expect(reply.summary.map { $0.split(separator: " ")[3] } == counts.map { "\($0)" })
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
