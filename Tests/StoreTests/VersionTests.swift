import Formats
import Foundation
import Graph
import Reports
import Statements
import Store
import Testing

private let url = "https://o.example/?p=7"

/// A version of one report: who holds the chair by it, and when it was changed.
private func version(_ holder: String, _ modified: String?, isDigest: Bool = false) -> ReadReport {
  Invented.chair(url, holder, "2020-01-01", modified: modified, isDigest: isDigest)
}
private func trash(_ holder: String, _ modified: String) -> ReadReport {
  Invented.report(url, "\(holder) holds the chair on 2020-01-01.", modified: modified, status: .retracted, [])
}

struct VersionCase: Sendable, CustomTestStringConvertible {
  var testDescription: String { name }
  var name: String
  var arrive: [ReadReport]
  var changes: [IngestOutcome.Change]
  var holders: [String]
  var versions: Int
  var discrepancies = 0
}

private let cases: [VersionCase] = [
  VersionCase(
    name: "O01 the same twice", arrive: [version("A", "2021-01-01"), version("A", "2021-01-01")],
    changes: [.new, .unchanged], holders: ["A"], versions: 1),
  VersionCase(
    name: "O03 edited", arrive: [version("A", "2021-01-01"), version("B", "2021-01-02")], changes: [.new, .changed],
    holders: ["B"], versions: 2),
  VersionCase(
    name: "O04 edited back",
    arrive: [version("A", "2021-01-01"), version("B", "2021-01-02"), version("A", "2021-01-03")],
    changes: [.new, .changed, .changed], holders: ["A"], versions: 2),
  VersionCase(
    name: "O05 the old one arrives later", arrive: [version("B", "2021-01-02"), version("A", "2021-01-01")],
    changes: [.new, .older], holders: ["B"], versions: 2),
  VersionCase(
    name: "O07 changed, date alike", arrive: [version("A", "2021-01-01"), version("B", "2021-01-01")],
    changes: [.new, .changed], holders: ["A", "B"], versions: 2, discrepancies: 1),
  VersionCase(
    name: "one date inside the other", arrive: [version("A", "2021-01-01T10:00:00"), version("B", "2021-01-01")],
    changes: [.new, .changed], holders: ["A", "B"], versions: 2, discrepancies: 1),
  VersionCase(
    name: "a date missing", arrive: [version("A", nil), version("B", "2021-01-01")], changes: [.new, .changed],
    holders: ["A", "B"], versions: 2, discrepancies: 1),
  VersionCase(
    name: "the missing date comes",
    arrive: [version("A", nil), version("B", "2021-01-02"), version("A", "2021-01-01")],
    changes: [.new, .changed, .changed], holders: ["B"], versions: 2),
  VersionCase(
    name: "O08 date newer, text alike", arrive: [version("A", "2021-01-01"), version("A", "2021-01-05")],
    changes: [.new, .unchanged], holders: ["A"], versions: 1),
  VersionCase(
    name: "an original replaces a digest", arrive: [version("A", "2021-01-05", isDigest: true), version("B", nil)],
    changes: [.new, .changed], holders: ["B"], versions: 2),
  VersionCase(
    name: "a digest after the original", arrive: [version("B", nil), version("A", "2021-01-05", isDigest: true)],
    changes: [.new, .older], holders: ["B"], versions: 2),
  VersionCase(
    name: "O09 trashed", arrive: [version("A", "2021-01-01"), trash("A", "2021-01-02")], changes: [.new, .changed],
    holders: [], versions: 2),
  VersionCase(
    name: "back from the trash",
    arrive: [version("A", "2021-01-01"), trash("A", "2021-01-02"), version("A", "2021-01-03")],
    changes: [.new, .changed, .changed], holders: ["A"], versions: 2),
]

@Test("versions of a report", arguments: cases)
func versions(_ example: VersionCase) throws {
  for order in [example.arrive, example.arrive.reversed()] {
    let folder = try Folder()
    let base = try KnowledgeBase.openForWriting(path: folder("x.db"))
    var changes: [IngestOutcome.Change] = []
    for read in order { changes += try base.ingest([read], extractorVersion: "1").map(\.change) }
    if order.first?.report.digest == example.arrive.first?.report.digest,
      order.first?.report.modified == example.arrive.first?.report.modified
    {
      #expect(changes == example.changes, "\(example.name)")
    }
    let terms = try base.chairTerms(forum: "forum/f")
    #expect(terms.compactMap(\.holder.party?.label).sorted() == example.holders, "\(example.name)")
    #expect(try base.reports().map(\.versions) == [example.versions], "\(example.name)")
    let unordered = try base.discrepancies(forum: nil).filter { $0.kind == .versionsUnordered }
    #expect(unordered.count == example.discrepancies, "\(example.name)")
    #expect(unordered.allSatisfy { $0.subjects == [url] && $0.statements.count == 2 })
  }
}

@Test func theSameAgainChangesNoByte() throws {
  let folder = try Folder()
  let base = try KnowledgeBase.openForWriting(path: folder("x.db"))
  _ = try base.ingest([Invented.full], extractorVersion: "1")
  let before = try Data(contentsOf: URL(filePath: folder("x.db")))
  for _ in 0..<3 { #expect(try base.ingest([Invented.full], extractorVersion: "1").map(\.change) == [.unchanged]) }
  #expect(try Data(contentsOf: URL(filePath: folder("x.db"))) == before)
}

@Test func editedCountsGainedAndLost() throws {
  let folder = try Folder()
  let base = try KnowledgeBase.openForWriting(path: folder("x.db"))
  _ = try base.ingest([version("A", "2021-01-01")], extractorVersion: "1")
  let outcome = try base.ingest([version("B", "2021-01-02")], extractorVersion: "1")
  #expect(outcome == [IngestOutcome(report: url, change: .changed, gained: 1, lost: 1)])
}

@Test func betterRulesReadAgain() throws {
  let folder = try Folder()
  let base = try KnowledgeBase.openForWriting(path: folder("x.db"))
  _ = try base.ingest([version("A", "2021-01-01")], extractorVersion: "1")
  var better = version("A", "2021-01-01")
  better.statements[0][.person] = .text("Ada")
  #expect(try base.ingest([better], extractorVersion: "2").map(\.change) == [.reread])
  #expect(try base.chairTerms(forum: "forum/f").map(\.holder.person) == ["Ada"])
  #expect(try base.reports().map(\.versions) == [1])
}

@Test func retractedStaysRetracted() throws {
  let folder = try Folder()
  let base = try KnowledgeBase.openForWriting(path: folder("x.db"))
  _ = try base.ingest([Invented.full, version("A", "2021-01-01")], extractorVersion: "1")
  let whole = try base.canonicalDump()
  #expect(try base.retract(url))
  #expect(try base.retract(url))
  #expect(try base.evidence(id: "chair/f/a/1").map(\.report) == ["https://a.example/?p=1"])
  let outcome = try base.ingest([version("B", "2022-01-01")], extractorVersion: "1")
  #expect(outcome.map(\.isRetracted) == [true])
  #expect(try base.reports().map(\.isRetracted) == [false, true])
  #expect(try base.chairTerms(forum: "forum/f").compactMap(\.holder.party?.label) == ["A", "B"])
  #expect(try !base.retract("https://nothing.example"))
  let folder2 = try Folder()
  let other = try KnowledgeBase.openForWriting(path: folder2("x.db"))
  _ = try other.ingest([version("A", "2021-01-01"), Invented.full], extractorVersion: "1")
  #expect(try other.retract(url))
  #expect(try other.retract(url, undo: true))
  #expect(try other.canonicalDump() == whole)
}
