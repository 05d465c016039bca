import Answers
import Formats

/// Answers questions in plain words: one, or line by line from a terminal.
struct Questions {
  /// A longer question is a mistake, or an attack.
  private static let limit = 1000

  private let asking: AskingOptions
  private let console: Console
  private let grammar: QuestionGrammar

  init(_ asking: AskingOptions, _ console: Console) throws(Problem) {
    self.asking = asking
    self.console = console
    grammar = try QuestionGrammar(OwnData.folder(asking.data))
  }

  /// - Throws: `QUESTION` (64) for one that is too long; what asking throws.
  func answer(_ words: String) throws -> Exit {
    guard words.unicodeScalars.count <= Self.limit else {
      throw Problem("QUESTION", at: Place(file: "question"), "more than \(Self.limit) characters", exit: .usage)
    }
    return try asking.answer(console) { answerer in try answerer.ask(words, grammar) }
  }

  /// Reads questions until the input ends, or `quit`; a problem with one does not end it.
  func answerEachLine() throws -> Exit {
    try console.out.write("A question, such as: who chaired ISECG in 2020 (end with Ctrl-D or quit)\n")
    while true {
      try console.out.write("? ")
      try console.out.flush()
      guard let line = readLine(), !["quit", "exit", "bye"].contains(line.lowercased()) else { break }
      guard line.contains(where: { !$0.isWhitespace }) else { continue }
      do { _ = try answer(line) } catch let problem as Problem { console.report(problem) }
      try console.out.write("\n")
    }
    try console.out.write("\n")
    return .done
  }
}
