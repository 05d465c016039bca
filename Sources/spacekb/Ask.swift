import Answers
import ArgumentParser
import Formats

/// `spacekb ask`: a question in plain words.
struct Ask: Command {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Answer a question in plain words.",
    discussion: """
      EXAMPLES
        spacekb ask "who chaired ISECG in 2020"
        spacekb ask when did Brazil join ISECG
        spacekb ask "ISECG chairs between 2008 and 2011" --format json

      The answer says how the question was read, how sure each fact is, which sentence of which report states it, and
      what no report states. On a terminal without a question, and as bare `spacekb`, it reads questions line by line;
      `rlwrap spacekb ask` adds editing and history.
      \(ExitCodes.table)
      """)

  @OptionGroup var asking: AskingOptions

  @Argument(help: "The question; quotes around it are not needed.")
  var question: [String] = []

  func run(_ console: Console) throws -> Exit {
    let questions = try Questions(asking, console)
    if !question.isEmpty { return try questions.answer(question.joined(separator: " ")) }
    guard Surroundings.isTerminal(0), console.out.isTerminal else {
      throw Problem("USAGE", at: Place(file: "<question>"), "write a question", exit: .usage)
    }
    return try questions.answerEachLine()
  }
}
