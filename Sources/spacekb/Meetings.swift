import Answers
import ArgumentParser
import Formats

/// `spacekb meetings`: when and where a forum met.
struct Meetings: Command {
  static let configuration = CommandConfiguration(
    commandName: "meetings",
    abstract: "When and where a forum met, who was host, how many came.",
    discussion: """
      EXAMPLES
        spacekb meetings ISECG
        spacekb meetings ISECG --on 2020-09-09
        spacekb meetings CEOS --in "since 2015" --format csv

      Where one meeting answers, those who are named as having come are listed. A meeting that no report tells of is not listed;
      that is no proof that there was none.
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions
  @OptionGroup var scope: ScopeOptions

  @OptionGroup var meetings: MeetingOptions

  @Argument(help: "A forum, by any name it is known by.", completion: NameCompletion.forums)
  var forum: String

  func run(_ console: Console) throws -> Exit {
    try asking.answer(scope, console) { answerer, scope in try answerer.meetings(of: forum, at: meetings.choice, scope)
    }
  }
}
