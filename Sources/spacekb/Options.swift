import Answers
import ArgumentParser
import Formats
import Rendering

/// `--data`: data that adds to the built-in one and overrides it by key.
struct DataOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A folder with data of your own, which adds to the built-in data and overrides it by key (environment SPACEKB_DATA).",
      valueName: "folder"), completion: .directory)
  var data: String?

  /// The folder that was named by option or environment.
  var folder: String? { data ?? Surroundings.variable("SPACEKB_DATA") }
}

/// `--db`: the database.
struct BaseOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The database (environment SPACEKB_DB; default: spacekb/spacekb.db in $XDG_DATA_HOME or ~/.local/share).",
      valueName: "file"), completion: .file())
  var db: String?
}

/// `--format`: how a result is printed.
struct FormatOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "table, plain, json, jsonl, csv or markdown (default: table on a terminal, else plain).", valueName: "format"))
  var format: Form?

  /// - Throws: `USAGE` for a form in which only pictures come.
  func value(on console: Console) throws(Problem) -> OutputFormat {
    guard let format else { return console.out.isTerminal ? .table : .plain }
    if let value = OutputFormat(rawValue: format.name) { return value }
    throw Problem(
      "USAGE", at: Place(file: "--format \(format.name)"),
      "only timelines come in this form; write \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", "))",
      exit: .usage)
  }

  func picture(on console: Console) -> TimelineFormat {
    format.flatMap { TimelineFormat(rawValue: $0.name) } ?? (console.out.isTerminal ? .chart : .plain)
  }

  /// Whether an explanation is a page of HTML; else it is text.
  /// - Throws: `USAGE` for any other form.
  func isPage() throws(Problem) -> Bool {
    switch format?.name {
    case nil, "plain", "table": return false
    case "html": return true
    case let name?:
      throw Problem(
        "USAGE", at: Place(file: "--format \(name)"), "an explanation comes as plain or html", exit: .usage)
    }
  }

  /// A format by its name. One that stands before the command is read before it is known which command it is for.
  struct Form: ExpressibleByArgument {
    let name: String

    init?(argument: String) {
      guard Self.allValueStrings.contains(argument) else { return nil }
      name = argument
    }

    static let allValueStrings = TimelineFormat.allCases.map(\.rawValue)
    static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
  }
}

/// `--today`: what "now" means.
struct TodayOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The day that \"now\" and \"last year\" are taken from.", valueName: "date"))
  var today: String?

  /// - Throws: `PERIOD` for anything but a day.
  func day() throws(Problem) -> Day {
    let clock = Surroundings.today
    let now = Day(year: clock.year, month: clock.month, day: clock.day) ?? Day(number: 0)
    guard let today else { return now }
    return try PeriodReader(today: now).day(today, option: "--today")
  }
}
