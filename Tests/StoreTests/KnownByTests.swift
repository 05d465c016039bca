import Formats
import Graph
import Store
import Testing

/// What was known by a day.
struct KnownByTests {
  private let folder: Folder
  private let base: KnowledgeBase

  init() throws {
    folder = try Folder()
    base = try KnowledgeBase.openForWriting(path: folder("x.db"))
    try base.setVocabulary(Invented.vocabulary)
  }

  private func holders(_ day: String) throws -> [String?] {
    let date = try EDTF(day)
    let graph = try base.graph(ofForum: "forum/f", knownBy: #require(date.latest))
    return graph.chairTerms.map(\.holder.party?.label)
  }

  @Test(
    "only reports published by then count, undated ones never",
    arguments: [
      ("2009-12-31", []), ("2010-06-30", ["A"]), ("2012-01-01", ["A"]), ("2015-03-30", ["A"]),
      ("2015-03-31", ["A", "B"]),
      ("2026", ["A", "B"]),
    ])
  func published(day: String, holders expected: [String]) throws {
    _ = try base.ingest(
      [
        Invented.chair("https://a.example/1", "A", "2010-05-01", published: "2010-06-30T10:00:00Z"),
        Invented.chair("https://a.example/2", "B", "2015-03-01", published: "2015-03"),
        Invented.chair("https://a.example/3", "C", "2014-03-01"),
      ], extractorVersion: "1")
    #expect(try holders(day) == expected)
    #expect(try Set(base.chairTerms(forum: "forum/f").map(\.holder.party?.label)) == ["A", "B", "C"])
  }

  @Test("of a report that was edited later the version of the time counts")
  func versions() throws {
    let first = Invented.chair(
      "https://a.example/1", "A", "2010-05-01", modified: "2010-06-30", published: "2010-06-30")
    let edited = Invented.chair(
      "https://a.example/1", "B", "2010-05-01", modified: "2020-01-01", published: "2010-06-30")
    _ = try base.ingest([edited, first], extractorVersion: "1")
    #expect(try holders("2012") == ["A"])
    #expect(try holders("2020") == ["B"])
    try base.retract("https://a.example/1")
    #expect(try holders("2020").isEmpty)
  }
}
