import Formats
import Knowledge
import Reports
import Statements
import Store
import Testing

@Test("another version of the program brings the default database up to date once; what the user added stays")
func upgrade() throws {
  let (old, new) = (try Spacekb(), try Spacekb())
  defer {
    old.remove()
    new.remove()
  }
  let file = "share/spacekb/spacekb.db"
  try old.write("share/spacekb/placeholder", "")
  // What an older version built: a digest in other words.
  let digest = """
    {"digest": true, "url": "https://eohandbook.com/eohb2002/ceos/annex_a.html", "title": "CEOS", "published": null,
     "text": "ESA is the chair of CEOS for 1931."}
    """
  let language = try Language(.builtIn)
  let read = try StatementReader(language: language)
  let reports = ReportReader()(Array(digest.utf8), file: "old.json").values
  try KnowledgeBase.openForWriting(path: old.path(file)).refresh(
    VocabularyRows.vocabulary(language.vocabulary, digest: language.digest), extractorVersion: "old",
    bundle: ReportBundle(digest: "old", reports: reports.map { ReadReport(report: $0, statements: read($0)) })
  ) { _ throws(Problem) in nil }
  // What the user took in.
  _ = try old("ingest", "--db", file, old.write("post.json", Samples.post))
  let all = "SELECT * FROM statements ORDER BY statement_id"
  #expect(try old("sql", all, "--db", file).out.contains("1931"))

  let first = try old("sql", all)
  #expect(first.err.contains("up to date"), "\(first.err)")
  #expect(try old("sql", all).err.isEmpty)
  _ = try new("ingest", new.write("post.json", Samples.post))
  #expect(try new("sql", all).out == first.out)
}

@Test("a database that the user made in the default place stays as it is")
func ownDefault() throws {
  let spacekb = try Spacekb()
  defer { spacekb.remove() }
  try spacekb.write("share/spacekb/placeholder", "")
  _ = try spacekb("ingest", "--db", "share/spacekb/spacekb.db", spacekb.write("post.json", Samples.post))
  let run = try spacekb("sql", "SELECT count(*) FROM reports")
  #expect(run.err.isEmpty)
  #expect(run.out.contains("\n1\n"), "\(run.out)")
}
