import Formats
import Reports
import Testing

/// A post of the test's own, with some members replaced or (nil) left out.
func post(_ changes: [(String, JSONValue?)] = []) -> JSONValue {
  var members: [(String, JSONValue)] = [
    ("id", 77), ("date", "2021-03-04T23:30:00"), ("date_gmt", "2021-03-04T22:30:00"),
    ("guid", ["rendered": "http://north.example/?p=77"]),
    ("modified", "2021-03-05T08:00:00"), ("modified_gmt", "2021-03-05T07:00:00"), ("slug", "two"),
    ("status", "publish"), ("type", "post"),
    ("link", "https://North.example/2021/two-met/"), ("title", ["rendered": "Two &#8220;forums&#8221; met &amp;lt;b"]),
    ("content", ["rendered": "\n<p>The forums met.</p>\n", "protected": false]),
    ("excerpt", ["rendered": "<p>The forums</p>"]), ("_links", ["self": [["href": "x"]]]),
  ]
  for (key, value) in changes {
    if let index = members.firstIndex(where: { $0.0 == key }) {
      if let value { members[index].1 = value } else { members.remove(at: index) }
    } else if let value {
      members.append((key, value))
    }
  }
  return .object(members.map { JSONMember($0.0, $0.1) })
}

struct PostTests {
  private func read(_ value: JSONValue) -> Outcome<Report> {
    ReportReader()(JSONWriter.bytes(of: value), file: "x.json")
  }

  @Test func whole() throws {
    let outcome = read(post())
    let report = try #require(outcome.values.first)
    #expect(outcome.problems.isEmpty && outcome.warnings.isEmpty)
    #expect(report.key == "https://north.example/?p=77")
    #expect(report.url == "https://North.example/2021/two-met/")
    #expect(report.title == "Two “forums” met &lt;b")
    #expect(report.text.string == "Two “forums” met &lt;b\n\nThe forums met.")
    #expect(report.published == "2021-03-04")
    #expect(report.modified == "2021-03-05T07:00:00Z")
    #expect(report.status == .published)
    #expect(report.raw == JSONWriter.bytes(of: post()))
    #expect(report.digest.utf8.count == 64)
  }

  @Test(
    "Refused",
    arguments: [
      ("content", 7, "JSON-TYPE", "$.content"),
      ("content", ["rendered": "<p>x</p>", "protected": true], "WP-PROTECTED", "$.content"),
      ("content", ["rendered": " \u{200B} <p></p>"], "REPORT-EMPTY", "$.content"),
      ("title", ["rendered": 5], "JSON-TYPE", "$.title.rendered"), ("title", 5, "JSON-TYPE", "$.title"),
      ("date", "2021-02-30T00:00:00", "DATE-RANGE", "$.date"),
      ("date", "2021-3-4", "DATE-FORM", "$.date"), ("date", 2021, "JSON-TYPE", "$.date"),
      ("date_gmt", "2021-03-06T23:30:00", "DATE-RANGE", "$.date_gmt"),
      ("modified", "12021-03-05T08:00:00", "DATE-FORM", "$.modified"),
    ] as [(String, JSONValue?, String, String)])
  func refused(key: String, value: JSONValue?, code: String, path: String) {
    let outcome = read(post([(key, value)]))
    #expect(outcome.values.isEmpty)
    #expect(outcome.problems.map(\.code) == [code])
    #expect(outcome.problems.first?.place.path == path)
    #expect(outcome.exit == .badData)
  }

  @Test(
    "Taken with a warning",
    arguments: [
      ("content", "<p>x</p>", "WP-CONTENT"), ("link", "javascript:alert(1)", "REPORT-URL"),
      ("content", ["rendered": "<p>x <s>y</s></p>"], "HTML-STRUCK"),
    ] as [(String, JSONValue, String)])
  func warned(key: String, value: JSONValue, code: String) {
    let outcome = read(post([(key, value)]))
    #expect(outcome.values.first?.key == "https://north.example/?p=77")
    #expect(outcome.warnings.map(\.code) == [code])
    #expect(outcome.values.first?.url?.hasPrefix("javascript") != true)
  }

  @Test func never() {
    let outcome = read(post([("modified", "0000-00-00T00:00:00"), ("modified_gmt", "-001-11-30T00:00:00")]))
    #expect(outcome.values.first?.modified == nil)
    #expect(outcome.warnings.map(\.code) == ["WP-NEVER"])
  }

