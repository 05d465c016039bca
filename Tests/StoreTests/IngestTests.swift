import Formats
import Foundation
import Graph
import Reports
import Statements
import Store
import TestSupport
import Testing

private func base(_ folder: Folder, _ batch: [ReadReport] = []) throws -> KnowledgeBase {
  let base = try KnowledgeBase.openForWriting(path: folder("x.db"))
  if !batch.isEmpty { _ = try base.ingest(batch, extractorVersion: "1") }
  return base
}

@Test func everyValueComesBack() throws {
  let folder = try Folder()
  let base = try base(folder)
  try base.setVocabulary(Invented.vocabulary)
  let outcome = try base.ingest([Invented.full], extractorVersion: "1")
  #expect(outcome == [IngestOutcome(report: "https://a.example/?p=1", change: .new, gained: 8, lost: 0)])

  let terms = try base.chairTerms(forum: "forum/f")
  #expect(terms.map(\.id) == ["chair/f/a/1", "chair/f/b/1"])
  #expect(terms.map(\.time.start.edtf) == ["[..2020-09-09]", "2020-09-09"])
  #expect(terms.map(\.time.start.isStated) == [false, true])
  #expect(terms.map(\.time.end.edtf) == ["2020-09-09", nil])
  #expect(terms.map(\.time.end.isStated) == [true, false])
  #expect(terms.map(\.termLength) == [TermLength(years: 1), TermLength(years: 1)])
  #expect(
    try base.transitions(forum: "forum/f").map { "\($0.from.map(\.label)) \($0.to.party?.label ?? "")" } == [
      "[\"A\"] B"
    ])
  #expect(try base.memberships(forum: "forum/f").map(\.time.start.edtf) == ["[2020-03-01..2020-09-09]"])
  #expect(try base.membershipEvents(forum: "forum/f").map(\.kind) == [.joined])
  #expect(try base.totals(forum: "forum/f").map(\.count) == [24])
  let meeting = try #require(try base.meetings(forum: "forum/f").first)
  #expect(meeting.id == "meeting/f/2020-09-09")
  #expect(meeting.hosts.map(\.label) == ["HHH"])
  #expect(meeting.represented == 3)
  #expect(try base.attendances(forum: "forum/f").map(\.party.label) == ["AAA", "BBB", "CCC"])
  #expect(try base.discrepancies(forum: "forum/f").map(\.id) == ["discrepancy/entries-differ/f/2020-09-09"])
  #expect(try base.discrepancies(forum: nil).first?.subjects == ["meeting/f/2020-09-09"])
  #expect(try base.successions().map(\.id) == ["succession/n/s", "succession/x/y"])

  let evidence = try base.evidence(id: "chair/f/b/1")
  #expect(evidence.map(\.quote) == ["A handed over to B"])
  #expect(evidence.first?.published == "2020-09-18")
  #expect(try base.evidence(id: terms[0].statements[0]) == evidence)
  #expect(try base.evidence(statements: terms[1].statements) == evidence)
  #expect(try base.evidence(id: "https://a.example/?p=1").count == 8)
  #expect(try base.evidence(id: "chair/f/nobody/1").isEmpty)
  #expect(try base.chairTerms(forum: "forum/none").isEmpty)

  let row = try #require(try base.vocabularyRow(id: "country/ca"))
  #expect(row == Invented.vocabulary.rows.last)
  #expect(try base.vocabularyRow(id: "agency/ccc")?.label == "CCC")
  #expect(try base.reports().map(\.statements) == [8])
}

@Test func theGraphIsWhatTheBuilderGives() throws {
  let folder = try Folder()
  let base = try base(folder, [Invented.full, Invented.chair("https://b.example/1", "B", "2021-05-01")])
  let statements = [Invented.full, Invented.chair("https://b.example/1", "B", "2021-05-01")].flatMap { read in
    read.statements.map {
      SourcedStatement(
        statement: $0,
        source: .init(
          report: read.report.key, version: read.report.digest, title: read.report.title, url: read.report.url,
          published: read.report.published),
        joinsNext: SourcedStatement.joinsNext($0.evidence, in: read.report.text.bytes))
    }
  }
  let graph = GraphBuilder()(statements)
  #expect(try base.chairTerms(forum: "forum/f") == graph.chairTerms)
  #expect(try base.transitions(forum: "forum/f") == graph.chairTransitions)
  #expect(try base.memberships(forum: "forum/f") == graph.memberships)
  #expect(try base.membershipEvents(forum: "forum/f") == graph.membershipEvents)
  #expect(try base.totals(forum: "forum/f") == graph.membershipTotals)
  #expect(try base.meetings(forum: "forum/f") == graph.meetings)
  #expect(try base.attendances(forum: "forum/f") == graph.attendances)
  #expect(try base.successions() == graph.successions)
}

