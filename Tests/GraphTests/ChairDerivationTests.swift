import Formats
import Graph
import Statements
import Testing

/// What the statements say, and the terms that follow.
struct ChairCase: Sendable {
  var name: String
  var says: [String]
  var terms: [String]
  var discrepancies: [String] = []
}

let chairCases: [ChairCase] = [
  ChairCase(
    name: "a handover ends one term and begins the other on its day", says: ["A>B 2020-09-09"],
    terms: ["A: ..2020-09-09 =2020-09-09", "B: =2020-09-09 2020-09-09.."]),
  ChairCase(
    name: "an incumbent began by then and ended then or later", says: ["A 2015-10-05"],
    terms: ["A: ..2015-10-05 2015-10-05.."]),
  ChairCase(
    name: "sightings of one holder with no other between are one term", says: ["A 2015-10-05", "A 2016-02-01"],
    terms: ["A~: ..2015-10-05 2016-02-01.."]),
  ChairCase(
    name: "another holder between parts them, and bounds both", says: ["A 2009-03-01", "B 2010-01-01", "A 2011-08-30"],
    terms: [
      "A: ..2009-03-01 2009-03-01..2010-01-01", "B: 2009-03-01..2010-01-01 2010-01-01..2011-08-30",
      "A: 2010-01-01..2011-08-30 2011-08-30..",
    ]),
  ChairCase(
    name: "a handover and a later sighting are one term", says: ["A>B 2014-09-30", "B 2015-10-05"],
    terms: ["A: ..2014-09-30 =2014-09-30", "B~: =2014-09-30 2015-10-05.."]),
  ChairCase(
    name: "seen on the very day of the handover", says: ["A 2020-09-09", "A>B 2020-09-09", "B 2020-09-09"],
    terms: ["A: ..2020-09-09 =2020-09-09", "B: =2020-09-09 2020-09-09.."]),
  ChairCase(
    name: "a month has its first and last day", says: ["A>B 2013-06"],
    terms: ["A: ..2013-06-30 =2013-06-01..2013-06-30", "B: =2013-06-01..2013-06-30 2013-06-30.."]),
  ChairCase(
    name: "by a day means the latest only", says: [">B ../2013-06-01"],
    terms: ["B: =..2013-06-01 2013-06-01.."]),
  ChairCase(
    name: "two tellings of one handover meet", says: ["A>B 2014", "A>B 2014-09-30"],
    terms: ["A: ..2014-09-30 =2014-09-30", "B: =2014-09-30 2014-09-30.."]),
  ChairCase(name: "a plan makes no term", says: ["?B 2010"], terms: []),
  ChairCase(
    name: "an undated one is kept", says: ["A", "B 2015-10-05"], terms: ["B: ..2015-10-05 2015-10-05..", "A: .. .."]),
  ChairCase(
    name: "the chair of a meeting never merges and ends nobody",
    says: ["A 2009-01-01", "@B 2009-03-10/2009-03-12", "A 2009-06-01"],
    terms: ["A~: ..2009-01-01 2009-06-01..", "B: ..2009-03-12 2009-03-10.."]),
  ChairCase(
    name: "a told term has both bounds", says: ["A 2014/2018"],
    terms: ["A: =2014-01-01..2014-12-31 =2018-01-01..2018-12-31"]),
  ChairCase(
    name: "a vague sighting joins the term that it fits", says: ["A 2020", "A>B 2020-09-09"],
    terms: ["A: ..2020-09-09 =2020-09-09", "B: =2020-09-09 2020-09-09.."]),
  ChairCase(
    name: "a vague sighting alone says little", says: ["A 2020"], terms: ["A: ..2020-12-31 2020-01-01.."]),
  ChairCase(
    name: "re-elected goes on", says: ["+A 2010-01-01", "+A 2012-01-01"], terms: ["A~: =2010-01-01 2012-01-01.."]),
  ChairCase(
    name: "a chain with gaps, a plan, open dates and undated holders",
    says: [
      "@J 2009-03-10/2009-03-12", "J>E 2009-05-20", "?N 2010", "J 2011-08-30", ">C ../2013-06", "C>E 2014-09-30",
      "E 2015-10-05", "J", "J>C 2020-09-09", "C",
    ],
    terms: [
      "J: ..2009-03-12 2009-03-10..", "J: ..2009-05-20 =2009-05-20", "E: =2009-05-20 2009-05-20..2011-08-30",
      "J: 2009-05-20..2011-08-30 2011-08-30..2013-06-30", "C: =2011-08-30..2013-06-30 =2014-09-30",
      "E~: =2014-09-30 2015-10-05..2020-09-09", "J: 2015-10-05..2020-09-09 =2020-09-09", "C: =2020-09-09 2020-09-09..",
      "C: .. ..", "J: .. ..",
    ]),
  ChairCase(
    name: "two on one day contradict each other", says: ["A 2015-10-05", "B 2015-10-05"],
    terms: ["A: ..2015-10-05 2015-10-05", "B: 2015-10-05 2015-10-05.."],
    discrepancies: ["holders-differ"]),
  ChairCase(
    name: "a handover told again with its month only", says: ["C 2013-06-01", ">E 2014-09", "C>E 2014-09-30"],
    terms: ["C~: ..2013-06-01 =2014-09-30", "E: =2014-09-30 2014-09-30.."]),
  ChairCase(
    name: "one side of a handover told more exactly dates the other", says: ["A>B 2014", ">B 2014-09-30"],
    terms: ["A: ..2014-09-30 =2014-09-30", "B: =2014-09-30 2014-09-30.."]),
  ChairCase(
    name: "a handover told with two dates", says: ["A>B 2014-09-30", "A>B 2014-10-01"],
    terms: ["A: ..2014-09-30 =2014-09-30..2014-10-01", "B: =2014-09-30..2014-10-01 2014-10-01.."],
    discrepancies: ["dates-differ"]),
  ChairCase(
    name: "the forum itself holds no chair", says: ["F>B 2014-09-30", "F 2015-01-01"],
    terms: ["B: =2014-09-30 2014-09-30.."]),
  ChairCase(
    name: "the end of a term that no report tells is written as far as it is known", says: ["A 2010-01-01", "B 2011"],
    terms: ["A: ..2010-01-01 2010-01-01..2011-12-31", "B: 2010-01-01..2011-12-31 2011-01-01.."]),
  ChairCase(
    name: "another holder within a told term contradicts it", says: ["A 2014/2018", "B 2016-05-01"],
    terms: [
      "A: =2014-01-01..2014-12-31 =2018-01-01..2018-12-31", "B: ..2016-05-01 2016-05-01..",
    ], discrepancies: ["holders-differ"]),
]

