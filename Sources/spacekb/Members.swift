import Answers
import ArgumentParser
import Formats

/// `spacekb members`: who belongs to a forum.
struct Members: Command {
  static let configuration = CommandConfiguration(
    commandName: "members",
    abstract: "Who belongs to a forum, since when, with the sentence for each membership.",
    discussion: """
      EXAMPLES
        spacekb members ISECG
        spacekb members ISECG --on 2020-09-09
        spacekb members CEOS --in 2015-2019 --format csv

      Members of whom no report tells the time are always listed. The numbers that reports state stand beside the list.
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions
  @OptionGroup var scope: ScopeOptions

  @Argument(help: "A forum, by any name it is known by.", completion: NameCompletion.forums)
  var forum: String

  @Option(
    help: ArgumentHelp("Only this agency, or the agencies of this country: whether and when.", valueName: "party"))
  var party: String?

  @Option(
    name: .customLong("class"), help: ArgumentHelp("Only of this class: observer, associate.", valueName: "class"))
  var memberClass: String?

  @Option(help: ArgumentHelp("Also told by person or country.", valueName: "what"))
  var by: Breakdown?

  func run(_ console: Console) throws -> Exit {
    try asking.answer(scope, console) { answerer, scope in
      try answerer.members(of: forum, party: party, class: memberClass, by: by, scope)
    }
  }
}
