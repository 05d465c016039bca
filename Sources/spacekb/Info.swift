import ArgumentParser
import Formats
import Knowledge
import Rendering
import Store

/// `spacekb info`: what is in the database.
struct Info: Command {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Say which database is used, what is in it, and with which data it was read.",
    discussion: """
      EXAMPLES
        spacekb info
        spacekb info --db other.db --format json

      data is the digest (SHA-256) of the tables, words and rules that the reports were read with; data_is_current says whether
      they are those of today, which own_data adds to.
      \(ExitCodes.table)
      """)

  @OptionGroup var base: BaseOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var format: FormatOptions

  func run(_ console: Console) throws -> Exit {
    let format = try format.value(on: console)
    let info = try BaseFile(base).openForReading(data, console).info()
    let today = try OwnData.folder(data).digest
    var facts: [(String, Cell)] = [
      ("database", .text(info.path)), ("program", .text(Version.number)),
      ("schema", .integer(Int64(info.schemaVersion))),
      ("data", Cell(info.dataHash)), ("data_is_current", .flag(info.dataHash == today)),
      ("own_data", Cell(data.folder)),
      ("extractor", Cell(info.extractorVersion)), ("can_be_refreshed", .flag(info.unkept == 0)),
    ]
    facts += info.counts.map { ($0.view, .integer(Int64($0.rows))) }
    try console.out.write(rendered(facts, format))
    if info.unkept > 0 {
      console.say(
        "spacekb: \(info.unkept) versions of reports were loaded without their text: refresh, search and check pass them over "
          + "until they are ingested again")
    }
    return .done
  }

  private func rendered(_ facts: [(String, Cell)], _ format: OutputFormat) -> String {
    switch format {
    case .json, .jsonl:
      // One object, its keys the names.
      var printer = RowPrinter(columns: facts.map(\.0), format: .jsonl)
      return printer.row(facts.map(\.1))
    default:
      var printer = RowPrinter(columns: ["name", "value"], format: format)
      return facts.map { printer.row([.text($0.0), $0.1]) }.joined() + printer.end()
    }
  }
}
