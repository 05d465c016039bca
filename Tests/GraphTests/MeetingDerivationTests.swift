import Formats
import Graph
import Mentions
import Statements
import Testing

@Test func oneMeetingFromSeveralReports() throws {
  let graph = GraphBuilder()([
    Told.meeting("2009-03-10/2009-03-12", in: "r1", [.place: .text("Yokohama"), .represented: .number(9)]),
    Told.meeting("2009-03", in: "r2", [.place: .text("Yokohama")]),
    Told.meeting(
      "2009-03-10/2009-03-12", in: "r3", [.place: .text("Tokyo"), .ordinal: .number(3), .status: .text("held")]),
    Told.came("A", "2009-03-10/2009-03-12", in: "r1"), Told.came("A", "2009-03-11", in: "r2"),
    Told.meeting("2010-06-23", in: "r1", [.status: .text("planned")]),
    Told.meeting("2010-06-23", in: "r4", [.status: .text("held")]),
  ])
  #expect(graph.meetings.map(\.id) == ["meeting/f/2009-03-10", "meeting/f/2010-06-23"])
  let first = try #require(graph.meetings.first)
  #expect(first.place == "Yokohama")
  #expect(first.ordinal == 3)
  #expect(first.date == "2009-03-10/2009-03-12")
  #expect(first.statements.count == 3)
  #expect(first.time.shown == "=2009-03-10 =2009-03-12")
  #expect(graph.meetings.last?.status == .held)
  #expect(graph.attendances.map(\.id) == ["attendance/f/2009-03-10/a"])
  #expect(graph.attendances.first?.statements.count == 2)
}

@Test func vagueAndUndatedMeetings() {
  let graph = GraphBuilder()([
    Told.meeting("2020-03", in: "r1"), Told.meeting("2020", in: "r1"),
    Told.meeting(nil, in: "r1", [.ordinal: .number(57)]),
    Told.meeting("2014-06-11/2014-06-20", in: "r2", [.ordinal: .number(56)]),
    Told.meeting(nil, in: "r3", [.ordinal: .number(56)]),
    Told.meeting("../2014-06-20", in: "r4"), Told.came("A", nil, in: "r5"),
  ])
  #expect(
    graph.meetings.dropLast().map(\.id) == [
      "meeting/f/2014-06-11", "meeting/f/2020", "meeting/f/2020-03", "meeting/f/57",
    ])
  #expect(graph.meetings.first?.statements.count == 3)
  #expect(graph.attendances.map(\.meeting) == graph.meetings.suffix(1).map(\.id))
}

@Test(
  "a count against its list",
  arguments: [
    (3, true, ["entries-differ"]), (2, true, ["entries-differ"]), (3, false, []), (4, false, ["count-differs"]),
    (9, false, []),
  ])
func counts(represented: Int, joined: Bool, expected: [String]) {
  let graph = GraphBuilder()([
    Told.meeting("2020-09-09", in: "r1", [.represented: .number(represented)]),
    Told.came("AAA", "2020-09-09", in: "r1", at: 100),
    Told.came("BBB", "2020-09-09", in: "r1", at: 110, joinsNext: joined),
    Told.came("CCC", "2020-09-09", in: "r1", at: 114),
  ])
  #expect(graph.discrepancies.map(\.kind.rawValue) == expected)
  #expect(graph.discrepancies.allSatisfy { $0.subjects == ["meeting/f/2020-09-09"] && $0.statements.count == 4 })
}

@Test func slashAfterEvidence() {
  let text = Array("(ASA)/Aus \n/ x".utf8)
  func joins(_ start: Int, _ end: Int) -> Bool {
    SourcedStatement.joinsNext(Evidence(start: start, end: end, quote: ""), in: text)
  }
  #expect(joins(0, 5))
  #expect(joins(6, 9))
  #expect(!joins(0, 4))
  #expect(!joins(0, 400))
}

