import ArgumentParser
import Formats
import Graph
import Knowledge
import Rendering
import Reports
import Statements
import Store

/// `spacekb refresh`: every stored report read again with today's rules.
struct Refresh: Command {
  static let configuration = CommandConfiguration(
    commandName: "refresh",
    abstract: "Read every stored report again with today's rules; print what that changes.",
    discussion: """
      EXAMPLES
        spacekb refresh
        spacekb refresh --data own/ --format csv > changes.csv

      One row for each statement of a current version that is gained, lost or changed: what it said before, what it says
      now, and the sentence. All is done in one transaction, or nothing.
      \(ExitCodes.table)
      """)

  @OptionGroup var base: BaseOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var format: FormatOptions

  private static let columns = ["report", "change", "kind", "before", "after", "quote", "rule"]

  func run(_ console: Console) throws -> Exit {
    let language = try Language(OwnData.folder(data))
    let read = Rereader(readStatements: try StatementReader(language: language))
    let base = try BaseFile(base).openForChanging(data, console)
    var kept: [String] = []
    let result = try base.refresh(
      VocabularyRows.vocabulary(language.vocabulary, digest: language.digest),
      extractorVersion: Version.extractor(language.digest)
    ) { stored throws(Problem) in
      let again = read(stored)
      if again == nil { kept.append(stored.key) }
      return again
    }
    for key in kept { console.say("spacekb: warning[REFRESH]: \(key): it cannot be read any more; it stays as it was") }
    try write(result.changes, console)
    console.say(Self.summary(result.versions, result.changes))
    return .done
  }

  private func write(_ changes: [Rereading], _ console: Console) throws {
    var printer = RowPrinter(columns: Self.columns, format: try format.value(on: console))
    for change in changes { try console.out.write(printer.row(Self.row(change))) }
    try console.out.write(printer.end())
  }

  private static func row(_ change: Rereading) -> [Cell] {
    let shown = change.after ?? change.before
    return [
      Cell(shown?.source.report), .text(word(change)), Cell(shown?.statement.kind.rawValue),
      Cell(change.before?.statement.words), Cell(change.after?.statement.words), Cell(shown?.statement.evidence.quote),
      Cell(shown?.statement.rule),
    ]
  }

  private static func word(_ change: Rereading) -> String {
    change.before == nil ? "gained" : change.after == nil ? "lost" : "changed"
  }

  private static func summary(_ versions: Int, _ changes: [Rereading]) -> String {
    let counts = Dictionary(changes.map { (word($0), 1) }, uniquingKeysWith: +)
    let words = ["gained", "lost", "changed"].map { "\(counts[$0] ?? 0) \($0)" }.joined(separator: ", ")
    return "\(versions) version\(versions == 1 ? "" : "s") read again; statements: \(words)"
  }
}
