import Formats
import Knowledge
import Reports
import Statements
import Store

/// Reports on their way into a database: read, collected into batches, stored; a line for each after its batch is stored.
struct Ingestion {
  /// Reports in one transaction.
  private static let batch = 200

  private let base: KnowledgeBase
  private let data: DataFolder
  private let readStatements: StatementReader
  private let extractor: String
  private let console: Console
  private let isQuiet: Bool
  private var pending: [ReadReport] = []
  /// Reports whose facts are derived, and those that came since: deriving each time their number has doubled keeps the time
  /// in proportion to what is read.
  private var derived: Int
  private var underived = 0
  private var counts: [IngestOutcome.Change: Int] = [:]

  /// Makes the vocabulary of `data` that of the database.
  init(base: KnowledgeBase, data: DataFolder, console: Console, isQuiet: Bool) throws(Problem) {
    self.base = base
    self.data = data
    self.console = console
    self.isQuiet = isQuiet
    let language = try Language(data)
    readStatements = try StatementReader(language: language)
    extractor = Version.extractor(language.digest)
    derived = try base.reportCount()
    _ = try base.setVocabulary(VocabularyRows.vocabulary(language.vocabulary, digest: language.digest))
  }

  mutating func add(_ report: Report) throws(Problem) {
    if let warning = readStatements.warning(about: report) { console.warn(warning) }
    pending.append(ReadReport(report: report, statements: readStatements(report)))
    if pending.count >= Self.batch { try store(deriving: underived + pending.count >= derived) }
  }

  /// Whether anything is read from the report.
  func reads(_ report: Report) -> Bool { !readStatements(report).isEmpty }

  /// Stores what is pending and derives the rest.
  mutating func finish() throws(Problem) {
    if !pending.isEmpty { try store(deriving: true) }
    // A last batch that changes nothing derives nothing, either.
    try base.derive()
  }

  /// Stores what is pending; only then says so.
  private mutating func store(deriving: Bool) throws(Problem) {
    let outcomes = try base.ingest(pending, extractorVersion: extractor, deriving: deriving)
    underived += pending.count
    if deriving { (derived, underived) = (derived + underived, 0) }
    for (outcome, read) in zip(outcomes, pending) {
      counts[outcome.change, default: 0] += 1
      if !isQuiet { console.say(line(outcome, read)) }
    }
    pending.removeAll(keepingCapacity: true)
  }

  private func line(_ outcome: IngestOutcome, _ read: ReadReport) -> String {
    var details = "\(read.statements.count) statement\(read.statements.count == 1 ? "" : "s")"
    switch outcome.change {
    case .changed, .reread: details += ", +\(outcome.gained) -\(outcome.lost)"
    case .older: details = "kept as history"
    case .new, .unchanged: break
    }
    if outcome.isRetracted { details += ", retracted" }
    let change = outcome.change.rawValue
    return "\(change)\(String(repeating: " ", count: max(1, 11 - change.utf8.count)))\(outcome.report)  (\(details))"
  }

  /// One line on all of it.
  func summary(refused: Int) -> String {
    let total = counts.values.reduce(0, +)
    guard total + refused > 0 else { return "no reports" }
    var parts = IngestOutcome.Change.allCases.compactMap { change in counts[change].map { "\($0) \(change.rawValue)" } }
    if refused > 0 { parts.append("\(refused) refused") }
    return "\(total + refused) report\(total + refused == 1 ? "" : "s"): \(parts.joined(separator: ", "))"
  }
}
