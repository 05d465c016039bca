import Answers
import ArgumentParser
import Formats

/// `spacekb path`: how two are tied.
struct PathBetween: Command {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "By which shared forums and meetings two parties are tied.",
    discussion: """
      EXAMPLES
        spacekb path KARI AEB
        spacekb path ISRO GISTDA --in 2020
        spacekb path CSA meeting/isecg/2009-03-10 --format json

      One shortest way is printed, a row for each step with its sentence; of several it is always the same one.
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions
  @OptionGroup var scope: ScopeOptions

  @Argument(help: "An agency, a country, a forum or a meeting, by any name or by its id.")
  var start: String

  @Argument(help: "Another one.")
  var end: String

  func run(_ console: Console) throws -> Exit {
    try asking.answer(scope, console) { answerer, scope in try answerer.path(from: start, to: end, scope) }
  }
}