@Test func everyViewAnswers() throws {
  let folder = try Folder()
  let base = try base(folder, [Invented.full])
  try base.setVocabulary(Invented.vocabulary)
  let counts = try base.info().counts
  #expect(counts.map(\.view) == DumpTable.all.map(\.name))
  #expect(
    counts.map { "\($0.view) \($0.rows)" } == [
      "countries 1", "agencies 11", "forums 2", "parties 14", "aliases 1", "known_successions 1", "reports 1",
      "report_versions 1", "report_dates 1", "statements 8", "statement_parties 16", "meetings 1", "attendances 3",
      "memberships 1", "membership_names 0", "membership_events 1", "membership_totals 1", "chair_terms 2",
      "chair_transitions 1", "successions 2", "discrepancies 1", "evidence 16",
    ])
  #expect(try base.info().dataHash == "abc")
  #expect(try base.info().extractorVersion == "1")
  #expect(try base.value("SELECT holder_label FROM chair_terms WHERE to_edtf IS NOT NULL") == "A")
  #expect(try base.value("SELECT count(*) FROM statements WHERE is_current AND forum_id = 'forum/f'") == "7")
  #expect(try base.value("SELECT is_current FROM statements WHERE party_id = 'agency/b'") == "1")
  #expect(try base.value("SELECT rowid FROM report_text WHERE report_text MATCH 'handed'") == "1")
}

@Test func vocabularyIsSetOnce() throws {
  let folder = try Folder()
  let base = try base(folder, [Invented.full])
  #expect(try base.setVocabulary(Invented.vocabulary))
  #expect(try !base.setVocabulary(Invented.vocabulary))
  var other = Invented.vocabulary
  other.dataHash = "def"
  other.rows.removeAll { $0.id == "agency/a" }
  #expect(try base.setVocabulary(other))
  #expect(try base.vocabularyRow(id: "agency/a")?.name == nil)
  #expect(try base.chairTerms(forum: "forum/f").count == 2)
  other.rows.append(other.rows[0])
  other.dataHash = "ghi"
  #expect(throws: Problem.self) { try base.setVocabulary(other) }
}

/// O06: the rows follow from what was read, whatever the order and the batches.
@Test func orderMakesNoDifference() throws {
  let reports = [
    Invented.full, Invented.chair("https://b.example/1", "B", "2021-05-01", published: "2021-06-01"),
    Invented.chair("https://b.example/2", "A", "2019-05-01"),
    Invented.chair("https://b.example/3", "Z", "2021-05-01", modified: "2021-05-02T10:00:00"),
    Invented.chair("https://b.example/3", "ZZ", "2021-05-01", modified: "2021-05-03T10:00:00"),
    Invented.chair("https://b.example/3", "Z", "2021-05-01", modified: "2021-05-02"),
    Invented.chair("https://b.example/4", "Q", "2015", isDigest: true),
    Invented.chair("https://b.example/4", "R", "2015", modified: "2010-01-01"),
  ]
  let seed = UInt64.random(in: 0...UInt64.max)
  var random = SeededNumbers(seed: seed)
  var expected: String?
  for round in 0..<12 {
    let folder = try Folder()
    let base = try base(folder)
    if round % 2 == 0 { try base.setVocabulary(Invented.vocabulary) }
    var rest = reports.shuffled(using: &random)[...]
    while !rest.isEmpty {
      let batch = Array(rest.prefix(Int.random(in: 1...3, using: &random)))
      rest = rest.dropFirst(batch.count)
      _ = try base.ingest(batch, extractorVersion: "1")
      if Bool.random(using: &random) { _ = try base.ingest(batch, extractorVersion: "1") }
    }
    try base.setVocabulary(Invented.vocabulary)
    let dump = try base.canonicalDump()
    if expected == nil { expected = dump }
    #expect(dump == expected, "seed \(seed), round \(round)")
  }
}
