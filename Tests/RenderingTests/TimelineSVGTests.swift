import Formats
import Foundation
import TestSupport
import Testing

@testable import Answers
@testable import Graph
@testable import Rendering
@testable import Store

@Suite("Timelines as SVG and HTML")
struct TimelineSVGTests {
  /// What the bounds of a row of the table say, whatever the drawing thinks: look, first day, last day.
  private static func expected(_ cells: [String?], _ first: Day, _ last: Day) -> Set<String> {
    func day(_ column: String) -> Day? {
      TimelineRows.columns.firstIndex(of: column).flatMap { cells[$0] }.map(TimelineSample.day)
    }
    let (s1, s2) = (day("from_earliest"), day("from_latest"))
    let (e1, e2) = (day("to_earliest"), day("to_latest"))
    var parts: [(look: String, from: Day, to: Day)] = []
    let begin = s1 ?? first
    if let s2 {
      parts.append(("rising", begin, s2.adding(days: -1)))
      if let e1 { parts.append(("solid", s2, e1)) }
      let after = e1.map { $0.adding(days: 1) } ?? s2
      parts.append(e2.map { ("falling", after, $0) } ?? ("presumed", after, last))
      // Nothing is surer than possible: then nothing rises or falls.
      if e1 == nil, let e2 { parts = [("faint", begin, e2)] }
    } else {
      parts = [("faint", begin, e2 ?? last)]
    }
    let seen = parts.map { ($0.look, max($0.from, first), min($0.to, last)) }.filter { $0.1 <= $0.2 }
    return Set(seen.map { "\($0.0) \($0.1) \($0.2)" })
  }

