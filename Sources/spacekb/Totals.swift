import Answers
import ArgumentParser
import Formats

/// `spacekb totals`: how many belonged to a forum.
struct Totals: Command {
  static let configuration = CommandConfiguration(
    commandName: "totals",
    abstract: "How many belonged to a forum: the numbers that reports state, beside those known by name.",
    discussion: """
      EXAMPLES
        spacekb totals ISECG
        spacekb totals ISECG --in 2018
        spacekb totals ISECG --number 24
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions
  @OptionGroup var scope: ScopeOptions

  @Argument(help: "A forum, by any name it is known by.")
  var forum: String

  @Option(help: ArgumentHelp("Only reports of this number.", valueName: "count"))
  var number: Int?

  @Option(name: .customLong("class"), help: ArgumentHelp("Known by name: only of this class.", valueName: "class"))
  var memberClass: String?

  func run(_ console: Console) throws -> Exit {
    try asking.answer(scope, console) { answerer, scope in
      try answerer.totals(of: forum, class: memberClass, count: number, scope)
    }
  }
}
