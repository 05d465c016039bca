public import Formats
import Graph
public import Store

/// Answers in which reports words stand, each with the sentence that has most of them. The sentences are no facts.
public struct SearchAnswer: Sendable {
  public init() {}

  private static let columns = [Column("title", "title"), Column("url")]

  /// - Parameter found: the reports, the best first.
  public func callAsFunction(
    _ words: String, in found: [FoundReport], during period: Period, knownBy: Day? = nil
  ) -> Answer {
    let published = period.kind == .ever ? "" : " published\(period.spaced)"
    var answer = Answer(
      reading: Answer.Reading(
        question: nil, intent: .search, words: "reports\(published) with the words \"\(words)\"", subject: nil,
        period: period),
      columns: Self.columns, dating: .dated)
    let chosen = found.filter { report in
      knownBy.map { FactReader.isKnown(report.published, by: $0) == true } ?? true
    }
    answer.listByRank(chosen.map { fact(of: $0, period) })
    answer.notStated = [
      answer.exit == .nothingKnown
        ? "No report\(published) has all these words."
        : "The sentences are what reports say, not facts that were read from them."
    ]
    return answer
  }

  private func fact(of report: FoundReport, _ period: Period) -> Fact {
    let date = Bound(published: report.published)
    return Fact(
      id: report.key, name: report.title.isEmpty ? report.key : report.title,
      values: [.text(report.title.isEmpty ? report.key : report.title), Cell(report.url)], time: .dated(date),
      certainty: period.certainty(of: Interval(start: date, end: date)))
  }

  /// The sentences of a report that stand beneath it, once it is known which reports are shown.
  static func proof(_ words: String, in report: FoundReport) -> EvidenceItem? {
    let text = Array(report.text.utf8)
    guard let range = PassageFinder(words)(text) else { return nil }
    return EvidenceItem(
      statement: "", kind: "search", quote: String(decoding: text[range], as: UTF8.self), start: range.lowerBound,
      end: range.upperBound, report: report.key, title: report.title, url: report.url, published: report.published,
      isDigest: report.isDigest, rule: "")
  }
}
