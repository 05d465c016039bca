public import Formats
import Graph
public import Store

/// Answers which reports are known, by date of publication.
public struct ReportsAnswer: Sendable {
  public init() {}

  private static let columns = [
    Column("forums", "forums"), Column("statement_count", "statements"), Column("language"), Column("is_digest"),
    Column("is_retracted"), Column("version_count"), Column("title", "title"), Column("url", "address"),
  ]

  /// - Parameter forum: only reports about it; nil for all.
  public func callAsFunction(
    _ reports: [ReportSummary], of forum: Subject?, during period: Period, knownBy: Day? = nil,
    question: String? = nil
  ) -> Answer {
    let about = forum.map { " about \($0.inFull)" } ?? ""
    let published = period.kind == .ever ? "" : " published\(period.spaced)"
    var answer = Answer(
      reading: Answer.Reading(
        question: question, intent: .reports, words: "the reports\(about)\(published)", subject: forum, period: period),
      columns: Self.columns, dating: .dated)
    let chosen = reports.filter { report in
      let isAbout = forum.map { forum in report.forums.contains { $0.id == forum.id } } ?? true
      return isAbout && (knownBy.map { FactReader.isKnown(report.published, by: $0) == true } ?? true)
    }
    answer.listByRank(chosen.map { fact(of: $0, period) }.sorted { ($0.firstDay, $0.id) < ($1.firstDay, $1.id) })
    if answer.exit == .nothingKnown { answer.notStated = ["No report\(about)\(published) is known."] }
    answer.next = answer.facts.suffix(1).map { "spacekb evidence \($0.id)" }
    return answer
  }

  private func fact(of report: ReportSummary, _ period: Period) -> Fact {
    let date = Bound(published: report.published)
    var notes: [String] = []
    if report.isDigest { notes.append("a digest, not the report itself") }
    if report.isRetracted { notes.append("retracted: it makes no facts") }
    if report.currentVersions > 1 {
      notes.append("\(report.currentVersions) versions of which none is known to be later")
    }
    return Fact(
      id: report.key, name: report.title.isEmpty ? report.key : report.title,
      values: [
        Cell(report.forums.isEmpty ? nil : report.forums.map(\.label).joined(separator: ", ")),
        Cell(report.statements), Cell(report.language), .flag(report.isDigest), .flag(report.isRetracted),
        Cell(report.versions), Cell(report.title.isEmpty ? nil : report.title), Cell(report.url ?? report.key),
      ],
      time: .dated(date), certainty: period.certainty(of: Interval(start: date, end: date)), notes: notes)
  }
}

extension Bound {
  /// The date of publication of a report, whose time of day does not matter.
  init(published: String?) {
    let date = published.flatMap { try? EDTF(String($0.prefix(10))) }
    self.init(earliest: date?.earliest, latest: date?.latest, edtf: date?.text, isStated: date != nil)
  }
}

extension Fact {
  /// For sorting by time; what is not known comes last.
  var firstDay: Int { if case .dated(let date) = time { date.order } else { .max } }
}
