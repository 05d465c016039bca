import Answers
import Formats
import Rendering
import Store

/// An open database and what asks it.
struct Session {
  private let answerer: Answerer

  init(_ options: BaseOptions, _ data: DataOptions, today: Day, _ console: Console) throws(Problem) {
    let base = try BaseFile(options).openForReading(data, console)
    answerer = try Answerer(base: base, today: today)
  }

  /// Prints what `ask` gives, in the format that was asked for.
  func write(
    _ format: FormatOptions, _ console: Console, _ ask: (Answerer) throws -> Answer
  ) throws -> Exit {
    let printer = AnswerPrinter(format: format.value(on: console), width: console.width)
    do {
      let answer = try ask(answerer)
      try console.out.write(printer(answer))
      return answer.exit
    } catch let misunderstanding as Misunderstanding {
      try console.out.write(printer(misunderstanding))
      console.say("spacekb: \(misunderstanding.message)")
      console.say("Questions that can be answered: \(misunderstanding.examples.joined(separator: " · "))")
      return .nothingKnown
    }
  }
}
