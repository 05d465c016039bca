import Answers
import ArgumentParser
import Formats

/// `spacekb neighbours`: what is tied to one.
struct Neighbours: Command {
  static let configuration = CommandConfiguration(
    commandName: "neighbours",
    abstract: "What a party, a forum or a meeting is tied to at once.",
    discussion: """
      EXAMPLES
        spacekb neighbours KARI
        spacekb neighbours ISECG --on 2020-09-09
        spacekb neighbours meeting/isecg/2020-09-09 --format csv

      Memberships, offices, meetings attended and meetings hosted, each with its sentence.
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions
  @OptionGroup var scope: ScopeOptions

  @Argument(help: "An agency, a country, a forum or a meeting, by any name or by its id.")
  var name: String

  func run(_ console: Console) throws -> Exit {
    try asking.answer(scope, console) { answerer, scope in try answerer.neighbours(of: name, scope) }
  }
}
