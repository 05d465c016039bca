import Answers
import ArgumentParser
import Formats

/// The time and the reports that an answer can be narrowed to.
struct TimeOptions: ParsableArguments {
  @Option(name: .customLong("on"), help: ArgumentHelp("One day.", valueName: "date"))
  var day: String?

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("A time: 2020, 2020-09, 2008-2011, \"since 2015\".", valueName: "period"))
  var time: String?

  @Option(
    name: .long, help: ArgumentHelp("Only what follows from reports published by then.", valueName: "date"))
  var knownBy: String?

  /// - Throws: `USAGE` for options that exclude each other, `PERIOD` for what is no time.
  func scope(today: Day) throws(Problem) -> Scope {
    guard day == nil || time == nil else {
      throw Problem("USAGE", at: Place(file: "--on, --in"), "only one of the two can be given", exit: .usage)
    }
    let reader = PeriodReader(today: today)
    var scope = Scope()
    if let day { scope.period = .day(try reader.day(day, option: "--on")) }
    if let time { scope.period = try reader.period(time, option: "--in") }
    if let knownBy { scope.knownBy = try reader.end(knownBy, option: "--known-by") }
    return scope
  }
}

/// What every list can be narrowed to.
struct ScopeOptions: ParsableArguments {
  @OptionGroup var time: TimeOptions

  @Option(name: .long, help: ArgumentHelp("At most so many rows.", valueName: "count"))
  var limit: Int?

  /// - Throws: as ``TimeOptions/scope(today:)``, and `USAGE` for a limit below one.
  func scope(today: Day) throws(Problem) -> Scope {
    guard limit.map({ $0 > 0 }) ?? true else {
      throw Problem("USAGE", at: Place(file: "--limit"), "write a number from 1 on", exit: .usage)
    }
    var scope = try time.scope(today: today)
    scope.limit = limit
    return scope
  }
}
