import Answers
import ArgumentParser
import Formats

/// `spacekb office`: how the chair of a forum is chosen.
struct Office: Command {
  static let configuration = CommandConfiguration(
    commandName: "office",
    abstract:
      "How the chair of a forum is chosen and for how long: the known length of a term, and sentences of reports.",
    discussion: """
      EXAMPLES
        spacekb office ISECG
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions

  @Argument(help: "A forum, by any name it is known by.")
  var forum: String

  func run(_ console: Console) throws -> Exit {
    try asking.answer(console) { answerer in try answerer.office(of: forum) }
  }
}
