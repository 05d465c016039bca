public import Answers
import Formats
import Graph
import Store

/// A timeline as one page that needs nothing else: the picture, whose marks lead to the sentences beneath; the same as a table;
/// the sentences, each with its report. No script, no font, no request.
public struct TimelineHTML: Sendable {
  public init() {}

  public func callAsFunction(_ timeline: Timeline) -> String {
    var picture = TimelinePicture(timeline, links: .sentences)
    picture.body()
    var page = Markup()
    page.literal("<!doctype html>\n")
    page.begin("html", ["lang": "en"])
    page.head(title: timeline.title, sheets: [Self.sheet, TimelineStyle.sheet])
    page.begin("body")
    page.begin("main")
    page.newline()
    page.element("h1", timeline.title)
    if let subtitle = picture.subtitle { page.element("p", ["class": "quiet"], subtitle) }
    page.newline()
    page.begin("figure")
    page.append(picture.document(isStandalone: false))
    page.end()
    page.newline()
    table(timeline, &picture.evidence, &page)
    sentences(picture.evidence.items, &page)
    page.begin("footer")
    page.element("p", ["class": "quiet"], TimelinePicture.source(timeline))
    page.end()
    page.newline()
    page.end()
    page.end()
    page.end()
    return page.text + "\n"
  }

  // MARK: Table

  private func table(_ timeline: Timeline, _ evidence: inout NumberedEvidence, _ page: inout Markup) {
    page.element("h2", "The same as a table")
    page.begin("div", ["class": "wide", "tabindex": "0", "role": "region", "aria-label": "Table"])
    page.begin("table")
    page.begin("thead")
    page.begin("tr")
    for heading in ["Name", "From", "To", "Certainty", "Sentences"] { page.element("th", ["scope": "col"], heading) }
    page.end()
    page.end()
    page.newline()
    for section in timeline.sections {
      page.begin("tbody")
      page.begin("tr")
      page.element("th", ["colspan": "5", "scope": "rowgroup"], section.title)
      page.end()
      page.newline()
      for row in section.rows {
        for mark in row.marks { line(mark, of: row, in: section, &evidence, &page) }
      }
      for mark in section.undated { line(mark, of: nil, in: section, &evidence, &page) }
      page.end()
    }
    if let totals = timeline.totals { self.totals(totals, &evidence, &page) }
    page.end()
    page.end()
    page.newline()
  }

  private func line(
    _ mark: Timeline.Mark, of row: Timeline.Row?, in section: Timeline.Section, _ evidence: inout NumberedEvidence,
    _ page: inout Markup
  ) {
    let label = section.form == .rows ? row?.label ?? mark.label : mark.label
    let isNamed = section.form == .rows && mark.label != label
    let isUndated = mark.time.isUndated
    page.begin("tr", ["data-id": mark.id])
    name(label + (isNamed ? " (\(mark.label))" : ""), mark.class, &page)
    cell(isUndated ? "not stated" : FactWords.beneath("from ", Wording.start(of: mark.time)), &page)
    cell(isUndated ? "not stated" : FactWords.beneath("until ", Wording.end(of: mark.time)), &page)
    cell(isUndated ? "time not stated" : certainty(of: mark), &page)
    references(mark.evidence, &evidence, &page)
    page.end()
    page.newline()
  }

  private func certainty(of mark: Timeline.Mark) -> String {
    mark.stretches.map(\.certainty.rawValue).joined(separator: ", then ")
  }

  private func totals(_ totals: Timeline.Totals, _ evidence: inout NumberedEvidence, _ page: inout Markup) {
    guard !totals.counts.isEmpty || !totals.undated.isEmpty else { return }
    page.begin("tbody")
    page.begin("tr")
    page.element("th", ["colspan": "5", "scope": "rowgroup"], "\(totals.title), as reports state it")
    page.end()
    page.newline()
    for count in totals.counts + totals.undated {
      page.begin("tr", ["data-id": count.id])
      page.element("td", (count.isApproximate ? "about " : "") + "\(count.count)")
      page.element("td", ["colspan": "2"], count.asOf.edtf.map(Wording.date) ?? "not stated")
      cell("stated", &page)
      references(count.evidence, &evidence, &page)
      page.end()
      page.newline()
    }
    page.end()
  }

  private func name(_ name: String, _ detail: String?, _ page: inout Markup) {
    page.begin("td")
    page.element("bdi", Printable.sentence(name))
    if let detail, !["member", "chair"].contains(detail) { page.element("span", ["class": "quiet"], " \(detail)") }
    page.end()
  }

  private func cell(_ words: String, _ page: inout Markup) { page.element("td", words) }

  private func references(_ items: [EvidenceItem], _ evidence: inout NumberedEvidence, _ page: inout Markup) {
    page.begin("td")
    for (i, number) in items.map({ evidence.number($0) }).reduce(
      into: [Int](), { if !$0.contains($1) { $0.append($1) } }
    )
    .enumerated() {
      if i > 0 { page.words(" ") }
      page.element("a", ["href": "#e\(number)"], "\(number)")
    }
    page.end()
  }

  // MARK: Sentences

  private func sentences(_ items: [EvidenceItem], _ page: inout Markup) {
    guard !items.isEmpty else { return }
    page.element("h2", "The sentences")
    page.begin("ol")
    page.newline()
    for (i, item) in items.enumerated() {
      page.begin("li", ["id": "e\(i + 1)"])
      page.element("q", ["dir": "auto"], Printable.sentence(item.quote))
      page.literal("<br/>")
      let source = EvidenceText.source(item)
      if let link = Markup.link(item.url) {
        page.element("a", ["href": link, "dir": "auto", "rel": "noreferrer"], source)
      } else {
        page.element("span", ["class": "quiet", "dir": "auto"], source)
      }
      page.end()
      page.newline()
    }
    page.end()
    page.newline()
  }

  private static let sheet: StaticString = """

    :root{color-scheme:light dark;--ink:#1b222c;--paper:#fff;--quiet:#56606c;--line:#d5dbe2;--link:#0b57a4;--mark:#fff3c9}
    body{margin:0;background:var(--paper);color:var(--ink);\
    font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif}
    main{max-width:1100px;margin:0 auto;padding:24px 20px 48px}
    h1{font-size:1.7rem;line-height:1.2;margin:0 0 .2rem}
    h2{font-size:1.15rem;margin:2.2rem 0 .6rem}
    p{margin:0}
    .quiet{color:var(--quiet)}
    a{color:var(--link)}
    figure{margin:1rem 0 0}
    figure svg{display:block;width:100%;height:auto}
    .wide{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-size:.9rem}
    th,td{text-align:start;vertical-align:top;padding:.3rem .8rem .3rem 0;border-bottom:1px solid var(--line)}
    tbody th{padding-top:1.1rem}
    ol{padding-inline-start:2.2rem;font-size:.95rem}
    li{margin-bottom:.7rem}
    li:target,tr:target{background:var(--mark)}
    footer{margin-top:2rem;font-size:.9rem}
    @media (prefers-color-scheme:dark){
    :root{--ink:#e8edf2;--paper:#11161c;--quiet:#9fabb7;--line:#303a45;--link:#8cc2ff;--mark:#3b3110}
    }
    @media print{
    @page{size:A4;margin:12mm}
    main{max-width:none;padding:0}
    figure svg{max-height:250mm}
    h2{break-after:avoid}
    tr,li{break-inside:avoid}
    }

    """
}
