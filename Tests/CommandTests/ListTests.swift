import Answers
import Formats
import Foundation
import Knowledge
import Rendering
import Reports
import Statements
import Store
import Testing

/// What each list prints of the reports that come with the program.
@Suite("Lists of the bundled reports")
struct ListTests {
  private static let answerer = Result {
    try Answerer(base: base(), today: #require(Day(year: 2026, month: 11, day: 25)))
  }

  private static func base() throws -> KnowledgeBase {
    let path = NSTemporaryDirectory() + "/spacekb-lists-\(UUID().uuidString).db"
    let base = try KnowledgeBase.openForWriting(path: path)
    // The open file stays as long as it is used.
    defer { try? FileManager.default.removeItem(atPath: path) }
    let language = try Language(.builtIn)
    let readStatements = try StatementReader(language: language)
    let forums = language.vocabulary.forums.map {
      VocabularyRow(id: "forum/\($0.key)", kind: .forum, label: $0.label, name: $0.name, founded: $0.founded)
    }
    let agencies = language.vocabulary.agencies.map {
      VocabularyRow(id: "agency/\($0.key)", kind: .agency, label: $0.label, name: $0.name, country: $0.country)
    }
    try base.setVocabulary(KnowledgeBase.Vocabulary(rows: forums + agencies, dataHash: "x"))
    let reports = DataFolder.builtIn.files(below: "reports/", suffix: ".json")
      .flatMap { ReportReader()($0.bytes, file: $0.name).values }
    _ = try base.ingest(
      reports.map { ReadReport(report: $0, statements: readStatements($0)) }, extractorVersion: "1")
    return base
  }

  private func answer(_ list: String) throws -> Answer {
    let answerer = try Self.answerer.get()
    let day = try #require(Day(year: 2020, month: 9, day: 9))
    let scope = Scope(limit: 4)
    switch list {
    case "chairs": return try answerer.chairs(of: "isecg", scope)
    case "members": return try answerer.members(of: "ISECG", Scope(.day(day), limit: 4))
    case "meetings": return try answerer.meetings(of: "ISECG", Scope(.day(day), limit: 4))
    case "changes": return try answerer.changes(in: "ISECG", scope)
    case "agency": return try answerer.agency("Japan Aerospace Exploration Agency", scope)
    case "forums": return try answerer.forums(scope)
    case "reports": return try answerer.reports(about: "ISECG", scope)
    case "search": return try answerer.search("chair of isecg", scope)
    case "discrepancies": return try answerer.discrepancies(about: nil, scope)
    case "known-by": return try answerer.members(of: "ISECG", Scope(knownBy: day, limit: 4))
    default: throw Misunderstanding(question: list, reason: "no such list")
    }
  }

  @Test(
    "for a reader and for programs",
    arguments: [
      "chairs", "members", "meetings", "changes", "agency", "forums", "reports", "search", "discrepancies", "known-by",
    ])
  func printed(list: String) throws {
    let answer = try answer(list)
    let columns = AnswerRows.columns(of: answer)
    #expect(Set(columns).count == columns.count, "\(columns)")
    for row in AnswerRows.rows(of: answer) { #expect(row.count == columns.count) }
    for fact in answer.shown { #expect(fact.values.count == answer.columns.count) }
    let text = AnswerPrinter(format: .table, width: 100)(answer)
    #expect(text.hasPrefix("Read as: ") && text.contains("\nMore: ") != answer.next.isEmpty)
    let csv = Array(AnswerPrinter(format: .csv, width: nil)(answer).utf8)
    #expect(try CSVReader.table(csv, file: list).rows.count == answer.shown.count)
    let json = AnswerPrinter(format: .json, width: nil)(answer)
    #expect(try JSONReader(Array(json.utf8), file: list).value()["understood"]?.bool == true)
  }

  @Test(
    "an unknown name is told with what may have been meant",
    arguments: [("members", "ISECGG", "ISECG"), ("agency", "Japan Aerospace Exploraton Agency", "JAXA")])
  func didYouMean(list: String, name: String, candidate: String) throws {
    let answerer = try Self.answerer.get()
    #expect {
      _ = list == "agency" ? try answerer.agency(name, Scope()) : try answerer.members(of: name, Scope())
    } throws: { error in
      (error as? Misunderstanding)?.candidates == [candidate]
    }
  }
}
