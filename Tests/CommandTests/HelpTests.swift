import Testing

@Suite("Help")
struct HelpTests {
  static let commands = ["ask", "chairs", "members", "evidence", "ingest", "extract", "text", "sql", "info"]

  @Test("no arguments: ten lines with three examples")
  func bare() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let run = try spacekb()
    #expect(run.status == 0)
    #expect(run.err.isEmpty)
    #expect(run.out.split(separator: "\n").count <= 10)
    #expect(run.out.split(separator: "\n").filter { $0.hasPrefix("  spacekb ") }.count == 3)
  }

  @Test("each command has examples and exit codes", arguments: commands)
  func help(command: String) throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let run = try spacekb(command, "--help")
    #expect(run.status == 0)
    #expect(run.out.contains("EXAMPLES\n  spacekb \(command)"))
    #expect(run.out.contains("EXIT CODES"))
    #expect(try spacekb("help", command).out == run.out)
  }

  @Test("the list of commands is whole")
  func list() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let run = try spacekb("--help")
    for command in Self.commands { #expect(run.out.contains("\n  \(command) ")) }
  }

  @Test("version")
  func version() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    #expect(try spacekb("--version").out.hasPrefix("spacekb 0."))
  }

  @Test(
    "mistakes in the arguments: 64, one line that says what",
    arguments: [
      (["chairz"], "did you mean chairs?"), (["--nonsense"], "--nonsense"), (["chairs"], "<forum>"),
      (["chairs", "ISECG", "--format", "xml"], "--format"), (["chairs", "ISECG", "--on", "2020-02-30"], "--on"),
      (["chairs", "ISECG", "--on", "0000"], "--on"), (["chairs", "ISECG", "--in", "soon"], "--in"),
      (["chairs", "ISECG", "--on", "2020-01-01", "--in", "2020"], "only one"), (["ask"], "<question>"),
      (["ask", String(repeating: "x", count: 1001)], "1000 characters"),
      (["text", "--published", "2020-13", "-"], "--published"),
      (["ask", "who chaired ISECG", "--today", "now-ish"], "--today"), (["info", "--db", ""], "--db"),
    ])
  func usage(arguments: [String], message: String) throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let run = try spacekb.run(arguments, input: "some text")
    #expect(run.status == 64)
    #expect(run.out.isEmpty)
    #expect(run.err.hasPrefix("spacekb: error["))
    #expect(run.err.contains(message), "\(run.err)")
  }

  @Test("an argument that is not UTF-8: 64")
  func notUTF8() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    #expect(try spacekb.shell("\"$0\" text $'\\xff'").status == 64)
  }
}
