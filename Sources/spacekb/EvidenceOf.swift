import ArgumentParser
import Formats
import Rendering
import Store

/// `spacekb evidence`: the sentences behind a fact.
struct EvidenceOf: Command {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Print the sentences and links behind a fact.",
    discussion: """
      EXAMPLES
        spacekb evidence chair/isecg/csa/1
        spacekb evidence meeting/isecg/2020-09-09 --format json

      An id stands in every answer in JSON, in the views that `spacekb sql` reads, and below an answer on a terminal. The id of
      a statement or a report's address will do as well.
      \(ExitCodes.table)
      """)

  @OptionGroup var base: BaseOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var format: FormatOptions

  @Argument(help: "The id of a fact, a statement or a report.")
  var id: String

  private static let columns = [
    "statement_id", "kind", "report_id", "title", "published", "url", "digest", "start_byte", "end_byte", "quote",
    "rule",
  ]

  func run(_ console: Console) throws -> Exit {
    let format = try format.value(on: console)
    let items = try BaseFile(base).openForReading(data, console).evidence(id: id)
    try console.out.write(rendered(items, format, console))
    guard items.isEmpty else { return .done }
    console.say(
      "spacekb: nothing is known by the id \"\(Visible.shortened(id, to: 80))\"; ids stand in `spacekb chairs F --format json`"
    )
    return .nothingKnown
  }

  private func rendered(_ items: [EvidenceItem], _ format: OutputFormat, _ console: Console) -> String {
    switch format {
    case .table, .plain: return EvidenceText(width: format == .table ? console.width ?? 80 : nil)(items)
    case .json: return JSONWriter.text(of: .array(items.map(EvidenceJSON.value)), .pretty) + "\n"
    case .jsonl: return items.map { JSONWriter.text(of: EvidenceJSON.value($0)) + "\n" }.joined()
    case .csv, .markdown:
      var printer = RowPrinter(columns: Self.columns, format: format)
      return items.map { printer.row(Self.row($0)) }.joined() + printer.end()
    }
  }

  private static func row(_ item: EvidenceItem) -> [Cell] {
    [
      .text(item.statement), .text(item.kind), .text(item.report), .text(item.title), Cell(item.published),
      Cell(item.url),
      .flag(item.isDigest), .integer(Int64(item.start)), .integer(Int64(item.end)), .text(item.quote), .text(item.rule),
    ]
  }
}
