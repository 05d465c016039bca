import Formats
import Foundation
import TestSupport
import Testing

@Suite("Dump")
struct DumpCommandTests {
  /// Reports that meet: one address twice, a digest and its original, an undated one, two that disagree.
  private static let reports = [
    #"{"url":"https://e.org/?p=1","title":"Senior managers meet","published":"2020-09-18","text":"The Canadian Space Agency (CSA) took over the chair of ISECG from JAXA on 9 September 2020."}"#,
    #"{"url":"https://e.org/?p=1","title":"Senior managers meet","published":"2020-09-18","modified":"2020-09-20","text":"The Canadian Space Agency (CSA) took over the chair of ISECG from the Japan Aerospace Exploration Agency (JAXA) on 9 September 2020."}"#,
    #"{"url":"https://e.org/?p=2","title":"ISECG","digest":true,"text":"KARI joined ISECG in 2007."}"#,
    #"{"url":"https://e.org/?p=2","title":"ISECG","text":"The Korea Aerospace Research Institute (KARI) joined ISECG in 2008."}"#,
    #"{"url":"https://e.org/?p=3","title":"New members","published":"2020","text":"AEB and GISTDA joined ISECG in August 2020. ISECG now has 24 members."}"#,
    #"{"title":"Without an address","text":"ESA holds the chair of ISECG."}"#,
  ]

