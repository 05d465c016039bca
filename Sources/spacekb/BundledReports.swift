import Formats
import Knowledge
import Reports
import Statements
import Store

/// The reports that come with the program, and how they get into the default database.
struct BundledReports {
  private let language: Language
  private let readStatements: StatementReader
  private let reports: [Report]

  /// The digests of `Data/reports/`; those of a user's own folder take the place of others at the same address.
  ///
  /// - Throws: a problem with file and line for whatever is wrong in the data.
  init(_ data: DataFolder) throws(Problem) {
    language = try Language(data)
    readStatements = try StatementReader(language: language)
    let read = ReportReader()
    var reports: [Report] = []
    var own: Set<String> = []
    for file in data.files(below: "reports/", suffix: ".json") {
      let outcome = read(file.bytes, file: file.name)
      if let problem = outcome.problems.first { throw problem }
      for report in outcome.values where file.isOwn || !own.contains(report.key) {
        if file.isOwn { own.insert(report.key) }
        reports.append(report)
      }
    }
    self.reports = reports
  }

  /// Whether a database was built from those of another version of the program.
  static func areOlder(in base: KnowledgeBase) throws(Problem) -> Bool {
    guard let digest = try base.bundleDigest() else { return false }
    return digest != DataFolder.builtInDigest
  }

  /// Stores them, in the place of those of another version, and reads all others again; reports, corrections and retractions
  /// of the user stay.
  func store(in base: KnowledgeBase) throws(Problem) {
    let read = reports.map { ReadReport(report: $0, statements: readStatements($0)) }
    let again = Rereader(readStatements: readStatements)
    try base.refresh(
      VocabularyRows.vocabulary(language.vocabulary, digest: language.digest),
      extractorVersion: Version.extractor(language.digest),
      bundle: ReportBundle(digest: DataFolder.builtInDigest, reports: read)
    ) { stored throws(Problem) in again(stored) }
  }
}
