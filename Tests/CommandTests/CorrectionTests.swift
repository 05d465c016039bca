import Foundation
import Testing

@Suite("Corrections by hand, retractions, reading again")
struct CorrectionTests {
  private let by = [
    "--author", "A. Byron", "--reason", "the minutes say so", "--source", "https://example.org/minutes",
  ]

  private func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }

  @Test("a refutation takes a fact out, is shown, and is taken back")
  func refute() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let db = ["--db", spacekb.path("x.db")]
    _ = try spacekb.run(["ingest", try spacekb.write("post.json", Samples.post)] + db)
    let before = try spacekb.run(["chairs", "ISECG", "--format", "csv"] + db).out
    let sql = "SELECT statement_id FROM statements WHERE kind = 'chair'"
    let id = try #require(lines(try spacekb.run(["sql", sql, "--format", "csv"] + db).out).last).description

    let refuted = try spacekb.run(["correct", "refute", id] + by + db)
    #expect(refuted.status == 0)
    #expect(refuted.out.hasPrefix(#"{"correction":"refute","#))
    #expect(try spacekb.run(["chairs", "ISECG"] + db).status == 1)
    let kinds = try spacekb.run(["sql", "SELECT kind FROM discrepancies", "--format", "csv"] + db).out
    #expect(kinds.contains("refuted"))
    let key = try #require(refuted.err.split(separator: " ").first { $0.hasPrefix("sha256:") }).description
    #expect(try spacekb.run(["evidence", key] + db).out.contains("the minutes say so"))

    // The same record elsewhere does the same.
    let other = ["--db", spacekb.path("y.db")]
    _ = try spacekb.run(["ingest", try spacekb.write("c.json", refuted.out)] + other)
    _ = try spacekb.run(["ingest", spacekb.path("post.json")] + other)
    #expect(try spacekb.run(["chairs", "ISECG"] + other).status == 1)

    #expect(try spacekb.run(["retract", key] + db).status == 0)
    #expect(try spacekb.run(["chairs", "ISECG", "--format", "csv"] + db).out == before)
  }

  @Test("a sentence is added; one that says nothing is refused")
  func add() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let db = ["--db", spacekb.path("x.db")]
    _ = try spacekb.run(["ingest", try spacekb.write("post.json", Samples.post)] + db)
    let sentence = "On 2 May 2013 the European Space Agency (ESA) took over the chair of ISECG from CSA."
    #expect(try spacekb.run(["correct", "add", sentence] + by + db).status == 0)
    #expect(try spacekb.run(["chairs", "ISECG", "--on", "2013-05-02"] + db).out.contains("ESA"))
    let silent = try spacekb.run(["correct", "add", "It rained."] + by + db)
    #expect(silent.status == 65)
    #expect(silent.err.contains("no rule reads a statement"))
    #expect(try spacekb.run(["correct", "confirm", "0000000000000000"] + by + db).status == 1)
    #expect(try spacekb.run(["correct", "deny", "0000000000000000"] + by + db).status == 64)
    #expect(try spacekb.run(["correct", "add", sentence, "--author", ""] + by.dropFirst(2) + db).status == 64)
  }

  @Test("retract and refresh")
  func retract() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let db = ["--db", spacekb.path("x.db")]
    #expect(try spacekb.run(["retract", "https://www.example.org/?p=77"] + db).status == 66)
    _ = try spacekb.run(["ingest", try spacekb.write("post.json", Samples.post)] + db)
    // Any address of the post is its key.
    #expect(try spacekb.run(["retract", "http://www.example.org/?p=77&x=1"] + db).status == 0)
    #expect(try spacekb.run(["chairs", "ISECG"] + db).status == 1)
    #expect(try spacekb.run(["retract", "--undo", "https://www.example.org/?p=77"] + db).status == 0)
    #expect(try spacekb.run(["chairs", "ISECG"] + db).status == 0)
    #expect(try spacekb.run(["retract", "https://nothing.example/"] + db).status == 1)

    let same = try spacekb.run(["refresh", "--format", "csv"] + db)
    #expect(same.status == 0)
    #expect(same.out == "report,change,kind,before,after,quote,rule\n")
    #expect(same.err.contains("1 version read again; statements: 0 gained, 0 lost, 0 changed"))
  }
}
