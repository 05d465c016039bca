import Answers
import ArgumentParser
import Formats

/// `spacekb ask`: a question in plain words.
struct Ask: Command {
  /// A longer question is a mistake, or an attack.
  private static let limit = 1000

  static let configuration = CommandConfiguration(
    abstract: "Answer a question in plain words.",
    discussion: """
      EXAMPLES
        spacekb ask "who chaired ISECG in 2020"
        spacekb ask who is chair of CEOS
        spacekb ask "ISECG chairs between 2008 and 2011" --format json

      The answer says how the question was read, how sure each fact is, which sentence of which report states it, and
      what no report states.
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions

  @Argument(help: "The question; quotes around it are not needed.")
  var question: [String]

  func run(_ console: Console) throws -> Exit {
    let words = question.joined(separator: " ")
    guard words.unicodeScalars.count <= Self.limit else {
      throw Problem("QUESTION", at: Place(file: "question"), "more than \(Self.limit) characters", exit: .usage)
    }
    return try asking.answer(console) { answerer in try answerer.ask(words) }
  }
}
