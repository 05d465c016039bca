import Answers
import ArgumentParser
import Formats
import Rendering

/// What every command that asks the database takes; opens it, asks, prints.
struct AskingOptions: ParsableArguments {
  @OptionGroup var base: BaseOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var today: TodayOptions

  /// Prints what a typed command gives.
  func answer(_ options: ScopeOptions, _ console: Console, _ ask: (Answerer, Scope) throws -> Answer) throws -> Exit {
    let scope = try options.scope(today: today.day())
    return try answer(console) { answerer in try ask(answerer, scope) }
  }

  /// Prints what `ask` gives, in the format that was asked for.
  func answer(_ console: Console, _ ask: (Answerer) throws -> Answer) throws -> Exit {
    let today = try today.day()
    var printer = try AnswerPrinter(format: format.value(on: console), width: console.width)
    let answerer = Answerer(base: try BaseFile(base).openForReading(data, console), today: today)
    do {
      let answer = try ask(answerer)
      // "as csv" in a question asks for that format; an option goes before it.
      if format.format == nil, let filetype = answer.filetype.flatMap(OutputFormat.init) {
        printer = AnswerPrinter(format: filetype, width: nil)
      }
      try console.out.write(printer(answer))
      return answer.exit
    } catch let misunderstanding as Misunderstanding {
      try console.out.write(printer(misunderstanding))
      console.say("spacekb: \(misunderstanding.message)")
      if !misunderstanding.examples.isEmpty {
        console.say("Questions that can be answered: \(misunderstanding.examples.joined(separator: " · "))")
      }
      return .nothingKnown
    }
  }
}
