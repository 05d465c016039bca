import ArgumentParser
import Formats
import Rendering
import Store

/// `spacekb check`: is the database whole.
struct Check: Command {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look whether the database is whole; list what is not as it was written.",
    discussion: """
      EXAMPLES
        spacekb check
        spacekb check --db copy.db && cp copy.db safe/
        spacekb check --format json

      Looked at are the file, its tables and references, the digest of each report, whether each quote stands at its bytes,
      what each statement says, and whether each derived row names its statements and follows from them. Nothing is changed.
      \(ExitCodes.table)
      """)

  @OptionGroup var base: BaseOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var format: FormatOptions

  func run(_ console: Console) throws -> Exit {
    let base = try BaseFile(base).openForReading(data, console)
    let problems = try base.check()
    let info = try problems.isEmpty ? base.info() : nil
    var printer = try RowPrinter(columns: ["code", "key", "problem"], format: format.value(on: console))
    for problem in problems {
      try console.out.write(printer.row([.text(problem.code), Cell(problem.place.path), .text(problem.message)]))
    }
    try console.out.write(printer.end())
    guard let info else {
      console.say("spacekb: \(problems.count) found; go back to a copy of the file, or load a dump into a new one")
      return .nothingKnown
    }
    let counts = info.counts.filter { ["reports", "statements"].contains($0.view) }
      .map { "\($0.rows) \($0.view)" }.joined(separator: ", ")
    console.say("spacekb: \(base.path) is whole: \(counts)")
    return .done
  }
}
