import Answers
import Formats
import Foundation
import Graph
import Knowledge
import Mentions
import Reports
import Statements
import Store
import Testing

private func party(_ label: String) -> Name { Name(id: "agency/" + label.lowercased(), label: label) }

private func report(_ number: Int, _ day: String) -> ReadReport {
  let quote = "A met B and handed the chair over to it."
  let text = ReportText(title: "Meeting", plain: quote)
  let report = Report(
    url: "https://p.example/\(number)", title: "Meeting", text: text, published: day, modified: day, raw: text.bytes)
  let told: [(Statement.Kind, [Statement.Key: Statement.Value])] = [
    (.meeting, [.date: .text(day), .host: .names([party("B")])]),
    (.attendance, [.date: .text(day), .agency: .names([party("A")])]),
    (.membership, [.date: .text(day), .member: .names([party("A")]), .event: .text("listed")]),
    (.membershipTotal, [.asOf: .text(day), .count: .number(20 + number)]),
    (
      .chair,
      [
        .date: .text(day), .event: .text("transition"), .role: .text("chair"), .to: .names([party("B")]),
        .from: .names([party("A")]),
      ]
    ),
    (.succession, [.old: .names([party("N")]), .new: .names([party("S")])]),
  ]
  let statements = told.map { kind, values in
    var values = values
    if kind != .succession { values[.forum] = .names([Name(id: "forum/f", label: "F")]) }
    let start = text.bytes.count - quote.utf8.count
    return Statement(
      kind: kind, values: values, evidence: Evidence(start: start, end: text.bytes.count, quote: quote), rule: "test")
  }
  return ReadReport(report: report, statements: statements)
}

private let vocabulary = KnowledgeBase.Vocabulary(
  rows: [
    VocabularyRow(id: "forum/f", kind: .forum, label: "F", name: "Forum F"),
    VocabularyRow(id: "forum/g", kind: .forum, label: "G", parent: "forum/f"),
    VocabularyRow(id: "agency/a", kind: .agency, label: "A", country: "CA"),
    VocabularyRow(id: "country/ca", kind: .country, label: "Canada", country: "CA", iso3: "CAN"),
  ], dataHash: "1")

/// P11: what a command reads, also in order to write, is found by index, so that it takes no longer in a larger base.
@Test func everyQueryGoesByIndex() throws {
  let path = NSTemporaryDirectory() + "/spacekb-plans-\(UUID().uuidString).db"
  defer { try? FileManager.default.removeItem(atPath: path) }
  let base = try KnowledgeBase.openForWriting(path: path)
  try base.setVocabulary(vocabulary)
  _ = try base.ingest([report(1, "2020-09-09"), report(2, "2021-09-09")], extractorVersion: "1")
  let today = try #require(Day(year: 2022, month: 1, day: 1))
  let plans = QueryPlans(base)
  let answerer = Answerer(base: base, today: today)
  // What was known by a day is derived from all reports, whose list is read whole.
  for scope in [Scope(), Scope(.day(today))] {
    _ = try answerer.chairs(of: "F", scope)
    _ = try answerer.members(of: "F", scope)
    _ = try answerer.meetings(of: "F", scope)
    _ = try answerer.changes(in: "F", scope)
    _ = try answerer.agency("A", scope)
    _ = try answerer.agency("Canada", scope)
    _ = try answerer.forums(scope)
    _ = try answerer.discrepancies(about: "F", scope)
    _ = try answerer.compare("A", "Canada", scope)
    _ = try answerer.compare("F", "G", scope)
    _ = try answerer.path(from: "A", to: "agency/b", scope)
    _ = try answerer.neighbours(of: "F", scope)
    _ = try answerer.neighbours(of: "meeting/f/2020-09-09", scope)
    let export = try ExportReader(base: base, forums: ["F"], scope, today: today)
    _ = try export.network(withEvidence: true)
    _ = try export.countryYears()
    _ = try export.attendance()
  }
  _ = try answerer.ask("who chaired F in 2020", QuestionGrammar(.builtIn))
  for id in ["chair/f/a/1", "https://p.example/1"] { _ = try base.evidence(id: id) }
  _ = try base.statement(id: "0123456789abcdef")
  _ = try base.isPending()
  let read = try plans.scans(base)
  #expect(read.isEmpty, "\(read.joined(separator: "\n"))")

  // A report that is new, changed, older, unchanged, retracted; its facts later or at once.
  for day in ["2022-01-02", "2022-01-03", "2022-01-02"] {
    for isNow in [false, true] {
      _ = try base.ingest([report(1, "2020-09-09"), report(3, day)], extractorVersion: "1", deriving: isNow)
    }
  }
  try base.retract("https://p.example/3")
  try base.retract("https://p.example/3", undo: true)
  let written = try plans.scans(base)
  #expect(written.isEmpty, "\(written.joined(separator: "\n"))")
}

/// The look at plans sees what it is to see.
@Test func aQueryThatGoesThroughAllIsSeen() throws {
  let path = NSTemporaryDirectory() + "/spacekb-plans-\(UUID().uuidString).db"
  defer { try? FileManager.default.removeItem(atPath: path) }
  let base = try KnowledgeBase.openForWriting(path: path)
  let plans = QueryPlans(base)
  try base.query(sql: "SELECT quote FROM statement WHERE quote = 'x'") { _ throws(Problem) in
  } row: { _ throws(Problem) in
    true
  }
  #expect(try plans.scans(base).map { $0.prefix(10) } == ["statement:"])
}
