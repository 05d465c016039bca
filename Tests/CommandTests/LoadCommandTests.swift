import Formats
import Foundation
import Testing

@Suite("Load")
struct LoadCommandTests {
  private let spacekb: Spacekb

  init() throws {
    spacekb = try Spacekb()
    let reports = [
      Samples.post,
      #"{"url":"https://e.org/?p=2","title":"ISECG","digest":true,"text":"KARI joined ISECG in 2007."}"#,
      #"{"url":"https://e.org/?p=2","title":"ISECG","text":"The Korea Aerospace Research Institute (KARI) joined ISECG in 2008."}"#,
      #"{"title":"=cmd()","text":"'Quoted' and +more. AEB and GISTDA joined ISECG in August 2020. ISECG now has 24 members."}"#,
    ]
    let run = try spacekb("ingest", "--quiet", "--db", "a.db", "-", input: reports.joined(separator: "\n"))
    #expect(run.status == 0)
  }

  private func files(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: spacekb.path(folder)) {
      files[name] = FileManager.default.contents(atPath: spacekb.path("\(folder)/\(name)"))
    }
    return files
  }

  @Test(
    "dump, load, dump: the same files, byte for byte; the copy is whole",
    arguments: [[], ["--spreadsheet"], ["--with-reports"], ["--with-reports", "--spreadsheet"]])
  func roundTrip(options: [String]) throws {
    defer { spacekb.remove() }
    #expect(try spacekb.run(["dump", "one", "--db", "a.db"] + options).status == 0)
    let load = try spacekb("load", "one", "--db", "b.db")
    #expect(load.status == 0, "\(load.err)")
    #expect(try spacekb.run(["dump", "two", "--db", "b.db"] + options).status == 0)
    let (one, two) = (try files("one"), try files("two"))
    #expect(one == two)
    #expect(one.keys.contains { $0.hasPrefix("reports/") } == options.contains("--with-reports"))
    #expect(try spacekb("check", "--db", "b.db").status == 0)
    let info = try spacekb("info", "--db", "b.db", "--format", "json").out
    #expect(info.contains("\"can_be_refreshed\":\(options.contains("--with-reports"))"))
    if options.contains("--with-reports") {
      #expect(try spacekb("refresh", "--db", "b.db").out.split(separator: "\n").count == 1)
    }
    // A second time there is something in it.
    #expect(try spacekb("load", "one", "--db", "b.db").status == 73)
  }

  @Test("cells that a spreadsheet would run are made safe; the plain dump has them as they are")
  func spreadsheet() throws {
    defer { spacekb.remove() }
    #expect(try spacekb("dump", "sheet", "--db", "a.db", "--spreadsheet").status == 0)
    #expect(try spacekb("dump", "plain", "--db", "a.db").status == 0)
    let sheet = try #require(files("sheet")["reports.csv"])
    #expect(sheet.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(String(decoding: sheet, as: UTF8.self).contains(",'=cmd(),"))
    #expect(!String(decoding: sheet, as: UTF8.self).replacing("\r\n", with: "").contains("\n"))
    let plain = String(decoding: try #require(files("plain")["reports.csv"]), as: UTF8.self)
    #expect(plain.contains(",=cmd(),"))
  }

  @Test(
    "what is no whole dump is refused, and nothing is made",
    arguments: [
      ("rm one/datapackage.json", 65, "LOAD-DESCRIPTOR"), ("rm one/memberships.csv", 66, "FILE-MISSING"),
      ("rm -r one", 66, "FILE-MISSING"), ("echo >> one/meetings.csv", 65, "LOAD-HASH"),
      ("sed -i 's/\"format\": \"1/\"format\": \"2/' one/datapackage.json", 78, "LOAD-NEWER"),
      ("sed -i 's/\"path\": \"meetings.csv/\"path\": \"..\\/meetings.csv/' one/datapackage.json", 65, "LOAD-PATH"),
      ("mv one/meetings.csv m.csv && ln -s ../m.csv one/meetings.csv", 65, "FILE-KIND"),
      (
        "sed -i 's/,joined,member,2008,/,joined,observer,2008,/' one/membership_events.csv", 65,
        "membership_events.csv:"
      ),
      ("printf 'x\\xe9,' >> one/chair_terms.csv", 65, "TEXT-ENCODING"),
      ("printf 'a,\"b' >> one/chair_terms.csv", 65, "CSV-QUOTE"),
      ("printf '\\0' >> one/reports.csv", 65, "CSV-NUL"), (": > one/evidence.csv", 65, "CSV-EMPTY"),
      ("sed -i 's/,/;/g' one/forums.csv", 65, "CSV-SEPARATOR"),
      ("iconv -f UTF-8 -t UTF-16 one/forums.csv > f && mv f one/forums.csv", 65, "TEXT-ENCODING"),
      ("rm one/texts/*", 66, "FILE-MISSING"), ("for f in one/reports/*; do echo >> $f; done", 65, "LOAD-HASH"),
    ] as [(String, Int32, String)])
  func refused(damage: String, status: Int32, message: String) throws {
    defer { spacekb.remove() }
    #expect(try spacekb("dump", "one", "--db", "a.db", "--with-reports").status == 0)
    #expect(try spacekb.shell(damage).status == 0)
    let run = try spacekb("load", "one", "--db", "b.db")
    #expect(run.status == status, "\(run.err)")
    #expect(run.err.contains(message), "\(run.err)")
    #expect(!FileManager.default.fileExists(atPath: spacekb.path("b.db")))
  }

  @Test("a narrowed dump says what it was narrowed to, and is not loaded")
  func narrowed() throws {
    defer { spacekb.remove() }
    for options in [["--forum", "ISECG"], ["--known-by", "2020-09"], ["--on", "2020-09-09"]] {
      #expect(try spacekb.run(["dump", "one", "--db", "a.db"] + options).status == 0)
      let run = try spacekb("load", "one", "--db", "b.db")
      #expect(run.status == 65 && run.err.contains("LOAD-NARROWED"))
    }
  }
}
