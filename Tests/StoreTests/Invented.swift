import Formats
import Foundation
import Graph
import Mentions
import Reports
import Statements
import Store

/// Invented reports with statements whose evidence is where their quote first stands.
enum Invented {
  static func party(_ label: String) -> Name { Name(id: "agency/" + label.lowercased(), label: label) }

  static func report(
    _ url: String, title: String = "Meeting", _ body: String, published: String? = nil, modified: String? = nil,
    isDigest: Bool = false, status: Report.Status = .published,
    _ statements: [(Statement.Kind, [Statement.Key: Statement.Value], String)]
  ) -> ReadReport {
    let text = ReportText(title: title, plain: body)
    let report = Report(
      url: url, title: title, text: text, published: published, modified: modified, language: "en", isDigest: isDigest,
      status: status, raw: Array("{\"body\":\"\(body)\"}".utf8))
    let read = statements.compactMap { kind, values, quote -> Statement? in
      guard let start = offset(of: quote, in: text.bytes) else { return nil }
      var values = values
      if kind != .succession { values[.forum] = .names([Name(id: "forum/f", label: "F")]) }
      return Statement(
        kind: kind, values: values, evidence: Evidence(start: start, end: start + quote.utf8.count, quote: quote),
        rule: "test.\(kind.rawValue)", dateBasis: .stated)
    }
    return ReadReport(report: report, statements: read)
  }

  static func offset(of quote: String, in text: [UInt8]) -> Int? {
    let needle = Array(quote.utf8)
    guard needle.count <= text.count else { return nil }
    return (0...(text.count - needle.count)).first { text[$0..<($0 + needle.count)].elementsEqual(needle) }
  }

  /// A handover, a count of 3 beside a list of three agencies in two entries, a joining, a total, a succession.
  static let full = report(
    "https://a.example/?p=1",
    "On 9 September 2020 3 agencies met: AAA/BBB and CCC. A handed over to B. C joined. 24 members. X is now Y.",
    published: "2020-09-18", modified: "2020-09-18T08:56:48",
    [
      (
        .meeting,
        [.date: .text("2020-09-09"), .represented: .number(3), .mode: .text("virtual"), .host: .names([party("HHH")])],
        "3 agencies met"
      ),
      (.attendance, [.date: .text("2020-09-09"), .agency: .names([party("AAA")])], "AAA"),
      (.attendance, [.date: .text("2020-09-09"), .agency: .names([party("BBB")])], "BBB"),
      (.attendance, [.date: .text("2020-09-09"), .agency: .names([party("CCC")])], "CCC"),
      (
        .chair,
        [
          .event: .text("transition"), .role: .text("chair"), .from: .names([party("A")]), .to: .names([party("B")]),
          .date: .text("2020-09-09"),
        ], "A handed over to B"
      ),
      (
        .membership, [.member: .names([party("C")]), .event: .text("joined"), .date: .text("2020-03/2020-09-09")],
        "C joined"
      ),
      (.membershipTotal, [.count: .number(24), .asOf: .text("2020-09-09")], "24 members"),
      (.succession, [.old: .names([party("X")]), .new: .names([party("Y")])], "X is now Y"),
    ])

  static func chair(
    _ url: String, _ holder: String, _ day: String, modified: String? = nil, isDigest: Bool = false,
    published: String? = nil
  ) -> ReadReport {
    report(
      url, "\(holder) holds the chair on \(day).", published: published, modified: modified, isDigest: isDigest,
      [
        (
          .chair, [.event: .text("incumbent"), .role: .text("chair"), .to: .names([party(holder)]), .date: .text(day)],
          "\(holder) holds the chair"
        )
      ])
  }

  static let vocabulary = KnowledgeBase.Vocabulary(
    rows: [
      VocabularyRow(
        id: "forum/f", kind: .forum, label: "F", name: "Forum F", acronym: "F", termLength: "P1Y",
        aliases: [.init(text: "Eff", language: "en")]),
      VocabularyRow(id: "forum/f-sub", kind: .forum, label: "F SUB", parent: "forum/f"),
      VocabularyRow(id: "agency/a", kind: .agency, label: "A", name: "Agency A", acronym: "A", country: "CA"),
      VocabularyRow(id: "country/ca", kind: .country, label: "Canada", country: "CA", iso3: "CAN", cowCode: 20),
    ],
    successions: [
      .init(
        old: [Party(id: "agency/n", label: "N")], new: Party(id: "agency/s", label: "S"), date: "2010", how: "rename")
    ],
    dataHash: "abc")
}

/// A folder that goes away with its owner.
final class Folder: Sendable {
  let path: String
  init() throws {
    path = NSTemporaryDirectory() + "/spacekb-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }
  func callAsFunction(_ name: String) -> String { path + "/" + name }
}

extension KnowledgeBase {
  /// All tables as a dump holds them, one after the other.
  func canonicalDump() throws -> String {
    var text = ""
    try snapshot { snapshot in
      for table in DumpTable.all {
        text += "\(table.name)\n"
        try snapshot.rows(of: table) { text += CSVWriter.row($0) }
      }
    }
    return text
  }

  func value(_ sql: String) throws(Problem) -> String? {
    var first: String?
    try query(sql: sql) { _ throws(Problem) in
    } row: { cells throws(Problem) in
      first = cells.first ?? nil
      return false
    }
    return first
  }
}
