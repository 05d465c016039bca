import Formats
import Foundation
import Graph
import Reports
import Statements
import Store
import TestSupport
import Testing

/// Dumps that are loaded again, and those that are refused.
struct LoadTests {
  /// A dump in memory.
  struct Tables {
    var text: [String: String] = [:]
    var raw: [String: [UInt8]] = [:]
    var texts: [String: [UInt8]] = [:]

    init(_ base: KnowledgeBase, withReports: Bool = false) throws {
      try base.snapshot { snapshot in
        for table in DumpTable.all {
          var text = ""
          try snapshot.rows(of: table) { text += CSVWriter.row($0) }
          self.text[table.name] = text
        }
        guard withReports else { return }
        try snapshot.reports { report in
          raw[report.rawHash] = report.raw
          texts[report.textHash] = report.text
        }
      }
    }

    var source: DumpSource {
      DumpSource(
        table: { try CSVReader(Array((text[$0.name] ?? "").utf8), file: "\($0.name).csv") }, raw: { raw[$0] },
        text: { texts[$0] }, dataHash: "abc", extractorVersion: "1")
    }
  }

  private func base(_ folder: Folder, _ name: String) throws -> KnowledgeBase {
    try KnowledgeBase.openForWriting(path: folder(name))
  }

  /// Whatever was read: dump, load, dump is the same; `check` finds nothing; what comes later makes no difference.
  @Test func roundTrip() throws {
    let seed = RandomReports.seed
    var random = SeededNumbers(seed: seed)
    for round in 0..<LoadTests.rounds {
      let folder = try Folder()
      let first = try base(folder, "1.db")
      if round % 5 > 0 { try first.setVocabulary(Invented.vocabulary) }
      var invented = RandomReports(seed: seed &+ UInt64(round))
      let reports = invented.reports(Int.random(in: 0...24, using: &random))
      _ = try first.ingest(reports, extractorVersion: "1")
      if Bool.random(using: &random) { try first.retract("https://r.example/?p=3") }
      let withReports = Bool.random(using: &random)
      let tables = try Tables(first, withReports: withReports)
      let second = try base(folder, "2.db")
      #expect(try second.load(tables.source) == [], "seed \(seed), round \(round)")
      #expect(try second.canonicalDump() == first.canonicalDump(), "seed \(seed), round \(round)")
      #expect(try second.check() == [], "seed \(seed), round \(round)")
      #expect(
        try second.info().unkept == (withReports ? 0 : first.info().counts.first { $0.view == "report_versions" }?.rows)
      )
      // Later reports, and the same ones again, which bring back what a dump without reports leaves out.
      let later = reports + invented.reports(3)
      _ = try first.ingest(later, extractorVersion: "1")
      _ = try second.ingest(later, extractorVersion: "1")
      #expect(try second.canonicalDump() == first.canonicalDump(), "later: seed \(seed), round \(round)")
      #expect(try second.check() == [], "later: seed \(seed), round \(round)")
      #expect(
        try second.value("SELECT count(*) FROM report_text WHERE report_text MATCH 'sentence'")
          == first.value("SELECT count(*) FROM report_text WHERE report_text MATCH 'sentence'"))
    }
  }

  /// `ROUNDS` makes more of them.
  private static let rounds = ProcessInfo.processInfo.environment["ROUNDS"].flatMap(Int.init) ?? 20

  @Test func onlyIntoAnEmptyBase() throws {
    let folder = try Folder()
    let full = try base(folder, "1.db")
    try full.setVocabulary(Invented.vocabulary)
    let before = try full.canonicalDump()
    #expect { try full.load(Tables(full).source) } throws: { ($0 as? Problem)?.exit == .cannotCreate }
    #expect(try full.canonicalDump() == before)
  }

  /// A changed cell, with the table, the line and the column that the message names.
  @Test(
    arguments: [
      // What is not derived is read strictly.
      ("reports", "false", "no", "LOAD-CELL", 2, "is_digest"),
      ("report_versions", "2020-09-18", "18/09/2020", "LOAD-CELL", 2, "published_edtf"),
      ("report_versions", "https://a.example/?p=1,", "https://a.example/?p=2,", "LOAD-REFERENCE", 2, "report_id"),
      ("statements", ",chair,", ",chairman,", "LOAD-STATEMENT", nil, "kind"),
      ("statements", "2020-03/2020-09-09", "2020-04/2020-09-09", "LOAD-DERIVED", nil, "date_edtf"),
      (
        "statements", "\"\"role\"\":\"\"chair\"\"", "\"\"role\"\":\"\"vice-chair\"\"", "LOAD-STATEMENT", nil,
        "statement_id"
      ),
      ("statements", "\"\"role\"\":\"\"chair\"\"", "\"\"role\"\":", "JSON-SYNTAX", nil, "content"),
      ("statement_parties", "agency/b", "agency/a", "LOAD-STATEMENT", nil, "statement_id"),
      ("statement_parties", ",forum,0", ",forums,0", "LOAD-STATEMENT", 3, "key"),
      ("countries", "label", "lable", "LOAD-COLUMN", 1, "lable"),
      ("countries", "country_id,label", "country_id", "LOAD-COLUMN", 1, "label"),
      // What is derived must follow.
      ("memberships", "member,", "observer,", "LOAD-DERIVED", 2, "class"),
      ("chair_terms", "true", "false", "LOAD-DERIVED", 2, "to_stated"),
      ("meetings", "virtual", "hybrid", "LOAD-DERIVED", 2, "mode"),
      ("agencies", "agency/a,", "agency/aa,", "LOAD-DERIVED", 2, nil),
      ("evidence", "/aaa,", "/aa,", "LOAD-DERIVED", 2, nil),
    ] as [(String, String, String, String, Int?, String?)])
  func refused(table: String, old: String, new: String, code: String, line: Int?, column: String?) throws {
    let folder = try Folder()
    let first = try base(folder, "1.db")
    try first.setVocabulary(Invented.vocabulary)
    _ = try first.ingest([Invented.full], extractorVersion: "1")
    var tables = try Tables(first)
    let text = try #require(tables.text[table])
    let range = try #require(text.range(of: old))
    tables.text[table] = text.replacingCharacters(in: range, with: new)
    let second = try base(folder, "2.db")
    let problem: Problem?
    do throws(Problem) { problem = try second.load(tables.source).first } catch { problem = error }
    #expect(problem?.code == code)
    #expect(line == nil || problem?.place.line == line)
    #expect(column == nil || problem?.place.path == column)
    #expect(problem?.place.file.hasPrefix(table == "statement_parties" ? "statement" : table) ?? false)
    #expect(try second.value("SELECT count(*) FROM report") == "0")
  }

  /// A row too many, one too few, one twice, in another order: told by table and line, and nothing is loaded.
  @Test(arguments: DumpTable.all.filter { !["membership_names"].contains($0.name) })
  func rows(table: DumpTable) throws {
    let folder = try Folder()
    let first = try base(folder, "1.db")
    try first.setVocabulary(Invented.vocabulary)
    _ = try first.ingest(
      [Invented.full, Invented.chair("https://b.example/1", "B", "2021-05-01")], extractorVersion: "1")
    let tables = try Tables(first)
    let lines = try #require(tables.text[table.name]).split(separator: "\n").map(String.init)
    // Of the vocabulary and of dates any part may be left out.
    let without = ["aliases", "countries", "report_dates"].contains(table.name) ? lines : Array(lines.dropLast())
    for changed in [without, lines + [lines[lines.count - 1]], [lines[0]] + lines.dropFirst().reversed()]
    where changed != lines {
      var copy = tables
      copy.text[table.name] = changed.map { $0 + "\n" }.joined()
      let second = try base(folder, "2.db")
      let problem: Problem?
      do throws(Problem) { problem = try second.load(copy.source).first } catch { problem = error }
      #expect(problem?.code.hasPrefix("LOAD-") ?? false, "\(table.name)")
      #expect(try second.value("SELECT count(*) FROM node") == "0")
    }
  }

  @Test func columnsInAnyOrder() throws {
    let folder = try Folder()
    let first = try base(folder, "1.db")
    try first.setVocabulary(Invented.vocabulary)
    _ = try first.ingest([Invented.full], extractorVersion: "1")
    var tables = try Tables(first)
    for (name, text) in tables.text {
      let rows = try CSVReader.table(Array(text.utf8), file: name)
      tables.text[name] = ([rows.header] + rows.rows.map(\.cells)).map { CSVWriter.row($0.reversed()) }.joined()
    }
    let second = try base(folder, "2.db")
    #expect(try second.load(tables.source) == [])
    #expect(try second.canonicalDump() == first.canonicalDump())
  }
}
