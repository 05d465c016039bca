import ArgumentParser
import Formats
import Reports

/// `spacekb ingest`: reports into the database.
struct Ingest: Command {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read reports into the database.",
    discussion: """
      EXAMPLES
        spacekb ingest post.json page.html
        spacekb ingest reports/
        pdftotext minutes.pdf - | spacekb ingest - --url https://example.org/minutes.pdf --published 2019-03

      WordPress posts (one, an array, JSON Lines), HTML, mail, text and saved reports are told apart by their content. A report goes
      in whole or not at all; the same report again changes nothing. Each gets a line on standard error: new, changed, older,
      unchanged, reread.
      \(ExitCodes.table)
      """)

  @OptionGroup var base: BaseOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var report: ReportOptions

  @Flag(name: .shortAndLong, help: "No line for each report, only the sum.")
  var quiet = false

  @Argument(help: "Files, folders (all below them), or - for standard input.", completion: .file())
  var paths: [String]

  func run(_ console: Console) throws -> Exit {
    let folder = try OwnData.folder(data)
    var inputs = try ReportInputs(paths, report)
    let base = try BaseFile(base).openForWriting(data, console)
    var ingestion = try Ingestion(base: base, data: folder, console: console, isQuiet: quiet)
    let exit = try inputs.forEach(console) { report in try ingestion.add(report) }
    try ingestion.finish()
    console.say(ingestion.summary(refused: inputs.refused))
    return exit
  }
}
