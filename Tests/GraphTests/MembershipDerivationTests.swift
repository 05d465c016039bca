import Formats
import Graph
import Statements
import Testing

struct MemberCase: Sendable {
  var name: String
  var says: [[String]]
  var memberships: [String]
  var discrepancies: [String] = []
}

let memberCases: [MemberCase] = [
  MemberCase(name: "joined on a day", says: [["joined", "2019-03-18"]], memberships: ["=2019-03-18 2019-03-18.."]),
  MemberCase(
    name: "joined some time between", says: [["joined", "2020-03/2020-09-09"]],
    memberships: ["=2020-03-01..2020-09-09 2020-09-09.."]),
  MemberCase(
    name: "joined by a day", says: [["joined", "../2020-09-09"]], memberships: ["=..2020-09-09 2020-09-09.."]),
  MemberCase(name: "listed", says: [["listed", "2011-08-30"]], memberships: ["..2011-08-30 2011-08-30.."]),
  MemberCase(
    name: "joined and listed later", says: [["joined", "2019-03-18"], ["listed", "2020-09-09"]],
    memberships: ["=2019-03-18 2020-09-09.."]),
  MemberCase(
    name: "two tellings of one joining meet", says: [["joined", "2020-03/2020-09-09"], ["joined", "2020-08-31"]],
    memberships: ["=2020-08-31 2020-08-31.."]),
  MemberCase(
    name: "joined twice", says: [["joined", "2019"], ["joined", "2020-02"]],
    memberships: ["=2019-01-01..2020-02-29 2020-02-29.."], discrepancies: ["joined-twice"]),
  MemberCase(
    name: "a member before it joined", says: [["joined", "2020-08-31"], ["listed", "2018-01-05"]],
    memberships: ["=..2018-01-05 2020-08-31.."], discrepancies: ["joined-twice"]),
  MemberCase(
    name: "withdrew", says: [["joined", "1990"], ["withdrew", "2001-05-01"]],
    memberships: ["=1990-01-01..1990-12-31 =2001-05-01"]),
  MemberCase(
    name: "withdrew and came back",
    says: [["joined", "1990"], ["withdrew", "2001-05-01"], ["joined", "2010-01-01"]],
    memberships: ["=1990-01-01..1990-12-31 =2001-05-01", "=2010-01-01 2010-01-01.."]),
  MemberCase(name: "applied is no membership", says: [["applied", "2015"]], memberships: []),
  MemberCase(name: "undated", says: [["listed"]], memberships: [".. .."]),
]

@Test("memberships follow from what is said, in any order", arguments: memberCases)
func memberships(_ example: MemberCase) {
  let statements = example.says.map { Told.member("A", $0[0], $0.count > 1 ? $0[1] : nil) }
  for order in [statements, statements.reversed()] {
    let graph = GraphBuilder()(order)
    #expect(graph.memberships.map(\.time.shown) == example.memberships, "\(example.name)")
    #expect(graph.discrepancies.map(\.kind.rawValue) == example.discrepancies, "\(example.name)")
    #expect(graph.membershipEvents.count == example.says.count)
  }
}

@Test func membershipIdsClassesAndPlans() {
  let graph = GraphBuilder()([
    Told.member("A", "listed", "2013-01-01"), Told.member("A", "listed", "2010-01-01", class: "observer"),
    Told.member("B", "joined", "2013-02-01"), Told.member("B", "withdrew", "2024", status: "planned"),
  ])
  #expect(graph.memberships.map(\.id) == ["membership/f/a/1", "membership/f/a/observer/1", "membership/f/b/1"])
  #expect(graph.memberships.last?.time.end.isStated == false)
  #expect(
    graph.membershipEvents.map(\.id) == [
      "membership-event/f/a/listed/1", "membership-event/f/a/listed/2", "membership-event/f/b/joined/1",
      "membership-event/f/b/withdrew/1",
    ])
  #expect(graph.membershipEvents.last?.isPlanned == true)
}

@Test(
  "certainty of a membership",
  arguments: [
    ("2018-01-01", Certainty.possible), ("2019-06-01", .stated), ("2025-01-01", .presumed),
  ])
func membershipCertainty(day: String, expected: Certainty) throws {
  let statements = [Told.member("A", "listed", "2019-03-18"), Told.member("A", "listed", "2020-09-09")]
  let membership = try #require(GraphBuilder()(statements).memberships.first)
  #expect(membership.certainty(on: try #require(try EDTF(day).earliest)) == expected)
}

@Test func totalsOfOneDayThatDiffer() {
  let totals = [24, 26].map { count in
    Told.say(.membershipTotal, [.count: .number(count), .asOf: .text("2020-09-09")], in: "r\(count)")
  }
  let graph = GraphBuilder()(totals)
  #expect(graph.membershipTotals.map(\.id) == ["membership-total/f/2020-09-09/24", "membership-total/f/2020-09-09/26"])
  #expect(graph.discrepancies.map(\.id) == ["discrepancy/total-differs/f/2020-09-09"])
  #expect(graph.discrepancies.first?.statements.count == 2)
}