  private func dump(_ spacekb: Spacekb, _ name: String) throws -> [String: Data] {
    #expect(try spacekb("dump", spacekb.path(name), "--db", "\(name).db").status == 0)
    let folder = spacekb.folder.appending(path: name)
    var files: [String: Data] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path()) {
      files[file] = try Data(contentsOf: folder.appending(path: file))
    }
    return files
  }

  @Test("reports in any order, with repeats, in one call or many: one and the same dump")
  func anyOrder() throws {
    let seed = ProcessInfo.processInfo.environment["SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0...UInt64.max)
    var random = SeededNumbers(seed: seed)
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let whole = Self.reports.joined(separator: "\n")
    #expect(try spacekb("ingest", "--quiet", "--db", "whole.db", "-", input: whole).status == 0)
    var rest = (Self.reports + Self.reports.prefix(3)).shuffled(using: &random)[...]
    while !rest.isEmpty {
      let part = rest.prefix(Int.random(in: 2...6, using: &random))
      rest = rest.dropFirst(part.count)
      let text = part.joined(separator: "\n")
      #expect(try spacekb("ingest", "--quiet", "--db", "parts.db", "-", input: text).status == 0)
    }
    let expected = try dump(spacekb, "whole")
    #expect(expected["chair_transitions.csv"].map { $0.count > 300 } ?? false)
    #expect(try dump(spacekb, "parts") == expected, "seed \(seed)")
    // The earlier dump is replaced by the same bytes; nothing else is left beside it.
    #expect(try dump(spacekb, "whole") == expected)
    let left = try FileManager.default.contentsOfDirectory(atPath: spacekb.folder.path())
    #expect(left.filter { $0.hasPrefix("whole") }.sorted() == ["whole", "whole.db"])
  }

  /// Of each file: how long it is and its hash, keys, and the columns in their order.
  @Test("datapackage.json says what the tables are")
  func descriptor() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    #expect(
      try spacekb("ingest", "--quiet", "--db", "a.db", "-", input: Self.reports.joined(separator: "\n")).status == 0)
    let files = try dump(spacekb, "a")
    let package = try JSONReader(Array(try #require(files["datapackage.json"])), file: "datapackage.json").value()
    #expect(package["version"]?.string == "2020-09-20-4")
    #expect(package["created"]?.string == "2020-09-20T00:00:00Z")
    let resources = try #require(package["resources"]?.array)
    let tables = Set(resources.compactMap { $0["path"]?.string })
    #expect(tables == Set(files.keys.filter { $0.hasSuffix(".csv") }))
    for resource in resources {
      let file = Array(try #require(files[resource["path"]?.string ?? ""]))
      #expect(resource["bytes"]?.int == file.count)
      #expect(resource["hash"]?.string == "sha256:\(SHA256.hex(file))")
      let schema = try #require(resource["schema"])
      let names = schema["fields"]?.array?.compactMap { $0["name"]?.string }
      #expect(names?.joined(separator: ",") == String(decoding: file.prefix { $0 != 0x0A }, as: UTF8.self))
      for key in schema["foreignKeys"]?.array ?? [] {
        let other = try #require(key["reference"]?["resource"]?.string)
        #expect(other.isEmpty || tables.contains("\(other).csv"))
      }
    }
    for name in ["README.md", "codebook.md", "load.sql", "load-postgresql.sql", "load.R"] {
      let text = String(decoding: try #require(files[name]), as: UTF8.self)
      #expect(!text.contains("{{") && text.contains("chair_terms") && !text.hasPrefix("\n"), "\(name)")
    }
  }

  @Test("--diff tells in sentences what an edited report changes, and 1")
  func difference() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    _ = try spacekb("ingest", "--quiet", "--db", "a.db", "-", input: Self.reports[0])
    #expect(try spacekb("dump", "old", "--db", "a.db", "--spreadsheet").status == 0)
    let same = try spacekb("dump", "new", "--db", "a.db", "--diff", "old")
    #expect(same.status == 0 && same.out.isEmpty)
    _ = try spacekb("ingest", "--quiet", "--db", "a.db", "-", input: Self.reports[4])
    let run = try spacekb("dump", "new", "--db", "a.db", "--diff", "old")
    #expect(run.status == 1)
    #expect(run.out.contains("Added to memberships: membership/isecg/aeb/1 (ISECG, AEB, member, 2020-08)."))
    #expect(run.out.contains("\nmemberships: 2 added, 0 removed, 0 changed\n"))
    let back = try spacekb("dump", "back", "--db", "a.db", "--diff", "new", "--forum", "CEOS")
    #expect(back.status == 1 && back.out.contains("Removed from memberships: membership/isecg/aeb/1"))
    #expect(
      try String(contentsOfFile: spacekb.path("new/CHANGES.md"), encoding: .utf8).contains("- memberships: 2 added"))
  }

  @Test("a narrowed dump holds what follows from its part; on a day with certainty")
  func narrowed() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let other =
      #"{"url":"https://e.org/?p=9","published":"2021-05-02","title":"CEOS","text":"ISRO handed over the chair of CEOS to NASA on 1 May 2021."}"#
    let all = (Self.reports + [other]).joined(separator: "\n")
    _ = try spacekb("ingest", "--quiet", "--db", "a.db", "-", input: all)
    func table(_ name: String, _ options: String...) throws -> [[String?]] {
      #expect(try spacekb.run(["dump", "out", "--db", "a.db"] + options).status == 0)
      let bytes = try Data(contentsOf: spacekb.folder.appending(path: "out/\(name).csv"))
      let table = try CSVReader.table(Array(bytes), file: name)
      return [table.header] + table.rows.map(\.cells)
    }
    #expect(try Set(table("chair_terms").dropFirst().map { $0[1] }) == ["forum/ceos", "forum/isecg"])
    #expect(try Set(table("chair_terms", "--forum", "ceos").dropFirst().map { $0[1] }) == ["forum/ceos"])
    #expect(try table("reports", "--forum", "CEOS").dropFirst().map { $0[0] } == ["https://e.org/?p=9"])
    #expect(try table("chair_terms", "--known-by", "2020-12").allSatisfy { $0[1] != "forum/ceos" })
    let terms = try table("chair_terms", "--on", "2021-05-01", "--forum", "CEOS")
    #expect(terms[0].last == "certainty" && terms.dropFirst().map { $0.last } == ["stated", "stated"])
    let members = try table("memberships", "--on", "2007-06-01")
    #expect(members.dropFirst().map { $0[2] } == [])
    #expect(try spacekb("dump", "out", "--db", "a.db", "--forum", "ISEGC").status == 1)
    #expect(try spacekb("dump", "out", "--db", "a.db", "--on", "2020").status == 64)
  }

  @Test("a folder with other files is left as it is: 73")
  func otherFiles() throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    try spacekb.write("own/notes.txt", "mine")
    _ = try spacekb("ingest", "--quiet", "--db", "a.db", "-", input: Self.reports[0])
    let run = try spacekb("dump", "own", "--db", "a.db")
    #expect(run.status == 73)
    #expect(run.err.contains("other files"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: spacekb.path("own")) == ["notes.txt"])
    #expect(try spacekb("dump", "new", "--db", "none.db").status == 66)
  }
}
