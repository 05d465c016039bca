import Foundation
import Testing

@Suite("Bad input")
struct BadInputTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var status: Int32
    /// What standard error must say.
    var says: [String]
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ status: Int32, _ says: String...) {
      self.init(name, bytes: Array(text.utf8), status, says)
    }

    init(_ name: String, bytes: [UInt8], _ status: Int32, _ says: [String]) {
      self.name = name
      self.bytes = bytes
      self.status = status
      self.says = says
    }
  }

  static let cases = [
    Case("A01 empty", "", 65, "input:1:1"),
    Case("A02 truncated", String(Samples.post.prefix(200)), 65, "input:1:201"),
    Case("A05 invalid UTF-8", bytes: Array("{\"title\":\"a".utf8) + [0xFF] + Array("\"}".utf8), 65, ["input", "11"]),
    Case("A12 a key twice", "{\"url\":\"a\",\"url\":\"b\"}", 65, "url"),
    Case("A14 trailing comma", "{\"title\":\"a\",}", 65, "input:1:14"),
    Case("A15 not JSON", "[{\"title\": 01}]", 65, "input:1:"),
    Case("A28 a number", "[3]", 65, "$[0]"),
    Case("B02 no id", "{\"title\":{\"rendered\":\"x\"},\"content\":{\"rendered\":\"y\"}}", 65, "$.id"),
    Case(
      "B06 text of a wrong type", Samples.post.replacingOccurrences(of: "\"id\":77", with: "\"id\":\"77\""), 65, "$.id"),
    Case("A25 HTML error page before the JSON", "<br /><b>Warning</b>: x in y.php\n" + Samples.post, 65, "HTML"),
    Case("J10 PDF", bytes: Array("%PDF-1.4\n".utf8) + [0x25, 0xE2, 0xE3], 65, ["PDF"]),
    Case("J10 gzip", bytes: [0x1F, 0x8B, 0x08, 0, 0, 0], 65, ["GZIP"]),
  ]

  @Test("one line, the right status, the database as before", arguments: cases)
  func refused(input: Case) throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let database = spacekb.path("a.db")
    _ = try spacekb("ingest", "--db", database, spacekb.write("good.json", Samples.post))
    let before = try Data(contentsOf: URL(filePath: database))
    let path = try spacekb.write("input", input.bytes)
    for command in [["ingest", "--db", database, path], ["extract", path], ["text", path]] {
      let run = try spacekb.run(command)
      #expect(run.status == input.status, "\(command[0]): \(run.err)")
      #expect(run.out.isEmpty)
      #expect(run.err.hasPrefix("spacekb: error["))
      for words in input.says { #expect(run.err.contains(words), "\(run.err)") }
      #expect(run.err.split(separator: "\n").filter { $0.contains("error[") }.count == 1, "\(run.err)")
    }
    #expect(try Data(contentsOf: URL(filePath: database)) == before)
  }

  @Test("one bad file among good ones: the others go in, 2")
  func batch() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    try spacekb.write("reports/a.json", Samples.post)
    try spacekb.write("reports/b.json", "{")
    try spacekb.write("reports/deep/c.json", Samples.silent)
    let run = try spacekb("ingest", "--db", "a.db", "reports")
    #expect(run.status == 2)
    #expect(run.err.contains("reports/b.json:1:2"))
    #expect(run.err.contains("3 reports: 2 new, 1 refused"), "\(run.err)")
    #expect(try spacekb("sql", "--db", "a.db", "--format", "csv", "select count(*) as n from reports").out == "n\n2\n")
  }

  @Test("one bad post in an array: the others go in, 2")
  func array() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let path = try spacekb.write("posts.json", "[\(Samples.post),{\"code\":\"rest_no_route\"},\(Samples.silent)]")
    let run = try spacekb("ingest", "--db", "a.db", path)
    #expect(run.status == 2)
    #expect(run.err.contains("$[1]"), "\(run.err)")
    #expect(run.err.contains("3 reports: 2 new, 1 refused"), "\(run.err)")
  }

  @Test("paths", arguments: [("missing.json", 66, "missing.json"), ("/dev/zero", 65, "not a regular file")])
  func paths(path: String, status: Int32, words: String) throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let run = try spacekb("text", path)
    #expect(run.status == status)
    #expect(run.err.contains(words), "\(run.err)")
  }

  @Test("what lies in a folder: a pipe is refused, links and hidden files are passed over, order is by bytes")
  func folder() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    for name in ["r/b.txt", "r/B.txt", "r/a/z.txt", "r/.hidden"] { try spacekb.write(name, name) }
    let run = try spacekb.shell("ln -s .. r/up; mkfifo r/pipe; \"$0\" text r")
    #expect(run.status == 2)
    #expect(
      run.out.replacingOccurrences(of: "\u{C}", with: "|").replacingOccurrences(of: "\n", with: "")
        == "r/B.txt|r/a/z.txt|r/b.txt")
    #expect(run.err.contains("not a regular file"))
  }

  @Test("an empty folder: no reports, 0")
  func emptyFolder() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let run = try spacekb.shell("mkdir r; \"$0\" ingest --db a.db r")
    #expect(run.status == 0)
    #expect(run.err.contains("no reports"))
  }

  @Test("a file that must not be read: 77")
  func denied() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let path = try spacekb.write("secret.txt", "text")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    // Whoever may read everything reads this, too.
    let status: Int32 = FileManager.default.isReadableFile(atPath: path) ? 0 : 77
    #expect(try spacekb("text", path).status == status)
  }

  @Test("databases", arguments: [("missing.db", 66), ("text.db", 78), ("folder", 66)])
  func databases(name: String, status: Int32) throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    try spacekb.write("text.db", "this is no database, it is text")
    try spacekb.write("folder/file", "")
    let run = try spacekb("info", "--db", name)
    #expect(run.status == status, "\(run.err)")
    #expect(run.err.contains(name))
  }
}
