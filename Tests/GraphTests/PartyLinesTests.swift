import Formats
import Graph
import Mentions
import Statements
import Testing

private func known(_ old: [String], _ new: String, _ date: String?) -> GraphBuilder.Vocabulary.KnownSuccession {
  func party(_ label: String) -> Party { Party(id: Told.party(label).id, label: label) }
  return GraphBuilder.Vocabulary.KnownSuccession(old: old.map(party), new: party(new), date: date)
}

private let builder = GraphBuilder(
  vocabulary: GraphBuilder.Vocabulary(successions: [
    known(["N"], "M", "2005"), known(["M"], "S", "2010-12-09"), known(["P", "Q"], "J", "2003-10-01"),
  ]))

@Test func oneLineUnderSeveralNames() throws {
  let graph = builder([
    Told.member("S", "listed", "2013-01-01"), Told.member("N", "listed", "2004-01-01"),
    Told.member("N", "listed", "2017-06-07"),
  ])
  let membership = try #require(graph.memberships.first)
  #expect(graph.memberships.map(\.id) == ["membership/f/s/1"])
  #expect(membership.time.shown == "..2004-01-01 2017-06-07..")
  #expect(membership.names.map(\.since.edtf) == [nil, "2010-12-09"])
  for (day, label) in [("2004-01-01", "N"), ("2010-12-08", "N"), ("2010-12-09", "S"), ("2020-01-01", "S")] {
    #expect(membership.party(on: try #require(try EDTF(day).earliest)).label == label)
  }
}

@Test func bodiesThatMergedStayApart() {
  let graph = builder([
    Told.member("P", "listed", "1990-01-01"), Told.member("Q", "listed", "1995-01-01"),
    Told.member("J", "listed", "2010-01-01"),
  ])
  #expect(graph.memberships.map(\.id) == ["membership/f/j/1", "membership/f/p/1", "membership/f/q/1"])
  #expect(
    graph.memberships.map(\.time.shown) == [
      "..2010-01-01 2010-01-01..", "..1990-01-01 1990-01-01..2003-10-01", "..1995-01-01 1995-01-01..2003-10-01",
    ])
  #expect(builder([Told.member("N", "listed", "2017")]).memberships.map(\.party.label) == ["N"])
}

@Test func chairsAndGuestsUnderTheNameOfTheTime() {
  let graph = builder([
    Told.chair("N 2004-01-01"), Told.chair("S 2012-01-01"), Told.meeting("2011-05-01", in: "r1"),
    Told.came("N", "2011-05-01", in: "r1"), Told.came("S", "2011-05-01", in: "r2"),
  ])
  #expect(shown(graph.chairTerms) == ["S~: ..2004-01-01 2012-01-01.."])
  #expect(graph.attendances.map(\.party.label) == ["S"])
  #expect(graph.attendances.first?.statements.count == 2)
}

@Test(
  "two classes at once",
  arguments: [("2013-01-01", "2013-01-01", 1), ("2012-01-01", "2013-01-01", 0)])
func classes(member: String, observer: String, expected: Int) {
  let graph = builder([
    Told.member("A", "listed", member), Told.member("A", "listed", observer, class: "observer"),
  ])
  #expect(graph.discrepancies.filter { $0.kind == .classDiffers }.count == expected)
}

@Test(
  "ranks by joining",
  arguments: [
    ([("A", "2015", 15), ("B", "2021", 27)], 0), ([("A", "2015", 15), ("B", "2021", 15)], 1),
    ([("A", "2015", 27), ("B", "2021", 15)], 1), ([("A", "2015", 16), ("B", "2015", 15)], 0),
  ] as [([(String, String, Int)], Int)])
func ranks(joined: [(String, String, Int)], expected: Int) {
  let statements = joined.map { who, date, ordinal in
    Told.say(
      .membership,
      [
        .member: .names([Told.party(who)]), .event: .text("joined"), .date: .text(date), .ordinal: .number(ordinal),
      ], in: who)
  }
  #expect(GraphBuilder()(statements).discrepancies.map(\.kind) == Array(repeating: .ordinalDiffers, count: expected))
}
