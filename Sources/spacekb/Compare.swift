import Answers
import ArgumentParser
import Formats

/// `spacekb compare`: what two have in common.
struct Compare: Command {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "What two have in common, and what only one of them has.",
    discussion: """
      EXAMPLES
        spacekb compare JAXA CSA
        spacekb compare ISECG CEOS --on 2020-09-09
        spacekb compare Canada Japan --format csv

      Of two agencies or countries the forums are compared, of two forums the members, each with class and certainty.
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions
  @OptionGroup var scope: ScopeOptions

  @Argument(help: "An agency, a country or a forum, by any name or by its id.")
  var one: String

  @Argument(help: "Another of the same kind.")
  var other: String

  func run(_ console: Console) throws -> Exit {
    try asking.answer(scope, console) { answerer, scope in try answerer.compare(one, other, scope) }
  }
}