  @Test("read back, the bars are the intervals of the table", arguments: 1...40)
  func readBack(round: Int) throws {
    let seed = UInt64.random(in: 0..<UInt64.max)
    var random = SeededNumbers(seed: seed)
    let timeline = TimelineSample.random(&random, rows: round * 3)
    let scale = TimelinePicture(timeline, links: .reports).scale
    let bars = Elements(TimelineSVG()(timeline)).named("rect").filter { $0.id != nil }
    var drawn: [String: Set<String>] = [:]
    for bar in bars {
      let look = try #require(bar.tag["class"]?.split(separator: " ").last.map(String.init))
      let x = try #require(bar.tag["x"].flatMap(Double.init))
      let width = try #require(bar.tag["width"].flatMap(Double.init))
      let perDay = (scale.end - scale.start) / Double(timeline.last.number - timeline.first.number + 1)
      let from = timeline.first.adding(days: Int(((x - scale.start) / perDay).rounded()))
      let to = timeline.first.adding(days: Int(((x + width - scale.start) / perDay).rounded()) - 1)
      drawn[bar.id ?? "", default: []].insert("\(look) \(from) \(to)")
    }
    let id = try #require(TimelineRows.columns.firstIndex(of: "fact_id"))
    for row in TimelineRows.rows(of: timeline) {
      let cells = row.map(\.text)
      let expected = Self.expected(cells, timeline.first, timeline.last)
      let isUndated = cells[id].map { id in timeline.sections.contains { $0.undated.contains { $0.id == id } } } ?? true
      if !isUndated { #expect(drawn[cells[id] ?? ""] == expected, "seed \(seed): \(cells)") }
    }
    #expect(TimelineSVG()(timeline) == TimelineSVG()(timeline))
  }

  @Test("every mark of the table is drawn, the undated ones too")
  func complete() {
    let ids = Set(Elements(TimelineSVG()(TimelineSample.full)).all.compactMap(\.id))
    for section in TimelineSample.full.sections {
      for mark in section.rows.flatMap(\.marks) + section.undated { #expect(ids.contains(mark.id), "\(mark.id)") }
    }
  }

  @Test("title, description, role; nothing from outside")
  func access() throws {
    let elements = Elements(TimelineSVG()(TimelineSample.full))
    let svg = try #require(elements.all.first)
    #expect(svg.tag["role"] == "graphics-document document")
    #expect(elements.all.first { $0.tag["id"] == "title" }?.text == "FORUM: chairs, members and meetings")
    #expect(
      elements.all.first { $0.tag["id"] == "desc" }?.text.contains("From 6 November 2007 to 18 December 2024") == true)
    #expect(elements.named("script").isEmpty && elements.named("image").isEmpty && elements.named("use").isEmpty)
  }

  @Test("each link of the page leads to a sentence that is there")
  func links() {
    let elements = Elements(TimelineHTML()(TimelineSample.full))
    let ids = Set(elements.all.compactMap { $0.tag["id"] })
    let inner = elements.named("a").compactMap { $0.tag["href"] }.filter { $0.hasPrefix("#") }
    #expect(!inner.isEmpty)
    for link in inner { #expect(ids.contains(String(link.dropFirst())), "\(link)") }
  }

  /// Names that a careless page would take for mark-up; the check in a browser reads the same file.
  static let payloads: [String] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try? String(contentsOf: root.appending(path: ".ci/payloads.txt"), encoding: .utf8)
    return text?.split(separator: "\n").map(String.init) ?? []
  }()

  @Test("names of 60 kinds that are mark-up elsewhere are text")
  func payloads() {
    #expect(Self.payloads.count >= 60)
    let plain = Self.named((0..<Self.payloads.count).map { "NAME\($0)" })
    let hostile = Self.named(Self.payloads)
    for draw in [TimelineSVG().callAsFunction(_:), TimelineHTML().callAsFunction(_:)] {
      let (expected, found) = (Elements(draw(plain)), Elements(draw(hostile)))
      #expect(Set(found.all.map(\.tag.name)) == Set(expected.all.map(\.tag.name)))
      let names = { (elements: Elements) in Set(elements.all.flatMap { $0.tag.attributes.map(\.name) }) }
      #expect(names(found) == names(expected))
      let links = found.named("a").compactMap { $0.tag["href"] }
      #expect(links.allSatisfy { $0.hasPrefix("https://") || $0.hasPrefix("#e") })
    }
  }

  private static func named(_ names: [String]) -> Timeline {
    var facts = TimelineSample.facts { graph in
      graph.memberships = names.map { TimelineSample.membership($0, TimelineSample.stated("2010")) }
      graph.chairTerms = names.map { TimelineSample.term(1, $0, TimelineSample.stated("2010-01-01"), .unknown) }
      graph.meetings = names.enumerated().map { TimelineSample.meeting("20\(10 + $0 % 10)", $1) }
    }
    facts.subject = Subject(id: "forum/f", label: names[0], name: names[1])
    facts.evidence["s1"]?.quote = names[2]
    facts.evidence["s1"]?.title = names[3]
    return TimelineBuilder()(facts)
  }

  @Test(
    "only addresses of the web are links",
    arguments: [
      ("https://a.example/?x=\"><script>", true), ("HTTP://a.example", true), ("javascript:alert(1)", false),
      (" https://a.example", false), ("data:text/html,x", false), ("//a.example", false), ("", false),
    ])
  func link(url: String, isLink: Bool) { #expect((Markup.link(url) != nil) == isLink) }

  @Test("no text wider than its room, from 1 to 120 rows", arguments: [1, 2, 27, 120])
  func rows(count: Int) {
    let timeline = TimelineBuilder()(
      TimelineSample.facts { graph in
        graph.memberships = (0..<count).map { row in
          let label = String(repeating: row % 7 == 0 ? "宇" : "W", count: 3 + row % 40)
          return TimelineSample.membership("\(label)\(row)", TimelineSample.stated("20\(10 + row % 10)"))
        }
      })
    let elements = Elements(TimelineSVG()(timeline))
    #expect(elements.all.filter { $0.tag.name == "a" }.count >= count)
    for text in elements.named("text") where text.tag["text-anchor"] == "start" {
      let x = text.tag["x"].flatMap(Double.init) ?? 0
      #expect(x + TextWidth.of(text.text, size: TimelinePicture.smallSize) <= TimelinePicture.width, "\(text.text)")
    }
  }
}
