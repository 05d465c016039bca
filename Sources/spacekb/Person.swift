import Answers
import ArgumentParser
import Formats

/// `spacekb person`: which offices a person held.
struct Person: Command {
  static let configuration = CommandConfiguration(
    commandName: "person",
    abstract: "Which offices of forums a person held, for whom and when.",
    discussion: """
      EXAMPLES
        spacekb person "Naoki Sato"
        spacekb person Hufenbach --format json

      A last name will do. Offices that reports name by the agency alone are found by `spacekb chairs`.
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions
  @OptionGroup var scope: ScopeOptions

  @Argument(help: "The name, or the last name.")
  var name: String

  @Option(name: .customLong("forum"), help: ArgumentHelp("Only in this forum.", valueName: "forum"))
  var forum: String?

  func run(_ console: Console) throws -> Exit {
    try asking.answer(scope, console) { answerer, scope in try answerer.person(name, in: forum, scope) }
  }
}
