import Formats
import Reports
public import Statements

/// How a report was read, as one page that needs nothing else: the text with what it names marked, the statements beneath each
/// sentence. No script, no font, no request.
public struct ExplanationHTML: Sendable {
  public init() {}

  public func callAsFunction(_ explanation: Explanation) -> String {
    var page = Markup()
    page.literal("<!doctype html>\n")
    page.begin("html", ["lang": "en"])
    page.head(title: Printable.sentence(explanation.report.title), sheets: [Self.sheet])
    page.begin("body")
    page.begin("main")
    page.newline()
    for part in explanation.parts { add(part, explanation.report.text.bytes, &page) }
    page.end()
    page.end()
    page.end()
    return page.text + "\n"
  }

  private func add(_ part: Explanation.Part, _ bytes: [UInt8], _ page: inout Markup) {
    page.begin("p", ["class": part.kind == .title || part.kind == .heading ? "heading" : "text"])
    var position = part.range.lowerBound
    for named in part.named {
      page.words(words(bytes[position..<named.range.lowerBound]))
      page.element("mark", ["class": named.type, "title": named.type], words(bytes[named.range]))
      position = named.range.upperBound
    }
    page.words(words(bytes[position..<part.range.upperBound]))
    page.end()
    page.newline()
    for reading in part.readings { add(reading, &page) }
  }

  private func add(_ reading: Explanation.Reading, _ page: inout Markup) {
    page.begin("table")
    page.element("caption", "\(reading.statement.kind.rawValue): \(words(reading.statement.evidence.quote))")
    for value in reading.values {
      page.begin("tr")
      page.element("th", ["scope": "row"], value.key.rawValue)
      page.element("td", words(value.words))
      page.element("td", ["class": "quiet"], ExplanationText.words(for: value.origin))
      page.end()
    }
    page.begin("tr")
    page.element("th", ["scope": "row"], "rule")
    page.element("td", reading.statement.rule)
    page.element("td", ["class": "quiet"], "\(reading.rule.file):\(reading.rule.line ?? 0)")
    page.end()
    page.end()
    page.newline()
  }

  private func words(_ bytes: ArraySlice<UInt8>) -> String { words(String(decoding: bytes, as: UTF8.self)) }

  /// Line ends and tabs as spaces, other control characters made visible.
  private func words(_ text: String) -> String {
    Visible.text(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
  }

  private static let sheet: StaticString = """
    body{font:16px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;color:#1b222c;\
    background:#fff;margin:0}
    main{max-width:46rem;margin:2rem auto;padding:0 1rem}
    .text{margin:.6rem 0}
    .heading{font-weight:650;margin:1.4rem 0 .4rem}
    mark{background:#e8edf2;color:inherit;border-radius:3px;padding:0 .15em}
    mark.party,mark.group,mark.affiliations{background:#d3e5f8}
    mark.forum,mark.code{background:#e4daf6}
    mark.date{background:#fbe6b4}
    mark.person,mark.role{background:#fbd9cc}
    mark.place,mark.venue{background:#d5efd9}
    table{border-left:3px solid #1d5a9e;border-collapse:collapse;margin:.4rem 0 1rem 1rem;font-size:14px}
    caption{text-align:left;padding:.1rem .7rem;font-weight:650}
    th,td{text-align:left;vertical-align:top;padding:.05rem .7rem;font-weight:400}
    th,.quiet{color:#56606c}
    @media (prefers-color-scheme:dark){
    body{color:#e8edf2;background:#11161c}
    mark{background:#2a333d}
    mark.party,mark.group,mark.affiliations{background:#1d3d5c}
    mark.forum,mark.code{background:#3a2d5a}
    mark.date{background:#4d3b0d}
    mark.person,mark.role{background:#542a1d}
    mark.place,mark.venue{background:#1f4327}
    table{border-color:#74b4f7}
    th,.quiet{color:#9fabb7}
    }
    """
}
