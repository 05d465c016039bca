import ArgumentParser
import Formats
import Knowledge
import Rendering
import Reports
import Statements

/// `spacekb explain`: how a report was read, for those who write rules.
struct Explain: Command {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show how reports are read: what each sentence names, what is read from it, by which rule.",
    discussion: """
      EXAMPLES
        spacekb explain minutes.json | less
        spacekb explain --format html page.html > page-explained.html
        spacekb explain --data my-rules minutes.txt

      Beneath each sentence stand the statements read from it: the rule with its file and line, and of each value whether
      it is in the words of the evidence, given by the rule, or taken from the meeting or the rest of the report.
      \(ExitCodes.table)
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var report: ReportOptions

  @OptionGroup var format: FormatOptions

  @Argument(help: "Files, folders (all below them), or - for standard input.", completion: .file())
  var paths: [String]

  func run(_ console: Console) throws -> Exit {
    let isPage = try format.isPage()
    let reader = try StatementReader(language: Language(OwnData.folder(data)))
    var inputs = try ReportInputs(paths, report)
    return try inputs.forEach(console) { report in
      let explanation = reader.explain(report)
      let text = isPage ? ExplanationHTML()(explanation) : ExplanationText()(explanation)
      try console.out.write(Array(text.utf8))
    }
  }
}
