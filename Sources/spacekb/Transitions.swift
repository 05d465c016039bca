import Answers
import ArgumentParser
import Formats

/// `spacekb transitions`: how the chair of a forum passed.
struct Transitions: Command {
  static let configuration = CommandConfiguration(
    commandName: "transitions",
    abstract: "How the chair of a forum passed: from whom, to whom, when; plans apart.",
    discussion: """
      EXAMPLES
        spacekb transitions ISECG
        spacekb transitions ISECG --from JAXA
        spacekb transitions CEOS --planned --in "since 2024"
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions
  @OptionGroup var scope: ScopeOptions

  @Argument(help: "A forum, by any name it is known by.")
  var forum: String

  @Option(help: ArgumentHelp("Only from this party.", valueName: "party"))
  var from: String?

  @Option(help: ArgumentHelp("Only to this party.", valueName: "party"))
  var to: String?

  @Option(help: ArgumentHelp("Another office: vice-chair, secretariat.", valueName: "office"))
  var role: String?

  @Flag(help: "Only what is planned.")
  var planned = false

  func run(_ console: Console) throws -> Exit {
    try asking.answer(scope, console) { answerer, scope in
      try answerer.transitions(of: forum, from: from, to: to, planned: planned, role: role, scope)
    }
  }
}
