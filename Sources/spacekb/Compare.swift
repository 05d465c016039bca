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
        spacekb compare ISECG --in 2007 --and 2021

      Of two agencies or countries the forums are compared, of two forums the members, each with class and certainty; with
      --and at two times, also of one alone.
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions
  @OptionGroup var scope: ScopeOptions

  @Option(
    name: .customLong("and"),
    help: ArgumentHelp("The time of the other side: 2021, 2020-09, \"since 2015\".", valueName: "period"))
  var otherTime: String?

  @Option(
    name: .customLong("class"), help: ArgumentHelp("Only of this class: observer, associate.", valueName: "class"))
  var memberClass: String?

  @Argument(help: "An agency, a country or a forum, by any name or by its id.")
  var one: String

  @Argument(help: "Another of the same kind; without one, --and gives another time of the first.")
  var other: String?

  func run(_ console: Console) throws -> Exit {
    guard other != nil || otherTime != nil else {
      throw Problem(
        "USAGE", at: Place(file: "compare"), "write a second name, or --and with another time", exit: .usage)
    }
    let otherPeriod = try otherTime.map { try PeriodReader(today: asking.today.day()).period($0, option: "--and") }
    return try asking.answer(scope, console) { answerer, scope in
      try answerer.compare(one, other, at: otherPeriod, class: memberClass, scope)
    }
  }
}
