import Formats
import Graph
import Store

/// Answers how the chair of a forum is chosen and for how long: the length of a term that the vocabulary knows, and sentences of
/// reports, which are no facts.
struct OfficeAnswer {
  /// Searches whose sentences tell of the rules of an office.
  static let searches = [
    "chair rotates", "rotating chair", "chair elected", "chair term", "term of office", "chair years",
  ]

  private static let columns = [Column("title", "title"), Column("url")]

  /// - Parameter found: reports about the forum with the sentence to show, the best first.
  func callAsFunction(_ row: VocabularyRow, _ found: [(report: FoundReport, proof: EvidenceItem)]) -> Answer {
    let forum = Subject(id: row.id, label: row.label, name: row.name)
    var answer = Answer(
      reading: Answer.Reading(
        question: nil, intent: .office, words: "how the chair of \(forum.inFull) is chosen, and for how long",
        subject: forum, period: .ever),
      columns: Self.columns, dating: .dated)
    if let length = row.termLength {
      answer.summary = [
        "A term of the chair of \(forum.label) lasts \(Self.words(length)), as the vocabulary has it (forums.csv)."
      ]
    }
    answer.facts = found.map { report, proof in
      let title = report.title.isEmpty ? report.key : report.title
      var fact = Fact(
        id: report.key, name: title, values: [.text(title), Cell(report.url)],
        time: .dated(Bound(published: report.published)))
      fact.evidence = [proof]
      return fact
    }
    if row.termLength == nil {
      answer.notStated.append("How long a term of the chair of \(forum.label) lasts is not known.")
    }
    answer.notStated.append(
      found.isEmpty
        ? "No report about \(forum.label) was found that tells how its chair is chosen."
        : "The sentences are what reports say, not facts that were read from them.")
    answer.next = ["spacekb search \(forum.argument) chair", "spacekb transitions \(forum.argument)"]
    return answer
  }

  /// `P1Y` as `1 year`.
  private static func words(_ iso8601: String) -> String {
    let number = iso8601.filter(\.isNumber)
    let unit = iso8601.hasSuffix("Y") ? "year" : iso8601.hasSuffix("M") ? "month" : "day"
    return "\(number) \(unit)\(number == "1" ? "" : "s")"
  }
}
