import Answers
import ArgumentParser
import Formats

/// `spacekb agency`: what an agency or a country has a part in.
struct Agency: Command {
  static let configuration = CommandConfiguration(
    commandName: "agency",
    abstract: "What an agency, or a country with its agencies, belongs to, held and came to.",
    discussion: """
      EXAMPLES
        spacekb agency JAXA
        spacekb agency "Canadian Space Agency" --in 2020
        spacekb agency Switzerland --format csv

      What an agency did under earlier names counts. A name that several bear needs the id: agency/asa-au.
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions
  @OptionGroup var scope: ScopeOptions

  @Argument(help: "An agency or a country, by any name it is known by, or by its id.")
  var name: String

  @Option(help: ArgumentHelp("Whether this name is of the same body.", valueName: "name"))
  var same: String?

  func run(_ console: Console) throws -> Exit {
    try asking.answer(scope, console) { answerer, scope in try answerer.agency(name, same: same, scope) }
  }
}
