import Testing

@Suite("What ties parties, forums and meetings")
struct LinkTests {
  private func base(_ spacekb: Spacekb) throws -> [String] {
    let text = """
      {"url":"https://www.example.org/1","title":"CEOS meets","published":"2019-05-04","text":"On 2 May 2019 the \
      Committee on Earth Observation Satellites (CEOS) met in Oslo, Norway. The agencies represented at the meeting \
      were the Canadian Space Agency (CSA), the European Space Agency (ESA) and the Brazilian Space Agency (AEB). In \
      2018 the Canadian Space Agency (CSA) joined CEOS. In 2018 the Japan Aerospace Exploration Agency (JAXA) joined CEOS."}
      """
    let files = [try spacekb.write("post.json", Samples.post), try spacekb.write("ceos.json", text)]
    let db = ["--db", spacekb.path("x.db")]
    _ = try spacekb.run(["ingest"] + files + db)
    return db
  }

  @Test(
    "compare, path and neighbours",
    arguments: [
      (["compare", "JAXA", "AEB", "--on", "2020-09-09"], "only JAXA"),
      (["compare", "CSA", "JAXA"], "both"), (["compare", "ISECG", "CEOS"], "only CEOS"),
      (["path", "AEB", "JAXA"], "was attended by"), (["path", "CSA", "JAXA"], "1"),
      (["neighbours", "CSA"], "held an office in"), (["neighbours", "meeting/ceos/2019-05-02"], "was attended by"),
      (["path", "AEB", "CSA", "--known-by", "2019-12-31"], "came to"),
    ])
  func answers(arguments: [String], expected: String) throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    let db = try base(spacekb)
    for format in ["plain", "csv", "json"] {
      let run = try spacekb.run(arguments + ["--format", format] + db)
      #expect(run.status == 0, "\(run.err)")
      #expect(run.out.contains(expected), "\(run.out)")
    }
  }

  @Test(
    "what cannot be answered",
    arguments: [
      (["path", "AEB", "JAXA", "--known-by", "2018-01-01"], 1), (["compare", "CSA", "CEOS"], 1),
      (["neighbours", "CSAA"], 1), (["path", "CSA"], 64), (["path", "AEB", "KARI"], 1),
    ] as [([String], Int32)])
  func nothing(arguments: [String], status: Int32) throws {
    let spacekb = try Spacekb()
    defer { spacekb.remove() }
    #expect(try spacekb.run(arguments + base(spacekb)).status == status)
  }
}
