import Formats
import Reports
import Statements
import Store

/// Reads stored reports again with today's rules.
struct Rereader {
  let readStatements: StatementReader

  /// Nil for a report that cannot be read any more.
  func callAsFunction(_ stored: StoredReport) -> ReadReport? {
    let options = ReportReader.Options(
      url: stored.url, title: stored.title, published: stored.published, language: stored.language)
    let outcome = ReportReader(options)(stored.raw, file: stored.key)
    guard var report = outcome.values.first, outcome.values.count == 1 else { return nil }
    // Another arrival of the same text may have brought a date that this one lacks.
    report.published = stored.published
    return ReadReport(report: report, statements: readStatements(report))
  }
}
