import Formats
import Graph
import Reports
import Statements
import Store
import Testing

@Test func refreshTellsWhatChanged() throws {
  let folder = try Folder()
  let base = try KnowledgeBase.openForWriting(path: folder("x.db"))
  let reports = [Invented.full, Invented.chair("https://b.example/1", "B", "2021-05-01")]
  _ = try base.ingest(reports, extractorVersion: "1")
  let same = try base.refresh(Invented.vocabulary, extractorVersion: "2") { stored throws(Problem) in
    reports.first { $0.report.key == stored.key }
  }
  #expect(same.versions == 2)
  #expect(same.changes.isEmpty)
  #expect(try base.info().extractorVersion == "2")

  let better = try base.refresh(Invented.vocabulary, extractorVersion: "3") { stored throws(Problem) in
    guard var read = reports.first(where: { $0.report.key == stored.key }) else { return nil }
    if read.report.key == "https://b.example/1" {
      read.statements[0][.person] = .text("Ada")
    } else {
      read.statements.removeFirst()
    }
    return read
  }
  #expect(
    better.changes.map { "\($0.before?.statement.kind.rawValue ?? "-") \($0.after?.statement.kind.rawValue ?? "-")" }
      == ["meeting -", "chair chair"])
  #expect(try base.chairTerms(forum: "forum/f").contains { $0.holder.person == "Ada" })

  _ = try base.refresh(Invented.vocabulary, extractorVersion: "1") { stored throws(Problem) in
    reports.first { $0.report.key == stored.key }
  }
  let other = try Folder()
  let fresh = try KnowledgeBase.openForWriting(path: other("x.db"))
  try fresh.setVocabulary(Invented.vocabulary)
  _ = try fresh.ingest(reports, extractorVersion: "1")
  #expect(try base.canonicalDump() == fresh.canonicalDump())
}

/// A better reader of texts finds another text in the same bytes.
@Test func refreshFindsAnotherText() throws {
  let (folder, other) = (try Folder(), try Folder())
  let base = try KnowledgeBase.openForWriting(path: folder("x.db"))
  var old = [
    Invented.chair("https://b.example/1", "B", "2021-05-01", modified: "2021-05-02"),
    Invented.chair("https://b.example/1", "C", "2021-05-01", modified: "2021-05-03"),
  ]
  let new = Invented.chair("https://b.example/1", "D", "2021-05-01", modified: "2021-05-02")
  for index in old.indices { old[index].report.raw = new.report.raw }
  _ = try base.ingest(old, extractorVersion: "1")
  let result = try base.refresh(Invented.vocabulary, extractorVersion: "1") { _ throws(Problem) in new }
  #expect(result.versions == 2)
  #expect(try base.reports().map(\.versions) == [1])
  #expect(try base.chairTerms(forum: "forum/f").map(\.holder.party?.label) == ["D"])
  #expect(try base.value("SELECT count(*) FROM report_text WHERE report_text MATCH 'holds'") == "1")
  let fresh = try KnowledgeBase.openForWriting(path: other("x.db"))
  try fresh.setVocabulary(Invented.vocabulary)
  var later = new
  later.report.modified = "2021-05-03"
  _ = try fresh.ingest([new, later], extractorVersion: "1")
  #expect(try base.canonicalDump() == fresh.canonicalDump())
}

@Test func aFailedRefreshChangesNothing() throws {
  let folder = try Folder()
  let base = try KnowledgeBase.openForWriting(path: folder("x.db"))
  _ = try base.ingest([Invented.full, Invented.chair("https://b.example/1", "B", "2021-05-01")], extractorVersion: "1")
  let before = try base.canonicalDump()
  #expect(throws: Problem.self) {
    try base.refresh(Invented.vocabulary, extractorVersion: "2") { stored throws(Problem) in
      if stored.key == "https://b.example/1" { throw Problem("TEST", at: Place(file: "x"), "stop") }
      return nil
    }
  }
  #expect(try base.canonicalDump() == before)
}

/// A bundle replaces the digests of an older one and leaves alone whatever else there is.
@Test func bundleReplacesDigests() throws {
  let (folder, other) = (try Folder(), try Folder())
  let (address, elsewhere) = ("https://b.example/1", "https://b.example/2")
  let old = Invented.chair(address, "B", "2021-05-01", isDigest: true)
  let new = Invented.chair(address, "C", "2021-05-01", isDigest: true)
  let own = [Invented.chair(elsewhere, "D", "2022-05-01"), Invented.chair(address, "E", "2023-05-01")]
  func store(_ digest: String, _ report: ReadReport, in base: KnowledgeBase) throws {
    let bundle = ReportBundle(digest: digest, reports: [report])
    try base.refresh(Invented.vocabulary, extractorVersion: "1", bundle: bundle) { _ throws(Problem) in nil }
  }
  let base = try KnowledgeBase.openForWriting(path: folder("x.db"))
  #expect(try base.bundleDigest() == nil)
  try store("a", old, in: base)
  _ = try base.ingest(own, extractorVersion: "1")
  try store("b", new, in: base)
  #expect(try base.bundleDigest() == "b")
  let fresh = try KnowledgeBase.openForWriting(path: other("x.db"))
  try store("b", new, in: fresh)
  _ = try fresh.ingest(own, extractorVersion: "1")
  #expect(try base.canonicalDump() == fresh.canonicalDump())
  #expect(try base.value("SELECT count(*) FROM report_text WHERE report_text MATCH 'B'") == "0")
}
