import Formats
import Reports
import Testing

struct ReportReaderTests {
  private func read(_ text: String, _ options: ReportReader.Options = .init(), file: String = "x") -> Outcome<Report> {
    ReportReader(options)(Array(text.utf8), file: file)
  }

  @Test(
    "Kinds of input",
    arguments: [
      ("Two met.", nil, "Two met."), ("[1] A note.", nil, "[1] A note."), ("[Home] [News]", nil, "[Home] [News]"),
      ("{see note}", nil, "{see note}"),
      ("\"Two\" met.", nil, "\"Two\" met."), ("2 met.", nil, "2 met."), ("true story", nil, "true story"),
      ("- a\n- b", nil, "- a\n- b"), ("< 5 met", nil, "< 5 met"),
      ("<p>Two met.</p>", nil, "Two met."), ("\u{FEFF}<!-- x --><p>Two", nil, "Two"),
      ("{\"text\":\"Two\"}", nil, "Two"), (" [{\"text\":\"Two\"}]", nil, "Two"),
      ("{\"text\":\"Two\"}\n\n", nil, "Two"), ("\n{\n\"text\":\"Two\"\n}", nil, "Two"),
      ("{\"html\":\"<p>Two</p>\"}", nil, "Two"), ("{\"a\":\n{\"text\":1},\"text\":\"Two\"}", nil, "Two"),
      ("", "REPORT-EMPTY", ""), (" \n", "REPORT-EMPTY", ""), ("\u{200B}\u{A0}", "REPORT-EMPTY", ""),
      ("\u{FEFF}", "REPORT-EMPTY", ""), ("null", "REPORT-KIND", ""), ("5", "REPORT-KIND", ""),
      ("\"x\"", "REPORT-KIND", ""), ("{}", "REPORT-KIND", ""), ("[[]]", "REPORT-KIND", ""), ("[1]", "REPORT-KIND", ""),
      ("{\"a\":1}", "REPORT-KIND", ""),
      ("{\"url\":\"https://a.example/\"}", "JSON-MISSING", ""), ("{\"text\":\" \\n\"}", "REPORT-EMPTY", ""),
      ("{\"text\":5}", "JSON-TYPE", ""), ("{\"text\":null}", "JSON-MISSING", ""),
      ("{\"code\":\"rest_no_route\"}", "WP-ERROR", ""), ("{\"text\":\"x\"} trailing", "JSON-SYNTAX", ""),
      ("<br /><b>Warning</b>: x\n{\"id\":1}", "JSON-SYNTAX", ""),
      ("<?xml version='1.0'?><rss><item/></rss>", "REPORT-KIND", ""),
      ("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "HTML-DTD", ""), ("a\u{0}b", "TEXT-BINARY", ""),
      ("%PDF-1.4", "TEXT-BINARY", ""), ("{\"text\":\"x\",\"text\":\"y\"}", "JSON-DUPLICATE", ""),
      ("{\"text\":\"x\\ud83d\"}", "JSON-SURROGATE", ""),
    ] as [(String, String?, String)])
  func kinds(text: String, code: String?, body: String) {
    let outcome = read(text)
    #expect(outcome.problems.map(\.code) == (code.map { [$0] } ?? []))
    if code == nil { #expect(outcome.values.map(\.text.string) == [body]) } else { #expect(outcome.exit == .badData) }
  }

  @Test func none() {
    let outcome = read("[]")
    #expect(outcome.values.isEmpty && outcome.problems.isEmpty)
    #expect(outcome.warnings.map(\.code) == ["REPORT-NONE"])
    #expect(outcome.exit == .done)
  }

  @Test func saved() throws {
    let json = """
      {"url": " https://a.example/x", "title": " Two\\n met ", "published": "2019-05", "modified": "2019-06-01T10:00:00Z", "retrieved": "2020-01-01",
      "language": "no", "text": "One\\r\\ntwo.", "digest": true, "truncated": 7}
      """
    let text = json.split(separator: "\" https").joined(separator: "\"https")
    let report = try #require(read(text).values.first)
    #expect(report.key == "https://a.example/x")
    #expect(report.title == "Two met")
    #expect(report.text.string == "Two met\n\nOne\r\ntwo.")
    #expect(report.published == "2019-05")
    #expect(report.modified == "2019-06-01T10:00:00Z")
    #expect(report.retrieved == "2020-01-01")
    #expect(report.language == "no")
    #expect(report.isDigest)
    #expect(read(json).warnings.map(\.code) == ["REPORT-URL"])
  }

  @Test(
    "Dates of saved reports",
    arguments: [
      ("2019", "2019", nil), ("2019-05-06", "2019-05-06", nil), ("2019-05-06T23:00:00+02:00", "2019-05-06", nil),
      ("2019~", "2019~", nil),
      ("2019-02-30", nil, "DATE-RANGE"), ("May 2019", nil, "DATE-FORM"), ("1500", nil, "DATE-RANGE"),
      ("", nil, "DATE-FORM"),
    ] as [(String, String?, String?)])
  func dates(date: String, published: String?, code: String?) {
    let outcome = read("{\"text\":\"x\",\"published\":\"\(date)\"}")
    #expect(outcome.values.first?.published == published)
    #expect(outcome.problems.first?.code == code)
    #expect(outcome.problems.first?.place.path == (code == nil ? nil : "$.published"))
  }

  @Test func options() throws {
    let options = ReportReader.Options(url: "http://a.example/y?x=1&p=9", title: "T", published: "2020", language: "fr")
    let report = try #require(read("Two met.", options).values.first)
    #expect(report.key == "https://a.example/?p=9")
    #expect(report.text.string == "T\n\nTwo met.")
    #expect(report.published == "2020")
    #expect(report.language == "fr")
    #expect(read("x", .init(published: "2020-02-30")).exit == .usage)
    #expect(read("x", .init(url: "javascript:x")).exit == .usage)
  }

  @Test(
    "Keys",
    arguments: [
      ("https://a.example/b", "https://a.example/b"), (" https://a.example/b\n", "https://a.example/b"),
      ("http://A.example/wp/?p=12", "https://a.example/?p=12"),
      ("http://a.example/?p=12&preview=true#x", "https://a.example/?p=12"),
      ("https://a.example:8080?p=3", "https://a.example:8080/?p=3"),
      ("https://a.example/?p=x", "https://a.example/?p=x"),
      ("https://a.example/?page=3", "https://a.example/?page=3"),
      ("https://a.example/#?p=3", "https://a.example/#?p=3"), ("https://u:v@a.example/?p=3", "https://a.example/?p=3"),
      ("ftp://a.example/?p=3", "ftp://a.example/?p=3"), ("", ""),
    ])
  func keys(url: String, key: String) { #expect(ReportKey.key(url: url) == key) }

  @Test("Without a URL the text is the key; title and text make the digest")
  func digests() throws {
    let one = Report(title: "A", text: ReportText(title: "A", plain: "B"))
    let two = Report(title: "", text: ReportText(plain: "A\n\nB"))
    #expect(one.key == "sha256:" + SHA256.hex("A\n\nB"))
    #expect(one.key == two.key)
    #expect(one.digest != two.digest)
    #expect(one.digest == Report(url: "https://a.example/", title: "A", text: one.text).digest)
  }

  @Test("E18: a text that breaks programs is kept byte for byte")
  func naughty() {
    let texts = [
      "' OR 1=1; --", "$(touch x)", "<script>alert(1)</script>", "=1+1", "\u{202E}abc", "e\u{301}", "x👩‍👩‍👧", "\u{1B}[31m",
      "x\u{FFFE}", "a\r\nb\u{85}", "\\u0000",
    ]
    for text in texts {
      let json: JSONValue = ["title": "T", "text": .string(text)]
      let outcome = ReportReader()(JSONWriter.bytes(of: json), file: "x")
      #expect(outcome.values.map(\.text.bytes) == [Array("T\n\n\(text)".utf8)])
    }
  }

  @Test("Encodings")
  func encodings() {
    #expect(ReportReader()(Array("caf".utf8) + [0xE9], file: "x").problems.map(\.code) == ["TEXT-ENCODING"])
    let wide: [UInt8] = [0xFF, 0xFE] + Array("{\"text\":\"é\"}".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(ReportReader()(wide, file: "x").values.map(\.text.string) == ["é"])
  }

  @Test("16 MiB is taken, one byte more is not", arguments: [0, 1])
  func size(more: Int) {
    let page = Array("<p>x<!--".utf8)
    let bytes =
      page + [UInt8](repeating: 0x20, count: ReportReader.maximumBytes - page.count - 3 + more) + Array("-->".utf8)
    #expect(ReportReader()(bytes, file: "x").problems.map(\.code) == (more == 0 ? [] : ["REPORT-SIZE"]))
  }
}
