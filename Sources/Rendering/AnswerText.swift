public import Answers
import Formats
import Graph
import Store

/// An answer for a reader: how the question was read, the facts, what is not stated, what is disputed, the sentences.
public struct AnswerText: Sendable {
  /// Sentences shown for one fact; the rest is a command away.
  private static let sentences = 3
  /// Reports named that do not count; the rest is counted.
  private static let reports = 10

  /// Columns of the terminal; nil for a pipe: plain lines.
  private let width: Int?

  public init(width: Int?) { self.width = width }

  public func callAsFunction(_ answer: Answer) -> String {
    var evidence = NumberedEvidence()
    var text = "Read as: \(Printable.line(answer.reading.words))\n"
    for correction in answer.reading.corrections {
      text += "(\"\(Printable.line(correction.written))\" was read as \"\(correction.read)\")\n"
    }
    text += list(answer.summary)
    text += main(answer, &evidence)
    text += list(answer.notStated)
    text += others("Only possible in that time:", answer.possible, answer.columns, &evidence)
    text += others("The nearest that is known:", answer.nearest, answer.columns, &evidence)
    text += undated(answer.undated, &evidence)
    if answer.omitted > 0 { text += gap + "\(answer.omitted) more are known; --limit left them out.\n" }
    if !answer.disagreements.isEmpty {
      text += gap + "Reports disagree:\n" + lines(answer.disagreements.map(\.summary))
    }
    if !answer.leftOut.isEmpty {
      let named = answer.leftOut.prefix(Self.reports).map { "\($0.label) (\($0.id))" }
      let more = answer.leftOut.count > named.count ? ["\(answer.leftOut.count - named.count) more"] : []
      text +=
        gap
        + lines([
          "Left out, as no date says whether they were there by then: \((named + more).joined(separator: "; "))"
        ])
    }
    if !evidence.items.isEmpty { text += gap + EvidenceText(width: width)(evidence.items) }
    if width != nil, !answer.next.isEmpty { text += "\nMore: \(answer.next.joined(separator: "   "))\n" }
    return text
  }

  private var gap: String { width == nil ? "" : "\n" }

  private func main(_ answer: Answer, _ evidence: inout NumberedEvidence) -> String {
    guard !answer.facts.isEmpty else { return "" }
    let references = answer.facts.map { self.references(of: $0, &evidence, limit: Self.sentences) }
    guard width != nil else {
      return zip(answer.facts, references).map { FactWords.line($0, answer.columns) + $1 + "\n" }.joined()
    }
    return gap + table(answer, references) + lines(notes(answer.facts))
  }

  /// `CSIRO, KARI: a founder`, each note once.
  private func notes(_ facts: [Fact]) -> [String] {
    var notes: [String] = []
    for note in facts.flatMap(\.notes) where !notes.contains(note) { notes.append(note) }
    return notes.map { note in
      "\(facts.filter { $0.notes.contains(note) }.map(\.name).joined(separator: ", ")): \(note)"
    }
  }

  /// Facts beside the answer, a line each with one sentence.
  private func others(
    _ title: String, _ facts: [Fact], _ columns: [Column], _ evidence: inout NumberedEvidence
  ) -> String {
    let shown = facts.map { fact in
      FactWords.line(fact, columns, withCertainty: false) + references(of: fact, &evidence, limit: 1)
    }
    switch shown.count {
    case 0: return ""
    case 1: return gap + lines(["\(title) \(shown[0])"])
    default: return gap + title + "\n" + lines(shown)
    }
  }

  /// All in one line, since there is no time to tell.
  private func undated(_ facts: [Fact], _ evidence: inout NumberedEvidence) -> String {
    guard !facts.isEmpty else { return "" }
    let shown = facts.map { Printable.line($0.name) + references(of: $0, &evidence, limit: 1) }
    return gap + lines(["At a time that is not stated: \(shown.joined(separator: "; "))"])
  }

  /// ` [1][2] and 3 more`.
  private func references(of fact: Fact, _ evidence: inout NumberedEvidence, limit: Int) -> String {
    var numbers: [Int] = []
    for item in fact.evidence.prefix(limit) {
      let number = evidence.number(item)
      if !numbers.contains(number) { numbers.append(number) }
    }
    let more = fact.evidence.count - limit
    let shown = numbers.map { "[\($0)]" }.joined() + (more > 0 ? " and \(more) more" : "")
    return shown.isEmpty ? "" : " " + shown
  }

  private func table(_ answer: Answer, _ references: [String]) -> String {
    let rows = zip(answer.facts, references).map { fact, reference in
      FactWords.cells(fact, answer.columns) + [Cell(reference.isEmpty ? nil : String(reference.dropFirst()))]
    }
    let headings = FactWords.headings(answer.columns, answer.dating) + ["evidence"]
    // What no fact has needs no column.
    let used = headings.indices.filter { column in rows.contains { $0[column] != .none } }
    var printer = RowPrinter(columns: used.map { headings[$0] }, format: .table, width: width)
    return rows.map { row in printer.row(used.map { row[$0] }) }.joined() + printer.end()
  }

  private func list(_ sentences: [String]) -> String { sentences.isEmpty ? "" : gap + lines(sentences) }

  private func lines(_ sentences: [String]) -> String {
    sentences.map { sentence in
      let shown = Printable.sentence(sentence)
      return (width.map { Printable.wrapped(shown, width: $0) } ?? [shown]).joined(separator: "\n  ") + "\n"
    }.joined()
  }
}
