import ArgumentParser
import Formats
import Knowledge
import Reports
import Statements

/// `spacekb extract`: reports in, statements out.
struct Extract: Command {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print the statements of reports as JSON Lines; no database is touched.",
    discussion: """
      EXAMPLES
        spacekb extract minutes.json
        spacekb extract reports/ | jq -r 'select(.kind == "chair") | .evidence.quote'
        pdftotext minutes.pdf - | spacekb extract - --url https://example.org/minutes.pdf

      One object a line: kind, the values, evidence {start, end, quote}, rule, report. start and end are UTF-8 byte offsets
      into what `spacekb text` prints. A report without statements prints nothing.
      \(ExitCodes.table)
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var report: ReportOptions

  @Argument(help: "Files, folders (all below them), or - for standard input.", completion: .file())
  var paths: [String]

  func run(_ console: Console) throws -> Exit {
    let readStatements = try StatementReader(language: Language(OwnData.folder(data)))
    var inputs = try ReportInputs(paths, report)
    return try inputs.forEach(console) { report in
      if let warning = readStatements.warning(about: report) { console.warn(warning) }
      for statement in readStatements(report) {
        try console.out.write(StatementLine.bytes(statement, report: report.key))
      }
    }
  }
}
