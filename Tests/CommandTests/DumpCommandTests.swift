import Formats
import Foundation
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
    var random = Shuffler(state: seed)
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

/// Random numbers that a seed repeats (SplitMix64).
struct Shuffler: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
