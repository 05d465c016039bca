import Formats
import Foundation
import Testing

@Suite("Help")
struct HelpTests {
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

  /// A command as `--experimental-dump-help` tells of it, which man pages are made from, too.
  private struct Told: Decodable {
    struct Dump: Decodable { var command: Told }
    struct Argument: Decodable {
      struct Name: Decodable { var name: String }
      var abstract: String?
      var names: [Name]?
    }
    var commandName: String
    var abstract: String?
    var discussion: String?
    var subcommands: [Told]?
    var arguments: [Argument]?
  }

  @Test("each command has examples that name its options, exit codes, and words for each option")
  func commands() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let dump = try spacekb("--experimental-dump-help").out
    let root = try JSONDecoder().decode(Told.Dump.self, from: Data(dump.utf8)).command
    let commands = try #require(root.subcommands).filter { $0.commandName != "help" }
    let list = try spacekb("--help").out
    #expect(commands.count > 9)
    for command in commands {
      let name = command.commandName
      let help = try #require(command.discussion, "\(name)")
      #expect(help.contains("EXAMPLES\n  spacekb \(name)"), "\(name)")
      #expect(help.contains("EXIT CODES"), "\(name)")
      #expect(list.contains("\n  \(name) "), "\(name)")
      #expect(command.abstract?.hasSuffix(".") == true, "\(name)")
      let arguments = command.arguments ?? []
      for argument in arguments { #expect(argument.abstract?.isEmpty == false, "\(name)") }
      let options = Set(arguments.flatMap { $0.names ?? [] }.map(\.name))
      for line in help.split(separator: "\n") where line.hasPrefix("  spacekb \(name) ") {
        let own = line.prefix { !"|&".contains($0) }
        for word in own.split(separator: " ") where word.hasPrefix("--") {
          #expect(options.contains(String(word.dropFirst(2).prefix { $0 != "=" })), "\(line)")
        }
      }
    }
    #expect(try spacekb("help", "ask").out == spacekb("ask", "--help").out)
  }

  @Test("the exit codes are the same in the help, in README.md and in the program")
  func exitCodes() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    func numbers(_ text: some StringProtocol) -> Set<Int32> {
      Set(text.split { !$0.isNumber }.compactMap { Int32($0) })
    }
    let help = try spacekb("--help").out
    let table = try #require(help.range(of: "EXIT CODES")).upperBound
    let end = help[table...].range(of: "\n\n")?.lowerBound ?? help.endIndex
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let start = try #require(readme.range(of: "| exit code | |")).upperBound
    let rows = readme[start...].split(separator: "\n").prefix { $0.hasPrefix("|") }
    let listed = rows.reduce(into: Set<Int32>()) { $0.formUnion(numbers($1.split(separator: "|").first ?? "")) }
    #expect(numbers(help[table..<end]) == listed)
    #expect(listed == Set(Exit.allCases.map(\.rawValue)).union([130, 141, 143]))
  }

  @Test("completions: scripts that the shells can read, and names of forums", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    try spacekb.write("script", try spacekb("--generate-completion-script", shell).out)
    let run = try spacekb.shell("[ -s script ] && { ! command -v \(shell) || \(shell) -n script; }")
    #expect(run.status == 0, "\(run.err)")
    let names = try spacekb("---completion", "chairs", "--", "positional@0", "2", "0", "spacekb", "chairs", "").out
    #expect(names.split(separator: "\n").contains("ISECG"))
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
      (["chairs", "ISECG", "--format", "xml"], "--format"), (["chairs", "ISECG", "--format", "svg"], "--format svg"),
      (["chairs", "ISECG", "--on", "2020-02-30"], "--on"),
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