@Test func successionsFromVocabularyAndText() {
  let vocabulary = GraphBuilder.Vocabulary(successions: [
    .init(
      old: [Party(id: "agency/x", label: "X")], new: Party(id: "agency/y", label: "Y"), date: "2003-10-01",
      how: "merger")
  ])
  let told = SourcedStatement(
    statement: Statement(
      kind: .succession,
      values: [
        .old: .names([Told.party("X"), Told.party("W")]), .new: .names([Told.party("Y")]), .date: .text("2003"),
      ],
      evidence: Evidence(start: 0, end: 0, quote: ""), rule: "test"), source: Told.source())
  let rows = GraphBuilder(vocabulary: vocabulary)([told]).successions
  #expect(rows.map(\.id) == ["succession/w/y", "succession/x/y"])
  #expect(rows.map(\.time.edtf) == ["2003", "2003-10-01"])
  #expect(rows.map(\.isKnown) == [false, true])
  #expect(rows.allSatisfy { $0.statements.count == 1 })
}

@Test func statementIdsFollowFromWhatIsSaid() {
  let one = Told.chair("A>B 2020-09-09", in: "r")
  var other = one.statement
  other.rule = "another"
  other.evidence = Evidence(start: 5, end: 9, quote: "text")
  #expect(StatementID.of(other, report: "r", version: "v-r") == one.id)
  #expect(one.id.utf8.count == 16)
  #expect(Told.chair("A>B 2020-09-10", in: "r").id != one.id)
  #expect(Told.chair("A>B 2020-09-09", in: "s").id != one.id)
}

@Test func meetingsWithoutAYearOrADate() {
  let graph = GraphBuilder()([
    Told.meeting("2008-07-10/2008-07-12", in: "r1", [.place: .text("Montreal")]),
    Told.meeting("2012-07-10/2012-07-12", in: "r1", [.place: .text("Oslo")]),
    Told.meeting("XXXX-07-10/XXXX-07-12", in: "r2", [.place: .text("montreal")]),
    Told.meeting("XXXX-07-11", in: "r2", [.place: .text("Montreal")]),
    Told.meeting("2009-03-10/2009-03-12", in: "r3", [.place: .text("Yokohama")]),
    Told.meeting(nil, in: "r3", [.place: .text("Yokohama")]),
    Told.meeting(nil, in: "r3", [.place: .text("Paris")]),
    Told.meeting(nil, in: "r4", [.place: .text("Yokohama")]),
  ])
  #expect(graph.meetings.map(\.statements.count) == [2, 2, 1, 1, 1, 1])
  #expect(
    graph.meetings.prefix(3).map(\.id) == ["meeting/f/2008-07-10", "meeting/f/2009-03-10", "meeting/f/2012-07-10"])
}

@Test(
  "what reports tell differently of one meeting",
  arguments: [
    ("2009-03-10/2009-03-12", 9, 3, []), ("2009-03-11", 9, 3, ["dates-differ"]),
    ("2009-03", 9, 3, []), ("2009-03-10/2009-03-12", 10, 3, ["count-differs"]),
    ("2009-03-10/2009-03-12", 9, 4, ["ordinal-differs"]),
  ])
func oneMeetingToldDifferently(date: String, number: Int, ordinal: Int, expected: [String]) {
  let graph = GraphBuilder()([
    Told.meeting("2009-03-10/2009-03-12", in: "r1", [.represented: .number(9), .ordinal: .number(3)]),
    Told.meeting(date, in: "r2", [.represented: .number(number), .ordinal: .number(ordinal)]),
  ])
  #expect(graph.meetings.count == 1 || ordinal != 3)
  #expect(graph.discrepancies.map(\.kind.rawValue) == expected)
  #expect(graph.discrepancies.allSatisfy { $0.statements.count == 2 })
}

@Test func meetingsOutOfOrder() {
  let graph = GraphBuilder()([
    Told.meeting("2009-03-10", in: "r1", [.ordinal: .number(4)]),
    Told.meeting("2010-03-10", in: "r2", [.ordinal: .number(3)]),
    Told.meeting("2011-03-10", in: "r3", [.ordinal: .number(5)]),
  ])
  #expect(graph.discrepancies.map(\.kind) == [.ordinalDiffers])
  #expect(graph.discrepancies.first?.subjects == ["meeting/f/2010-03-10", "meeting/f/2009-03-10"])
}
