import Formats
import Graph
import Store
import Testing

private func base(_ folder: Folder) throws -> KnowledgeBase {
  let base = try KnowledgeBase.openForWriting(path: folder("x.db"))
  try base.setVocabulary(Invented.vocabulary)
  _ = try base.ingest(
    [Invented.full, Invented.chair("https://b.example/1", "B", "2021-05-01", modified: "2021")], extractorVersion: "1")
  return base
}

/// P11: what a command reads or writes is found by index, so that it takes no longer in a larger base.
@Test func everyQueryGoesByIndex() throws {
  let folder = try Folder()
  let base = try base(folder)
  let plans = QueryPlans(base)
  let terms = try base.chairTerms(forum: "forum/f")
  _ = try base.transitions(forum: "forum/f")
  _ = try base.memberships(forum: "forum/f")
  _ = try base.membershipEvents(forum: "forum/f")
  _ = try base.totals(forum: "forum/f")
  _ = try base.meetings(forum: "forum/f")
  _ = try base.attendances(forum: "forum/f")
  _ = try base.discrepancies(forum: "forum/f")
  _ = try base.successions()
  _ = try base.vocabularyRow(id: "forum/f")
  for id in [terms[0].id, terms[0].statements[0], "https://b.example/1"] { _ = try base.evidence(id: id) }
  _ = try base.evidence(statements: terms[0].statements)
  _ = try base.statement(id: terms[0].statements[0])
  _ = try base.isPending()
  let read = try plans.scans(base)
  #expect(read.isEmpty, "\(read.joined(separator: "\n"))")

  // A report that is new, changed, older, unchanged, retracted; its facts later or at once.
  for day in ["2021-05-02", "2021-05-03", "2021-05-02"] {
    for isNow in [false, true] {
      let edited = Invented.chair("https://b.example/1", "B", day, modified: day)
      _ = try base.ingest([Invented.full, edited], extractorVersion: "1", deriving: isNow)
    }
  }
  try base.retract("https://b.example/1")
  try base.retract("https://b.example/1", undo: true)
  let written = try plans.scans(base)
  #expect(written.isEmpty, "\(written.joined(separator: "\n"))")
}

/// The look at plans sees what it is to see.
@Test func aQueryThatGoesThroughAllIsSeen() throws {
  let folder = try Folder()
  let base = try base(folder)
  let plans = QueryPlans(base)
  try base.query(sql: "SELECT quote FROM statement WHERE quote = 'x'") { _ throws(Problem) in
  } row: { _ throws(Problem) in
    true
  }
  #expect(try plans.scans(base).map { $0.prefix(10) } == ["statement:"])
}
