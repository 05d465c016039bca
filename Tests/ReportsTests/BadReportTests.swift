import Formats
import Reports
import Testing

/// A kind of bad input by its id in the catalogue: what comes in, and what must come of it.
struct BadInput: CustomTestStringConvertible, Sendable {
  var id: String
  var bytes: [UInt8]
  /// Codes of what is refused, in order.
  var refused: [String]
  /// How many reports are taken all the same.
  var taken: Int
  /// Codes of warnings, in order.
  var warned: [String]
  /// What one of the messages must say, its place for example.
  var says: String
  var testDescription: String { id }

  init(
    _ id: String, _ text: String, refused: [String] = [], taken: Int? = nil, warned: [String] = [], says: String = ""
  ) {
    self.init(id, bytes: Array(text.utf8), refused: refused, taken: taken, warned: warned, says: says)
  }

  init(
    _ id: String, bytes: [UInt8], refused: [String] = [], taken: Int? = nil, warned: [String] = [], says: String = ""
  ) {
    self.id = id
    self.bytes = bytes
    self.refused = refused
    self.taken = taken ?? (refused.isEmpty ? 1 : 0)
    self.warned = warned
    self.says = says
  }

  /// Reads it and compares; gives the reports that were taken.
  @discardableResult
  func check(sourceLocation: SourceLocation = #_sourceLocation) -> [Report] {
    let outcome = ReportReader()(bytes, file: "x")
    let messages = (outcome.problems + outcome.warnings).map(\.description)
    #expect(outcome.problems.map(\.code) == refused, "\(id): \(messages)", sourceLocation: sourceLocation)
    #expect(outcome.warnings.map(\.code) == warned, "\(id): \(messages)", sourceLocation: sourceLocation)
    #expect(outcome.values.count == taken, "\(id)", sourceLocation: sourceLocation)
    #expect(
      says.isEmpty || messages.contains { $0.contains(says) }, "\(id): \(messages)", sourceLocation: sourceLocation)
    #expect(outcome.exit == (refused.isEmpty ? .done : taken > 0 ? .partly : .badData), sourceLocation: sourceLocation)
    return outcome.values
  }
}

/// Sections A and B of the catalogue: JSON, and what WordPress posts mean.
///
/// Rows in other tests: A02 `PostTests.cuts`, `.cutArray`; A15 all `JSONReaderTests.refuses`; A23 `JSONReaderTests.manyKeys`
/// (Swift seeds its hashes anew in each process, so no keys can be made to collide from outside); A27 `PostTests.size`; B20
/// `PostTests.unused` for its shape; B18, B19 `VersionTests`; B25 `MeetingDerivationTests`, which compare a count with a list.
///
/// Not here: A21 (nothing is decoded by recursion: A20 is the test), J- and H-rows (the command).
struct BadReportTests {
  private static func text(_ changes: [(String, JSONValue?)] = []) -> String { JSONWriter.text(of: post(changes)) }

  /// The post with a piece of its JSON text replaced.
  private static func text(_ old: String, _ new: String) -> String {
    text().split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }

  private static func bytes(_ new: [UInt8]) -> [UInt8] {
    let parts = text().split(separator: "forums met.")
    return Array(parts[0].utf8) + new + Array(parts[1].utf8)
  }

