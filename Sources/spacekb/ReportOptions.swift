import ArgumentParser
import Formats
import Reports

/// What an input cannot say of itself: address, title, date, language.
struct ReportOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("The address of the report, where the input does not say it.", valueName: "address")
  )
  var url: String?

  @Option(
    name: .long, help: ArgumentHelp("The title of the report, where the input does not say it.", valueName: "text"))
  var title: String?

  @Option(name: .long, help: ArgumentHelp("The day, month or year of publication.", valueName: "date"))
  var published: String?

  @Option(name: .long, help: ArgumentHelp("The language of the text: en, de, pt-BR.", valueName: "tag"))
  var language: String?

  func reader() throws(Problem) -> ReportReader {
    ReportReader(options: ReportReader.Options(url: url, title: title, published: published, language: language))
  }
}
