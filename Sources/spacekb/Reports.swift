import Answers
import ArgumentParser
import Formats

/// `spacekb reports`: which reports are known.
struct Reports: Command {
  static let configuration = CommandConfiguration(
    commandName: "reports",
    abstract: "The reports that were read, by date of publication.",
    discussion: """
      EXAMPLES
        spacekb reports
        spacekb reports ISECG --in 2020
        spacekb reports --known-by 2015-06-30 --format csv

      --on and --in ask for the date of publication. Undated reports are always listed.
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions
  @OptionGroup var scope: ScopeOptions

  @Argument(help: "Only reports about this forum, by any name it is known by.", completion: NameCompletion.forums)
  var forum: String?

  func run(_ console: Console) throws -> Exit {
    try asking.answer(scope, console) { answerer, scope in try answerer.reports(about: forum, scope) }
  }
}