  private static func wide(_ text: String, isLittle: Bool) -> [UInt8] {
    text.utf16.flatMap { isLittle ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  }

  private static func unused(_ value: String) -> String { "{\"x\":\(value)," + text().dropFirst() }

  private static func nested(_ depth: Int) -> String {
    unused(String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
  }

  private static let good = text()

  static let json: [BadInput] = [
    BadInput("A01", "", refused: ["REPORT-EMPTY"], says: "x:1:1: empty"),
    BadInput("A03", "\u{FEFF}" + good, warned: ["TEXT-BOM"]),
    BadInput("A04 LE, mark", bytes: [0xFF, 0xFE] + wide(good, isLittle: true), warned: ["TEXT-UTF16"]),
    BadInput("A04 BE, mark", bytes: [0xFE, 0xFF] + wide(good, isLittle: false), warned: ["TEXT-UTF16"]),
    BadInput("A04 LE", bytes: wide(good, isLittle: true), refused: ["TEXT-ENCODING"], says: "UTF-16LE"),
    BadInput("A04 BE", bytes: wide(good, isLittle: false), refused: ["TEXT-ENCODING"], says: "UTF-16BE"),
    BadInput("A05", bytes: bytes([0xFF]), refused: ["TEXT-ENCODING"], says: "($.content.rendered)"),
    BadInput("A06", bytes: bytes([0xC0, 0xAF]), refused: ["TEXT-ENCODING"], says: "(0xC0) is not UTF-8"),
    BadInput("A07", bytes: bytes([0xED, 0xA0, 0x80]), refused: ["TEXT-ENCODING"], says: "(0xED) is not UTF-8"),
    BadInput("A08 unused", unused("\"\\ud83d\""), warned: ["JSON-SURROGATE"], says: "($.x)"),
    BadInput("A08 used", text("forums met", "\\ud83d"), refused: ["JSON-SURROGATE"], says: "($.content.rendered)"),
    BadInput(
      "A08 among others", "[\(good),\(text("forums met", "\\ud83d"))]", refused: ["JSON-SURROGATE"], taken: 1,
      says: "($[1].content.rendered)"),
    BadInput("A09 low half", text("forums met", "\\ude00"), refused: ["JSON-SURROGATE"]),
    BadInput("A09 high half and a letter", text("forums met", "\\ud83dA"), refused: ["JSON-SURROGATE"]),
    BadInput("A10", text("Two ", "T\\u0000wo "), refused: ["JSON-NUL"], says: "($.title.rendered)"),
    BadInput("A11 control", text("forums met", "a\u{1}b"), refused: ["JSON-SYNTAX"], says: "x:1:"),
    BadInput("A11 line feed", text("forums met", "a\nb"), refused: ["JSON-SYNTAX"], says: "x:1:"),
    BadInput(
      "A12", unused("1,\n\"x\":2"), refused: ["JSON-DUPLICATE"],
      says: "x:2:1 ($.x): the key was given before, at line 1, column 2"),
    BadInput("A13", "{\"__proto__\":{\"id\":1},\"constructor\":1," + good.dropFirst()),
    BadInput("A14", good.dropLast() + ",}", refused: ["JSON-SYNTAX"], says: "x:1:"),
    BadInput("A15 comment", unused("1 /* x */"), refused: ["JSON-SYNTAX"], says: "($.x)"),
    BadInput("A16", unused("0e1")), BadInput("A17", text([("id", .number("9007199254740993"))])),
    BadInput(
      "A18 over 2^63", text([("id", .number("9223372036854775808"))]), refused: ["JSON-RANGE"],
      says: "($.id): number out of range"),
    BadInput(
      "A18 long", text([("id", .number(String(repeating: "1", count: 100_000)))]), refused: ["JSON-RANGE"],
      says: "($.id)"),
    BadInput("A18 exponent", text([("id", .number("1e400"))]), refused: ["JSON-TYPE"], says: "($.id)"),
    BadInput("A19 1.0", text([("id", .number("1.0"))]), refused: ["JSON-TYPE"], says: "($.id)"),
    BadInput("A19 1e3", text([("id", .number("1e3"))]), refused: ["JSON-TYPE"], says: "($.id)"),
    BadInput("A19 -0", text([("id", .number("-0"))]), refused: ["WP-ID"], says: "($.id)"),
    BadInput("A19 -5", text([("id", -5)]), refused: ["WP-ID"], says: "($.id)"),
    BadInput("A19 text", text([("id", "77")]), refused: ["JSON-TYPE"], says: "($.id)"),
    // The object is one level itself.
    BadInput("A20 64", nested(63)), BadInput("A20 65", nested(64), refused: ["JSON-DEPTH"], says: "x:1:"),
    BadInput("A20 513", nested(513), refused: ["JSON-DEPTH"]),
    BadInput("A20 100,000", nested(100_000), refused: ["JSON-DEPTH"]),
    BadInput("A20 open", String(repeating: "[", count: 5_000_000), refused: ["JSON-DEPTH"]),
    BadInput("A22", unused("{" + (0..<200_000).map { "\"k\($0)\":0" }.joined(separator: ",") + "}")),
    BadInput("A24 two", good + good, refused: ["JSON-SYNTAX"], says: "x:1:\(good.utf8.count + 1)"),
    BadInput(
      "A24 comment", good + "\n<!-- cached -->", refused: ["JSON-SYNTAX"],
      says: "x:2:1 ($): extra bytes after the end of the JSON value (HTML after the JSON)"),
    BadInput(
      "A25", "<br /><b>Warning</b>: x in y.php\n" + good, refused: ["JSON-SYNTAX"], says: "HTML before the JSON"),
    BadInput(
      "A26", [good, good, "{\"id\":", good, good].joined(separator: "\n"), refused: ["JSON-SYNTAX"], taken: 4,
      says: "x:3:"),
    BadInput("A28 number", "5", refused: ["REPORT-KIND"]), BadInput("A28 string", "\"x\"", refused: ["REPORT-KIND"]),
    BadInput("A28 null", "null", refused: ["REPORT-KIND"]), BadInput("A28 [[]]", "[[]]", refused: ["REPORT-KIND"]),
    BadInput("A28 {}", "{}", refused: ["REPORT-KIND"]), BadInput("A28 []", "[]", taken: 0, warned: ["REPORT-NONE"]),
    BadInput(
      "A29", "[\(good),null,3,{\"code\":\"rest_no_route\"}]", refused: ["REPORT-KIND", "REPORT-KIND", "WP-ERROR"],
      taken: 1,
      says: "($[3])"),
  ]

  static let wordPress: [BadInput] = [
    BadInput(
      "B01", "{\"code\":\"rest_post_invalid_id\",\"message\":\"Invalid\",\"data\":{\"status\":404}}",
      refused: ["WP-ERROR"], says: "rest_post_invalid_id: Invalid"),
    BadInput("B02 missing", text([("id", nil)]), refused: ["JSON-MISSING"], says: "($.id)"),
    BadInput("B02 null", text([("id", .some(.null))]), refused: ["JSON-MISSING"], says: "($.id)"),
    BadInput("B02 0", text([("id", 0)]), refused: ["WP-ID"], says: "($.id)"),
    BadInput("B03", text([("title", "Two met")]), warned: ["WP-TITLE"], says: "($.title)"),
    BadInput(
      "B04", text([("content", ["rendered": "", "protected": true])]), refused: ["WP-PROTECTED"], says: "($.content)"),
    BadInput("B05 draft", text([("status", "draft")]), refused: ["WP-STATUS"], says: "draft"),
    BadInput("B05 private", text([("status", "private")]), refused: ["WP-STATUS"], says: "private"),
    BadInput("B05 future", text([("status", "future")]), refused: ["WP-STATUS"], says: "future"),
    BadInput("B05 trash", text([("status", "trash"), ("content", nil)])),
    BadInput(
      "B06 null", text([("content", ["rendered": nil])]), refused: ["JSON-MISSING"], says: "($.content.rendered)"),
    BadInput("B06 number", text([("content", ["rendered": 5])]), refused: ["JSON-TYPE"], says: "($.content.rendered)"),
    BadInput("B06 array", text([("content", ["rendered": []])]), refused: ["JSON-TYPE"], says: "($.content.rendered)"),
    BadInput("B07", text([("content", nil)]), refused: ["WP-CONTENT"], says: "an excerpt is no report"),
    BadInput("B08 no date_gmt", text([("date_gmt", nil)])), BadInput("B08 no date", text([("date", nil)])),
    BadInput("B09 1 h", text([("date_gmt", "2021-03-04T22:30:00")])),
    BadInput("B09 14 h", text([("date_gmt", "2021-03-04T09:30:00")])),
    BadInput("B09 30 h", text([("date_gmt", "2021-03-06T05:30:00")]), refused: ["DATE-RANGE"], says: "($.date_gmt)"),
    BadInput("B10", text([("modified_gmt", "2021-03-01T00:00:00")]), warned: ["WP-ORDER"]),
    BadInput(
      "B11", text([("modified", "0000-00-00T00:00:00"), ("modified_gmt", "-001-11-30T00:00:00")]), warned: ["WP-NEVER"]),
    BadInput("B12", text([("guid", ["rendered": "http://north.example/2021/?p=78"])])),
    BadInput("B14 script", text([("link", "javascript:alert(1)")]), warned: ["REPORT-URL"], says: "($.link)"),
    BadInput("B14 data", text([("link", "data:text/html,x")]), warned: ["REPORT-URL"]),
    BadInput("B14 file", text([("link", "file:///etc/passwd")]), warned: ["REPORT-URL"]),
    BadInput("B16", text([("type", "page")])), BadInput("B16 custom", text([("type", "minutes")])),
    BadInput("B17", "[\(good),\(good),\(good)]", taken: 3),
    BadInput(
      "B21", "[" + String(repeating: good + ",", count: 300) + "{\"id\":\"x\"}]", refused: ["REPORT-KIND"], taken: 300,
      says: "($[300])"),
    BadInput("B22", text([("_links", .array((0..<100_000).map { ["href": .string("h\($0)")] }))])),
    BadInput("B23", text([("acf", .string(String(repeating: "<p>x</p>", count: 650_000)))])),
    BadInput("B24 text for a number", text([("id", "1109")]), refused: ["JSON-TYPE"], says: "($.id)"),
    BadInput(
      "B24 text for a flag", text([("content", ["rendered": "x", "protected": "0"])]), refused: ["JSON-TYPE"],
      says: "($.content.protected)"),
  ]

  @Test("A: JSON", arguments: json) func a(row: BadInput) { row.check() }
  @Test("B: WordPress", arguments: wordPress) func b(row: BadInput) { row.check() }

  @Test("B12, B13, B15, B17: a post is its host and id; references are decoded once")
  func keys() {
    let outcome = ReportReader()(
      Array(
        "[\(Self.good),\(Self.text([("link", "https://south.example/two/")])),\(Self.text([("link", "http://north.example/?p=1")]))]"
          .utf8),
      file: "x")
    #expect(
      outcome.values.map(\.key) == [
        "https://north.example/?p=77", "https://south.example/?p=77", "https://north.example/?p=77",
      ])
    #expect(outcome.values.first?.title == "Two “forums” met &lt;b")
  }
}
