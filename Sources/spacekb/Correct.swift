import ArgumentParser
import Formats
import Graph
import Reports
import Statements
import Store

/// `spacekb correct`: a statement confirmed, refuted or added by hand.
struct Correct: Command {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Confirm, refute or add a statement by hand, with reason and source.",
    discussion: """
      EXAMPLES
        spacekb correct refute 0123456789abcdef --author "A. Byron" --reason "a misreading" --source https://example.org/1
        spacekb correct add "On 2 May 2013 ESA handed over the chair of ISECG to CSA." --author "A. Byron" \
            --reason "from the minutes" --source "Minutes of 2013, page 4"

      A correction is a report of its own: nothing that was read is overwritten, answers show it, `spacekb retract` takes it
      back. It is printed as a line of JSON that `spacekb ingest` takes elsewhere. `spacekb evidence` names the ids of
      statements; a sentence to add is read by the rules, like those of reports. If the report that it corrects is edited,
      `spacekb discrepancies` lists the correction as possibly stale.
      \(ExitCodes.table)
      """)

  @OptionGroup var base: BaseOptions
  @OptionGroup var data: DataOptions

  @Option(name: .long, help: "Who says so.")
  var author: String

  @Option(name: .long, help: "Why.")
  var reason: String

  @Option(name: .long, help: "Where it can be looked up: an address, a document and its page.")
  var source: String

  @Option(name: .long, help: ArgumentHelp("The day on which it is said, for a sentence about now.", valueName: "date"))
  var published: String?

  @Argument(help: "confirm, refute or add.")
  var verdict: Verdict

  /// A verdict by its name.
  struct Verdict: ExpressibleByArgument {
    let value: Correction.Verdict

    init?(argument: String) {
      guard let value = Correction.Verdict(rawValue: argument) else { return nil }
      self.value = value
    }

    static var allValueStrings: [String] { Correction.Verdict.allCases.map(\.rawValue) }
  }

  @Argument(help: "The id of a statement; for add a sentence.")
  var what: [String]

  func run(_ console: Console) throws -> Exit {
    let folder = try OwnData.folder(data)
    let base = try BaseFile(base).openForChanging(data, console)
    guard let correction = try correction(base) else {
      console.say(
        "spacekb: there is no statement with the id \"\(Visible.shortened(text, to: 80))\" in a current version")
      return .nothingKnown
    }
    let record = correction.record(published: published)
    let outcome = ReportReader()(record, file: "correction")
    if let problem = outcome.problems.first {
      throw Problem(problem.code, at: problem.place, problem.message, exit: .usage)
    }
    var ingestion = try Ingestion(base: base, data: folder, console: console, isQuiet: false)
    for report in outcome.values {
      guard ingestion.reads(report) else {
        throw Problem("CORRECTION", at: Place(file: "sentence"), "no rule reads a statement in it; nothing was changed")
      }
      try ingestion.add(report)
    }
    try ingestion.finish()
    try console.out.write(record)
    return .done
  }

  private var text: String { what.joined(separator: " ") }

  private func correction(_ base: KnowledgeBase) throws -> Correction? {
    if verdict.value == .add {
      return Correction(.add, sentence: text, author: author, reason: reason, source: source)
    }
    guard let found = try base.statement(id: text) else { return nil }
    return Correction(
      verdict.value, sentence: found.statement.evidence.quote, statement: found.id, report: found.source.report,
      says: found.statement.json, author: author, reason: reason, source: source)
  }
}
