import Testing

@Suite("Output")
struct OutputTests {
  @Test("a full disk: 74", arguments: ["--help", "--version", "text \"$PWD/a.txt\"", "ask who chaired ISECG", "info"])
  func full(command: String) throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    try spacekb.write("a.txt", "text")
    let run = try spacekb.shell("\"$0\" \(command) > /dev/full")
    #expect(run.status == 74, "\(run.err)")
    #expect(run.err.contains("No space left"))
  }

  @Test("a closed pipe: 141, quiet")
  func pipe() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    try spacekb.write("a.txt", Samples.long)
    let run = try spacekb.shell("\"$0\" text a.txt | head -c 1 > /dev/null; exit ${PIPESTATUS[0]}")
    #expect(run.status == 141)
    #expect(run.err.isEmpty)
  }

  @Test(
    "a signal ends a command that writes: it says so, the status is the signal's, nothing is half",
    arguments: [2, 15, 1])
  func stopped(signal: Int32) throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    try spacekb.write("a.json", Samples.post)
    // The second input is a pipe into which nobody writes, so that the command is at work when the signal comes.
    let run = try spacekb.shell(
      """
      set -m; mkfifo pipe; "$0" ingest --db a.db a.json pipe & exec 3> pipe; kill -\(signal) $!; wait $!
      """)
    #expect(run.status == 128 + signal)
    #expect(run.err.contains("spacekb: stopped"), "\(run.err)")
    let count = try spacekb("sql", "--db", "a.db", "--format", "csv", "select count(*) as n from reports")
    #expect(count.out == "n\n0\n", "\(count.err)")
  }

  @Test("standard output closed: 74, and no file takes its place")
  func closed() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    try spacekb.write("a.json", Samples.post)
    #expect(try spacekb.shell("\"$0\" text a.json >&-").status == 74)
    #expect(try spacekb.shell("\"$0\" ingest --db a.db a.json >&- 2>&-").status == 0)
    #expect(try spacekb("info", "--db", "a.db").status == 0)
  }

  @Test("text is what evidence points into")
  func text() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let path = try spacekb.write("a.json", Samples.post)
    let bytes = try spacekb("text", path).outBytes
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("Agencies met on the Moon & Mars\n\nOn September 9, 2020"))
    let twice = try spacekb("text", path, path).outBytes
    #expect(twice == bytes + [0x0C] + bytes)
  }
}
