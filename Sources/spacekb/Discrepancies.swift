import Answers
import ArgumentParser
import Formats

/// `spacekb discrepancies`: where reports disagree.
struct Discrepancies: Command {
  static let configuration = CommandConfiguration(
    commandName: "discrepancies",
    abstract: "What the reports disagree on, with the sentences of both sides.",
    discussion: """
      EXAMPLES
        spacekb discrepancies
        spacekb discrepancies ISECG --in 2020
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions
  @OptionGroup var scope: ScopeOptions

  @Argument(help: "Only about this forum, by any name it is known by.", completion: NameCompletion.forums)
  var forum: String?

  @Option(help: ArgumentHelp("Only about this party.", valueName: "party"))
  var party: String?

  func run(_ console: Console) throws -> Exit {
    try asking.answer(scope, console) { answerer, scope in try answerer.discrepancies(about: forum, of: party, scope) }
  }
}
