import Formats
import Graph
import Store
import Testing

@testable import Answers

@Suite("Which reports are known, and what stands in them")
struct ReportsAnswerTests {
  private let reports = [
    ("b", "2020-09-18T10:00:00Z", "forum/isecg"), ("a", "2015-10", "forum/ceos"), ("c", nil, "forum/isecg"),
  ]
  .map { key, published, forum in
    ReportSummary(
      key: key, title: "Title \(key)", published: published, versions: 1, currentVersions: 1, statements: 2,
      forums: [Party(id: forum, label: "F")])
  }

  @Test(
    "by date of publication, the undated ones always",
    arguments: [("2000/2026", ["a", "b"], ["c"]), ("2015-10-07", [], ["c"]), ("2020", ["b"], ["c"])])
  func dates(period: String, dated: [String], undated: [String]) throws {
    let reply = ReportsAnswer()(reports, of: nil, during: try Facts.period(period))
    #expect(reply.facts.map(\.id) == dated)
    #expect(reply.undated.map(\.id) == undated)
  }

  @Test("of one forum, and by a day on which they were there for sure")
  func narrowed() {
    let isecg = ReportsAnswer()(reports, of: Facts.forum, during: .ever)
    #expect(isecg.shown.map(\.id) == ["b", "c"])
    #expect(ReportsAnswer()(reports, of: nil, during: .ever, knownBy: Facts.day("2015-10-31")).shown.map(\.id) == ["a"])
    #expect(ReportsAnswer()(reports, of: nil, during: .ever, knownBy: Facts.day("2015-10-30")).exit == .nothingKnown)
  }

  @Test(
    "the sentence with most of the words",
    arguments: [
      ("chair rotates", "One. The Chair rotates each year! The chair.", "The Chair rotates each year!"),
      ("élan", "Title\n\n  An ELAN is here \n", "An ELAN is here"), ("日本", "東京\n日本 の会", "日本 の会"),
      ("x", "Dr. X met.", "X met."),
    ])
  func passage(words: String, text: String, passage: String) throws {
    let bytes = Array(text.utf8)
    let range = try #require(PassageFinder(words)(bytes))
    #expect(String(decoding: bytes[range], as: UTF8.self) == passage)
  }

  @Test("a long sentence is cut around the words and stays whole characters", arguments: ["a ", "é ", "日 ", "日本語の長い文"])
  func long(filler: String) throws {
    let bytes = Array(
      (String(repeating: filler, count: 2000) + " needle " + String(repeating: filler, count: 2000)).utf8)
    let range = try #require(PassageFinder("needle")(bytes))
    let text = try #require(String(validating: bytes[range], as: UTF8.self))
    #expect(text.contains("needle"))
    #expect(range.count < 1500)
    #expect(PassageFinder("absent")(bytes) == nil)
  }
}
