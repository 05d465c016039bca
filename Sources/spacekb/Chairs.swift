import Answers
import ArgumentParser
import Formats

/// `spacekb chairs`: who held the chair of a forum.
struct Chairs: Command {
  static let configuration = CommandConfiguration(
    abstract: "Who held the chair of a forum, with the sentence for each term.",
    discussion: """
      EXAMPLES
        spacekb chairs ISECG
        spacekb chairs ISECG --on 2020-09-09
        spacekb chairs ISECG --in 2008-2011 --format csv
      \(ExitCodes.table)
      """)

  @OptionGroup var base: BaseOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var today: TodayOptions

  @Argument(help: "A forum, by any name it is known by.")
  var forum: String

  @Option(name: .customLong("on"), help: ArgumentHelp("One day.", valueName: "date"))
  var day: String?

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("A time: 2020, 2020-09, 2008-2011, \"since 2015\".", valueName: "period"))
  var time: String?

  func run(_ console: Console) throws -> Exit {
    guard day == nil || time == nil else {
      throw Problem("USAGE", at: Place(file: "--on, --in"), "only one of the two can be given", exit: .usage)
    }
    let now = try today.day()
    let reader = PeriodReader(today: now)
    let period: Period =
      if let day { .day(try reader.day(day, option: "--on")) } else if let time {
        try reader.period(time, option: "--in")
      } else { .ever }
    let session = try Session(base, data, today: now, console)
    return try session.write(format, console) { answerer in try answerer.chairs(of: forum, during: period) }
  }
}
