import Foundation
import Testing

@Suite("From report to answer")
struct AnswerTests {
  @Test("extract, ingest, ask: one golden run")
  func wholeWay() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let path = try spacekb.write("post.json", Samples.post)
    let extracted = try spacekb("extract", path)
    #expect(extracted.status == 0)
    try expectGolden(extracted.out, "extract.jsonl")
    let ingested = try spacekb("ingest", "--db", "a.db", path)
    #expect(ingested.status == 0)
    try expectGolden(ingested.err, "ingest.txt")
    let question = "who chaired ISECG in 2020"
    for (format, file) in [("plain", "ask.txt"), ("table", "ask-table.txt"), ("json", "ask.json"), ("csv", "ask.csv")] {
      let run = try spacekb("ask", question, "--db", "a.db", "--format", format, "--today", "2026-11-25")
      #expect(run.status == 0)
      #expect(run.err.isEmpty)
      try expectGolden(run.out, file)
    }
  }

  @Test("chairs answers as ask does")
  func chairs() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    _ = try spacekb("ingest", "--db", "a.db", spacekb.write("post.json", Samples.post))
    let asked = try spacekb("ask", "who chaired ISECG in 2020", "--db", "a.db", "--format", "csv")
    let typed = try spacekb("--db", "a.db", "--format", "csv", "chairs", "isecg", "--in", "2020")
    #expect(typed.status == 0)
    #expect(asked.out == typed.out)
  }

  @Test("every quote stands at its bytes in the text")
  func quotes() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let path = try spacekb.write("post.json", Samples.post)
    let text = try spacekb("text", path).outBytes
    let lines = try spacekb("extract", path).out.split(separator: "\n")
    #expect(!lines.isEmpty)
    for line in lines {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let evidence = try #require(object["evidence"] as? [String: Any])
      let start = try #require(evidence["start"] as? Int)
      let end = try #require(evidence["end"] as? Int)
      #expect(String(decoding: text[start..<end], as: UTF8.self) == evidence["quote"] as? String)
    }
  }

  @Test("the same report again is unchanged, and so is the file")
  func unchanged() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let path = try spacekb.write("post.json", Samples.post)
    _ = try spacekb("ingest", "--db", "a.db", path)
    let before = try Data(contentsOf: URL(filePath: spacekb.path("a.db")))
    let again = try spacekb("ingest", "--db", "a.db", path)
    #expect(again.status == 0)
    #expect(again.err.contains("unchanged"))
    #expect(again.err.contains("1 report: 1 unchanged"))
    #expect(try Data(contentsOf: URL(filePath: spacekb.path("a.db"))) == before)
  }

  @Test("a report without statements: nothing is printed, 0")
  func silent() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let run = try spacekb("extract", spacekb.write("a.json", Samples.silent))
    #expect(run.status == 0)
    #expect(run.out.isEmpty)
    #expect(run.err.isEmpty)
  }

  @Test(
    "nothing known, or not understood: 1 and a helpful line",
    arguments: [
      ("who chaired CEOS in 2020", "not stated in any report"), ("chair of ISEGC 2020", "did you mean ISECG?"),
      ("what did the chair of ISECG eat", "eat"), ("who chaired ISECG on 3/4/2020", "two days"), ("???", "no question"),
    ])
  func unknown(question: String, words: String) throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    _ = try spacekb("ingest", "--db", "a.db", spacekb.write("post.json", Samples.post))
    let run = try spacekb("ask", question, "--db", "a.db")
    #expect(run.status == 1)
    #expect((run.out + run.err).contains(words), "\(run.out)\(run.err)")
  }

  @Test("the default database is built once from the bundled reports; a named one is not")
  func defaultDatabase() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let first = try spacekb("ask", "who chaired ISECG in 2020")
    #expect(first.status == 0, "\(first.err)")
    #expect(first.err.contains("building"))
    let second = try spacekb("ask", "who chaired ISECG in 2020")
    #expect(second.err.isEmpty)
    #expect(second.out == first.out)
    #expect(try spacekb("info", environment: ["XDG_DATA_HOME": "relative", "HOME": "/dev/null"]).status == 73)
    #expect(try spacekb("info", environment: ["SPACEKB_DB": "none.db"]).status == 66)
  }

  @Test("evidence of a fact, and of none")
  func evidence() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    _ = try spacekb("ingest", "--db", "a.db", spacekb.write("post.json", Samples.post))
    let terms = try spacekb("sql", "--db", "a.db", "select term_id from chair_terms order by 1", "--format", "jsonl")
    let line = try #require(terms.out.split(separator: "\n").first)
    let id = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])["term_id"]
    let run = try spacekb("evidence", try #require(id), "--db", "a.db")
    #expect(run.status == 0)
    #expect(run.out.contains("https://www.example.org/?p=77"))
    #expect(try spacekb("evidence", "chair/none/1", "--db", "a.db").status == 1)
  }

  @Test(
    "sql reads, and never writes",
    arguments: [
      ("select 1 as a, null as b, 'x,y' as c", 0), ("delete from report", 77), ("attach 'x.db' as x", 77),
      ("selec 1", 77),
      ("select nothing", 64), ("", 77),
    ])
  func sql(query: String, status: Int32) throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    _ = try spacekb("ingest", "--db", "a.db", spacekb.write("post.json", Samples.post))
    let before = try Data(contentsOf: URL(filePath: spacekb.path("a.db")))
    let run = try spacekb("sql", query, "--db", "a.db", "--format", "csv")
    #expect(run.status == status, "\(run.err)")
    if status == 0 { #expect(run.out == "a,b,c\n1,,\"x,y\"\n") }
    #expect(try Data(contentsOf: URL(filePath: spacekb.path("a.db"))) == before)
  }

  @Test(
    "data writes the built-in data; a folder of one's own adds and overrides; a mistake in it is an error with its place"
  )
  func ownData() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    #expect(try spacekb("data", "whole").status == 0)
    #expect(try spacekb("data", "whole").status == 73)
    let report = try spacekb.write("post.json", Samples.post)
    let plain = try spacekb("extract", report).out
    #expect(try spacekb("extract", "--data", "whole", report).out == plain)
    try spacekb.write(
      "own/agencies.csv",
      "key,label,name_en,acronym,country,aliases\njaxa,JX,Japan Aerospace Exploration Agency,JAXA,JP,\n")
    let own = try spacekb("extract", report, environment: ["SPACEKB_DATA": "own"]).out
    #expect(plain.contains("\"from\":\"JAXA\"") && own.contains("\"from\":\"JX\""))
    try spacekb.write("bad/agencies.csv", "key,label,name_en,acronym,country,aliases\nxa,XA,Agency,XA,QQ,\n")
    let run = try spacekb("extract", "--data", "bad", report)
    #expect(run.status == 65)
    #expect(run.err.contains("bad/agencies.csv:2:17 (country)"), "\(run.err)")
    #expect(try spacekb("extract", "--data", "none", "a.json").status == 66)
  }

  @Test("check: a whole file 0, a damaged one 1 with a list")
  func check() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    _ = try spacekb("ingest", "--db", "a.db", spacekb.write("post.json", Samples.post))
    let whole = try spacekb("check", "--db", "a.db", "--format", "csv")
    #expect(whole.status == 0)
    #expect(whole.out == "code,key,problem\n")
    var bytes = try Array(Data(contentsOf: URL(filePath: spacekb.path("a.db"))))
    // The raw report and its text are both in the file; one letter of each is changed.
    for word in ["virtually", "transitioned"] {
      for start in bytes.indices where bytes[start...].starts(with: Array(word.utf8)) { bytes[start] ^= 0x20 }
    }
    try spacekb.write("a.db", bytes)
    let damaged = try spacekb("check", "--db", "a.db", "--format", "csv")
    #expect(damaged.status == 1)
    #expect(damaged.out.contains("CHECK-DIGEST,https://www.example.org/?p=77,"), "\(damaged.out)")
  }
}
