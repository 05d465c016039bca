import Foundation
import Testing

@Suite("Bad input")
struct BadInputTests {
  /// Bytes, and what the line about them must say. What becomes of all other kinds is in `BadReportTests` and `BadPageTests`.
  static let inputs: [(name: String, bytes: [UInt8], says: [String])] = [
    ("A01 empty", [], [":1:1:"]), ("A02 truncated", Array(Samples.post.utf8.prefix(200)), [":1:201"]),
    ("A05 invalid UTF-8", Array("{\"title\":\"a".utf8) + [0xFF] + Array("\"}".utf8), ["byte 11", "($.title)"]),
    ("A12 a key twice", Array("{\"url\":\"a\",\"url\":\"b\"}".utf8), ["url"]),
    ("A28 a number", Array("[3]".utf8), ["$[0]"]),
    ("B02 no id", Array("{\"title\":{\"rendered\":\"x\"},\"content\":{\"rendered\":\"y\"}}".utf8), ["$.id"]),
    ("A25 HTML before the JSON", Array(("<br /><b>Warning</b>: x in y.php\n" + Samples.post).utf8), ["HTML"]),
    ("J10 PDF", Array("%PDF-1.4\n".utf8) + [0x25, 0xE2, 0xE3], ["PDF", "pdftotext"]),
    ("J10 gzip", [0x1F, 0x8B, 0x08, 0, 0, 0], ["GZIP"]), ("J10 tar", Array("x".utf8) + [0, 0, 0], ["NUL"]),
  ]

  @Test("one line for each, the status of the first, the database as before")
  func refused() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let database = spacekb.path("a.db")
    _ = try spacekb("ingest", "--db", database, spacekb.write("good.json", Samples.post))
    let before = try Data(contentsOf: URL(filePath: database))
    let paths = try Self.inputs.map { try spacekb.write($0.name, $0.bytes) }
    for command in [["ingest", "--db", database], ["extract"], ["text"]] {
      let run = try spacekb.run(command + paths)
      #expect(run.status == 65, "\(command[0]): \(run.err)")
      #expect(run.out.isEmpty)
      let lines = run.err.split(separator: "\n").filter { $0.hasPrefix("spacekb: error[") }
      #expect(lines.count == Self.inputs.count, "\(run.err)")
      for (line, input) in zip(lines, Self.inputs) {
        for words in [input.name] + input.says { #expect(line.contains(words)) }
      }
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
