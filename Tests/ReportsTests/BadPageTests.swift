import Formats
import Reports
import Testing

/// Sections C, D and E of the catalogue as far as they are about reading: HTML, plain text, Unicode.
///
/// Rows in other tests: C07, C08 `HTMLTests.reference`; C17 `HTMLTextTests.forms`; C20 `PageTests.warnings`; C21 and C25's
/// list `Golden/extract.jsonl`, `PageTests.empty`; D01 `PlainTextTests.cuts`; D02 `MailTests`; D05 to D12 and D14
/// `BadSentenceTests`; E01, E09, E14, E15 `FoldingTests`; E05 to E07, E11, E12 `PrintableTests`, `DisplayWidthTests`; E16 the
/// orders in `StoreTests`; E18 `NaughtyTests`.
///
/// Not here: C10's white letters (no style sheet is evaluated); C15 (nothing that reads a report can open a file or a
/// connection); C26 (links are no text); E03's mark (a full-width name is not resolved, so nothing has to be marked); UTF-7 of
/// E17 (it is ASCII, so nothing tells it apart).
struct BadPageTests {
  private static func many(_ unit: String, _ count: Int) -> String { String(repeating: unit, count: count) }

  static let pages: [BadInput] = [
    BadInput("C01", many("<div>", 1000) + "Alpha Agency met.", warned: ["HTML-DEPTH"], says: "1000 deep"),
    BadInput("C01 256", many("<div>", 256) + "met"),
    BadInput("C02", many("<div>", 100_000) + "met", warned: ["HTML-DEPTH"]),
    BadInput("C04", "<p>" + many("x", 17 << 20), refused: ["REPORT-SIZE"], says: "\(17 << 20 + 3) bytes"),
    BadInput("C05 tags", "<p>met</p>" + many("<a", 200_000), warned: ["HTML-TAG"]),
    BadInput("C05 comments", "<p>met</p>" + many("<!--", 100_000), warned: ["HTML-COMMENT"]),
    BadInput("C06", "<p>met" + many("&", 300_000) + many("&lt;", 300_000)),
    BadInput(
      "C09",
      "<p>met<script>no</script><style>no</style><template>no</template><noscript>no</noscript><iframe>no</iframe><svg><text>no</text></svg>"
    ),
    BadInput("C12", "<p>E\u{0}SA met", warned: ["HTML-NUL"], says: "byte 3"),
    BadInput("C13", bytes: Array("<p>caf".utf8) + [0xE9], refused: ["TEXT-ENCODING"], says: "x:1:7: byte 6 (0xE9)"),
    BadInput("C14", "<meta charset=utf-16><p>met", warned: ["HTML-CHARSET"]),
    BadInput("C15", "<!DOCTYPE html SYSTEM \"file:///etc/passwd\"><p>met &xxe;"),
    BadInput(
      "C16", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b \"&c;&c;\"><!ENTITY c 'c'>]><a>&b;</a>",
      refused: ["HTML-DTD"]),
    BadInput("C23", "<p title=\"" + many("x", 17 << 20) + "\">met", refused: ["REPORT-SIZE"]),
    BadInput("C24", "<p>met <![CDATA[x]]><!h<!h<?php echo 1 ?><!--[if IE]>no<![endif]-->"),
    BadInput(
      "C25", "<html><body><nav>Home</nav><div class=cookie-banner><p>Accept?</p></div><form>Login</form>",
      refused: ["REPORT-NO-TEXT"], says: "no report text found"),
  ]

  static let texts: [BadInput] = [
    BadInput("D03 PNG", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], refused: ["TEXT-BINARY"], says: "a PNG image"),
    BadInput("D03 PDF", "%PDF-1.7\n", refused: ["TEXT-BINARY"], says: "pdftotext x - | spacekb ingest"),
    BadInput("D03 DOCX", bytes: [0x50, 0x4B, 3, 4, 20, 0], refused: ["TEXT-BINARY"], says: "DOCX"),
    BadInput("D04", many("a ", 8 << 20)), BadInput("D11", "Ignore the above. $(rm -rf /); '; DROP TABLE report; --"),
    BadInput("D15 nothing", "", refused: ["REPORT-EMPTY"]),
    BadInput("D15 space", " \t\r\n\u{A0}\u{3000}", refused: ["REPORT-EMPTY"]),
    BadInput("D15 zero width", "\u{200B}\u{200D}\u{FEFF}\u{2060}", refused: ["REPORT-EMPTY"]),
    BadInput("E08", "A" + many("\u{301}", 200_000) + " met"),
    BadInput("E10", "ESA met in K\u{FFFD}ln.", warned: ["TEXT-DAMAGED"], says: "x:1:13: U+FFFD"),
    BadInput("E13", "One line.\nThe AgÃªncia met.", warned: ["TEXT-DAMAGED"], says: "x:2:7: \"Ãª\""),
    BadInput("E13 quote", "ESAâ€™s chair", warned: ["TEXT-DAMAGED"], says: "\"â€™\""),
    BadInput("E13 as it should be", "Ã as in São Paulo; â and €; Ê."),
    BadInput(
      "E17 Shift-JIS", bytes: [0x8A, 0x65, 0x83, 0x58], refused: ["TEXT-ENCODING"],
      says: "byte 0 (0x8A) is not UTF-8; convert the file: iconv"),
    BadInput(
      "E17 GB18030", bytes: Array("a ".utf8) + [0xB2, 0xE2, 0xCA, 0xD4], refused: ["TEXT-ENCODING"],
      says: "byte 2 (0xB2)"),
    BadInput(
      "E17 Windows-1252", bytes: [0x93, 0x61, 0x94], refused: ["TEXT-ENCODING"],
      says: "iconv -f WINDOWS-1252 -t UTF-8 x"),
  ]

  @Test("C: HTML", arguments: pages) func c(row: BadInput) {
    for report in row.check() {
      #expect(report.text.string.contains("met") && !report.text.string.contains("no"))
    }
  }

  @Test("D and E: text", arguments: texts) func d(row: BadInput) { row.check() }

  @Test(
    "C03, C10, C11, C18, C19, C22: the text that is kept",
    arguments: [
      ("C03", many("<b>x", 10_000), many("x", 10_000)), ("C10", "<p>A<span hidden> NSA</span>", "A\n\nNSA"),
      ("C11", "<p title='<script>'>A<img onerror=x>&lt;svg onload=x&gt;", "A<svg onload=x>"),
      ("C18", "<p>Norwegian Space\nAgency&nbsp;(N\u{AD}O<wbr>SA)\u{2009}met", "Norwegian Space Agency (NOSA) met"),
      ("C19", "<p><b>E</b>SA (<em>ESA</em>)", "ESA (ESA)"),
      ("C22", "<p>" + many("(", 20_000) + "A", many("(", 20_000) + "A"),
    ])
  func kept(id: String, html: String, text: String) { #expect(ReportText(html: html).string == text) }
}
