import Answers
import ArgumentParser
import Formats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@main
struct Spacekb: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "spacekb",
      abstract:
        "Who meets, belongs and chairs in the world of space agencies, with the sentence and the link for each fact.",
      usage: "spacekb <command> …",
      discussion: """
        EXAMPLES
          spacekb ask "who chaired ISECG in 2020"
          spacekb chairs ISECG --in 2008-2011 --format csv
          spacekb ingest reports/ && spacekb info

        Results go to standard output, everything else to standard error.
        \(ExitCodes.table)
        """,
      version: Version.text(full: CommandLine.arguments.contains("--version")),
      groupedSubcommands: [
        CommandGroup(
          name: "Ask:",
          subcommands: [
            Ask.self, Chairs.self, Transitions.self, Office.self, Person.self, Members.self, Totals.self, Changes.self,
            Meetings.self, AttendanceAt.self, Agency.self, Forums.self, TimelineOf.self, Discrepancies.self,
            EvidenceOf.self, Reports.self, Search.self, Compare.self, PathBetween.self, Neighbours.self,
          ]),
        CommandGroup(name: "Read reports:", subcommands: [Ingest.self, Extract.self, Text.self, Explain.self]),
        CommandGroup(
          name: "The database:",
          subcommands: [
            Correct.self, Refresh.self, Retract.self, SQL.self, Info.self, Check.self, Dump.self, Load.self,
            Export.self, WriteData.self,
          ]),
      ])
  }

  static var _errorPrefix: String { "spacekb: error[USAGE]: " }

  @OptionGroup var data: DataOptions
  @OptionGroup var base: BaseOptions
  @OptionGroup var format: FormatOptions

  /// Runs the command that the arguments name and ends the process.
  static func main() {
    Surroundings.prepare()
    endProcess(run(Console()))
  }

  private static func run(_ console: Console) -> Int32 {
    do {
      let status = try start(console)
      try console.out.flush()
      return status
    } catch is Output.ClosedPipe {
      return 141
    } catch let problem as Problem {
      // What is known already is printed before the process ends.
      try? console.out.flush()
      console.report(problem)
      return problem.exit.rawValue
    } catch {
      console.report(Problem("BUG", at: Place(file: "spacekb"), "\(error); please report this", exit: .bug))
      return Exit.bug.rawValue
    }
  }

  private static func start(_ console: Console) throws -> Int32 {
    guard let arguments = Surroundings.arguments else {
      throw Problem("USAGE", at: Place(file: "arguments"), "an argument is not UTF-8", exit: .usage)
    }
    if arguments.isEmpty, Surroundings.isTerminal(0), console.out.isTerminal, let ask = try parseAsRoot(["ask"]) as? Ask
    {
      try console.out.write(Welcome.text)
      return try ask.run(console).rawValue
    }
    if arguments.isEmpty {
      try console.out.write(Welcome.text)
      return Exit.done.rawValue
    }
    do {
      var command = try parseAsRoot(arguments)
      if let command = command as? any Command { return try command.run(console).rawValue }
      try command.run()
      return Exit.done.rawValue
    } catch let error where !(error is Problem || error is Output.ClosedPipe) {
      return try explain(error, console)
    }
  }

  /// The first word of the arguments, if it is no command; with the nearest one.
  private static func unknownCommand() -> Problem? {
    guard let word = Surroundings.arguments?.first, !word.hasPrefix("-"), word != "help" else { return nil }
    let names = configuration.groupedSubcommands.flatMap(\.subcommands).map { $0._commandName }
    guard !names.contains(word) else { return nil }
    let nearest = names.filter { Spelling.distance(word, $0, limit: 2) != nil }.sorted()
    let hint = nearest.isEmpty ? "see spacekb --help" : "did you mean \(nearest.joined(separator: " or "))?"
    return Problem("USAGE", at: Place(file: "command"), "there is no \"\(word)\"; \(hint)", exit: .usage)
  }

  /// Help and version on standard output, a mistake in the arguments on standard error with 64.
  private static func explain(_ error: any Error, _ console: Console) throws -> Int32 {
    if let problem = unknownCommand() { throw problem }
    let message = fullMessage(for: error)
    if exitCode(for: error) == .success {
      try console.out.write(message + "\n")
      return Exit.done.rawValue
    }
    for line in message.split(whereSeparator: \.isNewline) { console.say(String(line)) }
    return Exit.usage.rawValue
  }
}

private func endProcess(_ status: Int32) -> Never { exit(status) }