  @Test func datesAlone() {
    #expect(read(post([("date_gmt", nil)])).values.first?.published == "2021-03-04")
    #expect(read(post([("date", nil)])).values.first?.published == "2021-03-04")
    #expect(read(post([("date", nil), ("date_gmt", nil)])).values.first?.published == nil)
    #expect(read(post([("modified_gmt", nil)])).values.first?.modified == "2021-03-05T08:00:00")
  }

  @Test func trash() {
    let outcome = read(post([("status", "trash"), ("content", nil)]))
    #expect(outcome.values.map(\.status) == [.retracted])
    #expect(outcome.problems.isEmpty)
  }

  @Test("Half a surrogate pair counts only where it is read")
  func surrogates() {
    let text = JSONWriter.text(of: post([("slug", "HERE"), ("content", ["rendered": "<p>THERE</p>"])]))
    let swap = { (word: String) in text.split(separator: word).joined(separator: "\\ud83d") }
    let unused = ReportReader()(Array(swap("HERE").utf8), file: "x")
    #expect(unused.values.isEmpty)
    #expect(unused.problems.first?.place.path == "$.content.rendered")
    let slug = JSONWriter.text(of: post([("slug", "HERE")])).split(separator: "HERE").joined(separator: "\\ud83d")
    let outcome = ReportReader()(Array(slug.utf8), file: "x")
    #expect(outcome.values.count == 1)
    #expect(outcome.warnings.map(\.place.path) == ["$.slug"])
  }

  @Test("An array with good and bad records, each bad one by its index")
  func array() {
    let mixed: JSONValue = [
      post(), nil, 5, ["code": "rest_no_route", "message": "No"], post([("id", 78)]), post([("id", "x")]), [:], [],
    ]
    let outcome = read(mixed)
    #expect(outcome.values.map(\.key) == ["https://north.example/?p=77", "https://north.example/?p=78"])
    #expect(
      outcome.problems.map(\.code) == [
        "REPORT-KIND", "REPORT-KIND", "WP-ERROR", "JSON-TYPE", "REPORT-KIND", "REPORT-KIND",
      ])
    #expect(outcome.problems.map { $0.place.path ?? "" } == ["$[1]", "$[2]", "$[3]", "$[5].id", "$[6]", "$[7]"])
    #expect(outcome.exit == .partly)
  }

  @Test func lines() {
    let good = JSONWriter.text(of: post())
    let outcome = ReportReader()(Array("\(good)\n{\"id\":\n\(good)\n".utf8), file: "x.jsonl")
    #expect(outcome.values.count == 2)
    #expect(outcome.problems.map { $0.place.line ?? 0 } == [2])
  }

  @Test("A post cut at every byte is always one problem")
  func cuts() {
    let bytes = JSONWriter.bytes(of: post(), .pretty)
    for end in 0..<bytes.count {
      let outcome = ReportReader()(Array(bytes[..<end]), file: "x.json")
      guard outcome.values.isEmpty, outcome.problems.count == 1, outcome.exit == .badData else {
        Issue.record("cut at \(end): \(outcome.values.count) reports, \(outcome.problems)")
        return
      }
    }
  }

  @Test("Of an array cut off the posts before the place are taken")
  func cutArray() {
    let bytes = JSONWriter.bytes(of: [post(), post([("id", 78)])])
    let first = JSONWriter.bytes(of: [post()]).count
    for end in 1..<bytes.count {
      let outcome = ReportReader()(Array(bytes[..<end]), file: "x.json")
      #expect(outcome.problems.count == 1)
      #expect(outcome.values.count == (end < first - 1 ? 0 : end < bytes.count - 1 ? 1 : 2))
    }
  }

  @Test("Large parts that nobody reads cost little")
  func unused() {
    let links = JSONValue.array((0..<50_000).map { ["href": .string("https://north.example/\($0)")] })
    #expect(read(post([("_links", ["self": links])])).values.count == 1)
  }

  @Test("A record over the limit is refused alone")
  func size() {
    let big = post([("acf", .string(String(repeating: "x", count: 16 << 20)))])
    let outcome = read([post(), big, post([("id", 78)])])
    #expect(outcome.values.count == 2)
    #expect(outcome.problems.map(\.code) == ["REPORT-SIZE"])
  }
}
