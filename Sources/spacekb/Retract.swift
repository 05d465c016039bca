import ArgumentParser
import Formats
import Reports
import Store

/// `spacekb retract`: a report's facts out, or in again.
struct Retract: Command {
  static let configuration = CommandConfiguration(
    commandName: "retract",
    abstract: "Take a report's facts out; its history stays.",
    discussion: """
      EXAMPLES
        spacekb retract https://www.example.org/?p=77
        spacekb retract --undo https://www.example.org/?p=77

      What only this report states is no fact any more, whatever arrives of it later, until --undo lets it in again. A
      correction is taken back in the same way, by its key.
      \(ExitCodes.table)
      """)

  @OptionGroup var base: BaseOptions
  @OptionGroup var data: DataOptions

  @Flag(name: .long, help: "Let the report's facts in again.")
  var undo = false

  @Argument(help: "The key of a report: its address, else the hash of its text.")
  var key: String

  func run(_ console: Console) throws -> Exit {
    let base = try BaseFile(base).openForChanging(data, console)
    for key in [key, ReportKey.key(url: key)] where try base.retract(key, undo: undo) {
      console.say("\(undo ? "back in" : "retracted")  \(key)")
      return .done
    }
    console.say("spacekb: there is no report with the key \"\(Visible.shortened(key, to: 120))\"")
    return .nothingKnown
  }
}