@Test("chair terms follow from what is said, in any order", arguments: chairCases)
func chairTerms(_ example: ChairCase) {
  let statements = example.says.map { Told.chair($0) }
  for order in [statements, statements.reversed()] {
    let graph = GraphBuilder()(order)
    #expect(shown(graph.chairTerms) == example.terms, "\(example.name)")
    #expect(graph.discrepancies.map(\.kind.rawValue) == example.discrepancies, "\(example.name)")
  }
}

@Test func jointAndCoChairsDoNotEndEachOther() {
  let joint = ["A 2015-10-05", "B 2015-10-05"].map { Told.chair($0, in: "one report") }
  #expect(shown(GraphBuilder()(joint).chairTerms) == ["A: ..2015-10-05 2015-10-05..", "B: ..2015-10-05 2015-10-05.."])
  #expect(GraphBuilder()(joint).discrepancies.isEmpty)
  let co = ["A 2015-10-05", "B 2016-10-05"].map { Told.chair($0, role: "co-chair") }
  #expect(shown(GraphBuilder()(co).chairTerms) == ["A: ..2015-10-05 2015-10-05..", "B: ..2016-10-05 2016-10-05.."])
  #expect(GraphBuilder()(co).chairTerms.map(\.id) == ["chair/f/co-chair/a/1", "chair/f/co-chair/b/1"])
}

@Test func stillGoingOnIsSeenWhenPublished() {
  let terms = GraphBuilder()([Told.chair("A 1987/..", published: "2001-05-04")]).chairTerms
  #expect(shown(terms) == ["A~: =1987-01-01..1987-12-31 2001-05-04.."])
}

