import Formats
import Testing

/// E18: texts that break programs come back byte for byte. Doors here: JSON, pretty JSON, a CSV cell, a name of a CSV column;
/// the fifth, the text of a report, is `ReportReaderTests.naughty`.
struct NaughtyTests {
  static let texts = [
    "undefined", "null", "NULL", "NaN", "true", "0", "-0", "1e5", "0x10", "007", "1,000.00", "' OR 1=1; --", "\"",
    "\"\"",
    "a\"b", ",", ";", "a\tb", "\\", "\\n", "../../etc/passwd", "CON", "%00", "$HOME", "$(touch x)", "`x`", "{{x}}",
    "%s%n",
    "<script>alert(1)</script>", "]]>", "-->", "&amp;", "=1+1", "+1", "-1", "@x", "|", "{", "[", "’", "“quoted”",
    "Ω≈ç√∫", "社會科學院",
    "ﺍﻟﺴﻼﻡ", "עִברִית", "👩‍👩‍👧", "🇧🇷", "e\u{301}", "é", "\u{FEFF}x", "\u{202E}abc", "\u{200B}", "\u{2028}", "\u{FFFE}",
    "\u{10FFFF}",
    "\u{1B}[31m", "\u{7F}", "\u{85}", "line\nline", "line\r\nline", " lead", "trail ", "Å", "Å", "İ", "ß", "ﬁ", "̡͕̜̫",
    String(repeating: "x", count: 10_000),
  ]

  @Test("through JSON and CSV", arguments: texts)
  func comesBack(text: String) throws {
    for form in [JSONWriter.Form.compact, .pretty] {
      let value: JSONValue = [text: .string(text)]
      let back = try JSONReader(JSONWriter.bytes(of: value, form), file: "x").value()
      #expect(back.object?.first.map { Array($0.key.utf8) } == Array(text.utf8))
      #expect(back.object?.first?.value.string.map { Array($0.utf8) } == Array(text.utf8))
    }
    let csv = CSVWriter.row(["first", text]) + CSVWriter.row([text, "x"])
    let table = try CSVReader.table(Array(csv.utf8), file: "x")
    #expect(table.header.last.map { Array($0.utf8) } == Array(text.utf8))
    #expect(table.rows.first?.cells.first??.utf8.elementsEqual(text.utf8) == true)
  }
}
