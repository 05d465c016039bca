import Answers
import ArgumentParser
import Formats

/// `spacekb attendance`: who came to meetings of a forum.
struct AttendanceAt: Command {
  static let configuration = CommandConfiguration(
    commandName: "attendance",
    abstract: "Who came to meetings of a forum, as far as reports name them.",
    discussion: """
      EXAMPLES
        spacekb attendance ISECG --on 2020-09-09
        spacekb attendance ISECG --party ISRO
        spacekb attendance ISECG --place Darmstadt --absent

      A list in a report need not be whole: who is not named is not absent.
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var meetings: MeetingOptions

  @Argument(help: "A forum, by any name it is known by.")
  var forum: String

  @Option(help: ArgumentHelp("Only this party.", valueName: "party"))
  var party: String?

  @Flag(help: "The members of the day whom no report names at the meeting.")
  var absent = false

  func run(_ console: Console) throws -> Exit {
    try asking.answer(scope, console) { answerer, scope in
      try answerer.attendance(of: forum, at: meetings.choice, party: party, absent: absent, scope)
    }
  }
}