@Test func chairIdsAndTransitions() throws {
  let graph = GraphBuilder()(["A>B 2009-05-20", "B>A 2014-09-30", "?C 2016"].map { Told.chair($0) })
  #expect(graph.chairTerms.map(\.id) == ["chair/f/a/1", "chair/f/b/1", "chair/f/a/2"])
  #expect(
    graph.chairTransitions.map(\.id) == [
      "chair-transition/f/2009-05-20/b", "chair-transition/f/2014-09-30/a", "chair-transition/f/planned/2016/c",
    ])
  #expect(graph.chairTransitions.map(\.kind) == [.transition, .transition, .planned])
  #expect(graph.chairTransitions.first?.from.map(\.label) == ["A"])
}

@Test(
  "certainty of a chair by the day",
  arguments: [
    ("2014-09-29", nil, Certainty.unknown), ("2014-09-30", nil, .stated), ("2015-10-05", nil, .stated),
    ("2015-10-06", nil, .presumed), ("2016-10-04", "P1Y", .presumed), ("2016-10-05", "P1Y", .possible),
    ("2030-01-01", nil, .presumed),
  ])
func certainty(day: String, term: String?, expected: Certainty) throws {
  var vocabulary = GraphBuilder.Vocabulary()
  vocabulary.termLengths["forum/f"] = term.flatMap(TermLength.init(iso8601:))
  let statements = [">B 2014-09-30", "B 2015-10-05"].map { Told.chair($0) }
  let term = try #require(GraphBuilder(vocabulary: vocabulary)(statements).chairTerms.first)
  let date = try #require(try EDTF(day).earliest)
  #expect(term.certainty(on: date) == expected)
}

@Test(
  "certainty before it is first seen and after it ended",
  arguments: [
    ("1990-01-01", Certainty.possible), ("2020-09-09", .stated), ("2020-09-10", .unknown),
  ])
func certaintyOfPredecessor(day: String, expected: Certainty) throws {
  let term = try #require(GraphBuilder()([Told.chair("A>B 2020-09-09")]).chairTerms.first)
  #expect(term.certainty(on: try #require(try EDTF(day).earliest)) == expected)
}

@Test(
  "term lengths",
  arguments: [
    ("P1Y", "P1Y"), ("P2Y6M", "P2Y6M"), ("P2W", "P14D"), ("P", nil), ("1Y", nil), ("P1", nil), ("P1M1Y", nil),
    ("PT1H", nil),
    ("P1000Y", nil), ("PéY", nil),
  ])
func termLength(text: String, expected: String?) { #expect(TermLength(iso8601: text)?.iso8601 == expected) }

@Test func undatedPeopleOfOnePartyAreApart() {
  var one = Told.chair("A", in: "r1")
  one.statement[.person] = .text("Ada Byron")
  let graph = GraphBuilder()([one, Told.chair("A", in: "r2"), Told.chair("A", in: "r3")])
  #expect(graph.chairTerms.map(\.holder.person) == [nil, "Ada Byron"])
  #expect(graph.chairTerms.map(\.statements.count) == [2, 1])
}

@Test func aPlanIsPlannedUntilItIsCarriedOut() {
  let plan = Told.chair("?N 2010")
  let open = GraphBuilder()([plan, Told.chair(">N 2012-05-01"), Told.chair("E>C 2010-03-01")])
  #expect(open.chairTransitions.map(\.kind) == [.planned, .transition, .transition])
  let done = GraphBuilder()([plan, Told.chair("E>N 2010-03-01")])
  #expect(done.chairTransitions.map(\.kind) == [.transition])
  #expect(done.chairTransitions.first?.statements.count == 2)
  #expect(shown(done.chairTerms) == ["E: ..2010-03-01 =2010-03-01", "N: =2010-03-01 2010-03-01.."])
}

/// The discrepancy named no statement and no date: the ends were told together with the beginnings.
@Test func endsThatDifferNameTheirStatements() throws {
  let graph = GraphBuilder()(["A 2014/2016", "A 2014/2018"].map { Told.chair($0, in: "r-" + $0.suffix(4)) })
  let found = try #require(graph.discrepancies.first { $0.kind == .datesDiffer })
  #expect(found.statements.count == 2)
  #expect(found.summary == "F: A left the role chair at different times: 2016 and 2018")
}
