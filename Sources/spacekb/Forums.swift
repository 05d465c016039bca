import Answers
import ArgumentParser
import Formats

/// `spacekb forums`: which forums are known.
struct Forums: Command {
  static let configuration = CommandConfiguration(
    commandName: "forums",
    abstract: "The forums that are known, and how much reports tell of each.",
    discussion: """
      EXAMPLES
        spacekb forums
        spacekb forums --in 2020 --format csv

      Members and meetings are those of the period; members of whom no report tells the time are counted apart. No number
      means that no report tells of the forum.
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions
  @OptionGroup var scope: ScopeOptions

  @Argument(help: "Only this forum, by any name it is known by.")
  var name: String?

  func run(_ console: Console) throws -> Exit {
    try asking.answer(scope, console) { answerer, scope in try answerer.forums(named: name, scope) }
  }
}
