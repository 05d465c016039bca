import Testing

@Suite("Export")
struct ExportCommandTests {
  /// A whole list, a list with its number, joining, leaving, a handover, a person, a later year.
  private static let reports = #"""
    {"url":"https://e.org/?p=1","title":"Senior managers meet","published":"2020-09-18","text":"On 9 September 2020, 3 space agencies were represented at the meeting of the International Space Exploration Coordination Group (ISECG) in Kyoto: CSA, JAXA and NASA. The Canadian Space Agency (CSA) took over the chair of ISECG from JAXA on 9 September 2020."}
    {"url":"https://e.org/?p=2","title":"Members & \"friends\"","published":"2012-05-06","digest":true,"text":"As of 5 May 2012, ISECG has three members: CSA, JAXA and KARI."}
    {"url":"https://e.org/?p=3","title":"New members","published":"2014-07-08","text":"The Italian Space Agency (ASI) joined ISECG on 7 July 2014. ISRO withdrew from ISECG on 3 March 2013."}
    {"title":"Without an address","published":"2022-02-03","text":"ESA and CSA came to the ISECG meeting of 2 February 2022. ESA holds the chair of ISECG."}
    """#

  private func base() throws -> Spacekb {
    let spacekb = try Spacekb()
    #expect(try spacekb("ingest", "--quiet", "--db", "a.db", "-", input: Self.reports).status == 0)
    return spacekb
  }

  @Test(
    "golden",
    arguments: [
      ("graphml", "export.graphml"), ("turtle", "export.ttl"), ("country-year", "export-country-year.csv"),
      ("attendance", "export-attendance.csv"),
    ])
  func golden(format: String, file: String) throws {
    let spacekb = try base()
    defer { spacekb.remove() }
    let run = try spacekb("export", format, "--db", "a.db", "--today", "2026-11-25")
    #expect(run.status == 0 && run.err.isEmpty)
    try expectGolden(run.out, file)
    let narrowed = try spacekb("export", format, "--db", "a.db", "--forum", "ISECG", "--today", "2026-11-25")
    #expect(narrowed.out == run.out)
  }

  @Test("narrowed by time and by what was known; a forum of which nothing is told: 1, and still a file of its format")
  func narrowed() throws {
    let spacekb = try base()
    defer { spacekb.remove() }
    func rows(_ arguments: String...) throws -> [Substring] {
      let run = try spacekb.run(["export", "country-year", "--db", "a.db"] + arguments)
      return run.out.split(separator: "\n").dropFirst().filter { $0.hasPrefix("ITA") }
    }
    #expect(try rows("--in", "2013-2015").map { $0.split(separator: ",")[1] } == ["325", "325", "325"])
    #expect(try rows("--on", "2014-12-31").count == 1)
    #expect(try rows("--known-by", "2013").isEmpty)
    let run = try spacekb("export", "graphml", "--db", "a.db", "--forum", "CEOS")
    #expect(run.status == 1 && run.out.hasSuffix("</graph></graphml>\n") && run.err.contains("no report"))
    #expect(try spacekb("export", "graphml", "--db", "a.db", "--forum", "ISEGC").status == 1)
    #expect(try spacekb("export", "gexf", "--db", "a.db").status == 64)
    #expect(try spacekb("export", "turtle", "--db", "none.db").status == 66)
  }
}
