import Formats
import Foundation
import Knowledge
import Reports
import Statements
import Store
import Testing

@testable import Answers

/// A small base of invented reports for questions, `Tests/Questions/reports.jsonl`, and the table of questions beside it.
struct QuestionBase {
  /// A question, how it is to be read, and what the answer must hold: parts separated by `;`, of `a|b` one, of `!a` none.
  struct Row: Sendable {
    var question: String
    var read: Set<String>
    var parts: [String]
  }

  let base: KnowledgeBase
  let answerer: Answerer
  let grammar: QuestionGrammar

  static let shared = Result { try QuestionBase() }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Questions")

  private init() throws {
    let path = NSTemporaryDirectory() + "/spacekb-questions-\(UUID().uuidString).db"
    base = try KnowledgeBase.openForWriting(path: path)
    // The open file stays as long as it is used.
    defer { try? FileManager.default.removeItem(atPath: path) }
    let language = try Language(.builtIn)
    let readStatements = try StatementReader(language: language)
    try base.setVocabulary(VocabularyRows.vocabulary(language.vocabulary, digest: language.digest))
    let bytes = try Array(Data(contentsOf: Self.folder.appending(path: "reports.jsonl")))
    let reports = bytes.split(separator: 0x0A).flatMap { ReportReader()(Array($0), file: "reports.jsonl").values }
    _ = try base.ingest(
      reports.map { ReadReport(report: $0, statements: readStatements($0)) }, extractorVersion: "1")
    answerer = Answerer(base: base, today: try #require(Day(year: 2026, month: 11, day: 25)))
    grammar = try QuestionGrammar(.builtIn)
  }

  func ask(_ words: String) throws -> Answer { try answerer.ask(words, grammar) }

  func read(_ words: String) throws -> Question {
    try QuestionReader(grammar, names: BaseNames(base: base), today: answerer.today)(words)
  }

  /// The rows of `questions.csv`.
  static func rows() throws -> [Row] {
    let bytes = try Array(Data(contentsOf: folder.appending(path: "questions.csv")))
    return try CSVReader.table(bytes, file: "questions.csv").rows.map { row in
      let cells = row.cells.map { $0 ?? "" }
      return Row(question: cells[0], read: parts(cells[1]), parts: cells[2].split(separator: ";").map(String.init))
    }
  }

  /// `chairs forum=ISECG time=2020`: the list that answers, and the slots as they are written.
  static func described(_ question: Question) -> Set<String> {
    func quoted(_ text: String) -> String { text.contains(" ") ? "\"\(text)\"" : text }
    var parts = question.names.map { "\($0)=\(quoted($1.written))" } + question.values.map { "\($0)=\(quoted($1))" }
    for period in question.periods { parts.append(period.kind == .now ? "when=now" : "time=\(period.edtf ?? "")") }
    if let day = question.knownBy { parts.append("known=\(day.text)") }
    if let anchor = question.anchor { parts.append("\(anchor.relation.rawValue)=\(quoted(anchor.place))") }
    return Set(parts + [question.intent.rawValue])
  }

  /// Splits at spaces outside of quotes.
  static func parts(_ line: String) -> Set<String> {
    var parts: Set<String> = []
    var part = ""
    var quoted = false
    for character in line + " " {
      if character == "\"" { quoted.toggle() }
      if character == " ", !quoted {
        if !part.isEmpty { parts.insert(part) }
        part = ""
      } else {
        part.append(character)
      }
    }
    return parts
  }
}
