public import Answers
import Graph
import Store

/// An answer for a reader: how the question was read, the terms, what is not stated, what is disputed, the sentences.
public struct AnswerText: Sendable {
  /// Sentences shown for one term; the rest is a command away.
  private static let sentences = 3

  /// Columns of the terminal; nil for a pipe: plain lines.
  private let width: Int?

  public init(width: Int?) { self.width = width }

  public func callAsFunction(_ answer: Answer) -> String {
    var evidence = Numbered()
    var text = "Read as: \(Printable.line(answer.reading.words))\n"
    for correction in answer.reading.corrections {
      text += "(\"\(Printable.line(correction.written))\" was read as \"\(correction.read)\")\n"
    }
    text += main(answer.terms, &evidence)
    text += list(answer.notStated)
    text += others("Only possible in that time: ", answer.possible, &evidence)
    text += others("The nearest that is known: ", answer.nearest, &evidence)
    text += others("At a time that is not stated: ", answer.undated, &evidence, withTime: false)
    if !answer.disagreements.isEmpty {
      text += gap + "Reports disagree:\n" + lines(answer.disagreements.map(\.summary))
    }
    if !evidence.items.isEmpty { text += gap + EvidenceText(width: width)(evidence.items) }
    if width != nil, !answer.next.isEmpty { text += "\nMore: \(answer.next.joined(separator: "   "))\n" }
    return text
  }

  /// Evidence in the order of its first use; each sentence stands once.
  private struct Numbered {
    var items: [EvidenceItem] = []

    mutating func number(_ item: EvidenceItem) -> Int {
      func isSame(_ other: EvidenceItem) -> Bool {
        (other.report, other.start, other.end, other.quote) == (item.report, item.start, item.end, item.quote)
      }
      if let index = items.firstIndex(where: isSame) { return index + 1 }
      items.append(item)
      return items.count
    }
  }

  private var gap: String { width == nil ? "" : "\n" }

  private func main(_ terms: [Answer.Term], _ evidence: inout Numbered) -> String {
    guard !terms.isEmpty else { return "" }
    let references = terms.map { self.references(of: $0, &evidence, limit: Self.sentences) }
    guard width != nil else { return zip(terms, references).map { "\(Self.plain($0)) \($1)\n" }.joined() }
    var text = gap + table(terms, references)
    for term in terms where !term.notes.isEmpty {
      text += "\(Printable.line(term.holder)): \(term.notes.joined(separator: "; "))\n"
    }
    return text
  }

  /// Terms beside the answer: a line each with one sentence, or all in one line where there is no time to tell.
  private func others(
    _ title: String, _ terms: [Answer.Term], _ evidence: inout Numbered, withTime: Bool = true
  ) -> String {
    guard !terms.isEmpty else { return "" }
    let shown = terms.map { term in
      let reference = references(of: term, &evidence, limit: 1)
      return (withTime ? Self.plain(term, withCertainty: false) : Printable.line(term.holder)) + " " + reference
    }
    return gap + lines(withTime ? shown.map { title + $0 } : [title + shown.joined(separator: "; ")])
  }

  private func references(of term: Answer.Term, _ evidence: inout Numbered, limit: Int) -> String {
    var numbers: [Int] = []
    for item in term.evidence.prefix(limit) {
      let number = evidence.number(item)
      if !numbers.contains(number) { numbers.append(number) }
    }
    let more = term.evidence.count - limit
    return numbers.map { "[\($0)]" }.joined() + (more > 0 ? " and \(more) more" : "")
  }

  private func table(_ terms: [Answer.Term], _ references: [String]) -> String {
    var printer = RowPrinter(columns: ["holder", "from", "to", "certainty", "evidence"], format: .table)
    var text = ""
    for (term, reference) in zip(terms, references) {
      text += printer.row([
        .text(term.holder), .text(Self.cell(term.start, "from ")), .text(Self.cell(term.end, "until ")),
        .text(Self.certainty(term)), .text(reference),
      ])
    }
    return text + printer.end()
  }

  /// The words of a bound beneath a heading that says the first of them.
  private static func cell(_ words: String, _ heading: String) -> String {
    for prefix in [heading, "beginning ", "end "] where words.hasPrefix(prefix) {
      return String(words.dropFirst(prefix.count))
    }
    return words
  }

  private static func plain(_ term: Answer.Term, withCertainty: Bool = true) -> String {
    let time = term.term.time
    let bounds = [(time.start.isStated, term.start), (time.end.isStated, term.end)]
    let stated = bounds.filter(\.0).map(\.1).joined(separator: " ")
    var parts = [stated.isEmpty ? Printable.line(term.holder) : "\(Printable.line(term.holder)) \(stated)"]
    parts += bounds.filter { !$0.0 }.map(\.1) + term.notes
    if withCertainty { parts.append(certainty(term)) }
    return parts.joined(separator: "; ")
  }

  /// `possible, then stated`.
  private static func certainty(_ term: Answer.Term) -> String {
    let words = term.stretches.map(\.certainty.rawValue).joined(separator: ", then ")
    return words.isEmpty ? term.certainty.rawValue : words
  }

  private func list(_ sentences: [String]) -> String { sentences.isEmpty ? "" : gap + lines(sentences) }

  private func lines(_ sentences: [String]) -> String {
    sentences.map { sentence in
      let shown = Printable.sentence(sentence)
      return (width.map { Printable.wrapped(shown, width: $0) } ?? [shown]).joined(separator: "\n  ") + "\n"
    }.joined()
  }
}
