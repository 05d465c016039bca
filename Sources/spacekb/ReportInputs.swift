import Formats
import Reports

/// The reports of all inputs, one input after the other; what is refused gets its line and the rest goes on.
struct ReportInputs {
  /// Lines about one file; more are only counted.
  private static let limit = 20

  private let paths: [String]
  private let read: ReportReader
  private(set) var taken = 0
  private(set) var refused = 0
  private var first: Exit?

  init(_ paths: [String], _ options: ReportOptions) throws(Problem) {
    self.paths = paths
    read = try options.reader()
  }

  /// Calls `body` with each report in order.
  /// - Returns: 0; for refused inputs 2 if others were taken, else the status of the first.
  mutating func forEach(_ console: Console, _ body: (Report) throws -> Void) throws -> Exit {
    let files = InputFiles(paths)
    for problem in files.problems { refuse([problem], console) }
    for (number, entry) in files.entries.enumerated() {
      console.progress.show("\(number) of \(files.entries.count) files")
      let outcome: Outcome<Report>
      do throws(Problem) {
        outcome = read(try InputFiles.bytes(of: entry), file: entry.name)
      } catch {
        refuse([error], console)
        continue
      }
      outcome.warnings.prefix(Self.limit).forEach(console.warn)
      refuse(outcome.problems, console)
      taken += outcome.values.count
      for report in outcome.values { try body(report) }
    }
    guard let first else { return .done }
    return taken > 0 ? .partly : first
  }

  private mutating func refuse(_ problems: [Problem], _ console: Console) {
    problems.prefix(Self.limit).forEach(console.report)
    if problems.count > Self.limit { console.say("spacekb: and \(problems.count - Self.limit) more of the same file") }
    refused += problems.count
    first = first ?? problems.first?.exit
  }
}
