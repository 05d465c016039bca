import TestSupport
import Testing

@testable import Answers
@testable import Rendering

@Suite("Timelines on a terminal, in Mermaid and as rows")
struct TimelineChartTests {
  @Test("keeps within the terminal", arguments: [40, 57, 80, 132, 200])
  func width(columns: Int) {
    for line in TimelineChart(width: columns)(TimelineSample.full).split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= columns, "\(line)")
    }
  }

  @Test("random timelines keep within the terminal and name every row")
  func random() {
    let seed = UInt64.random(in: 0..<UInt64.max)
    var random = SeededNumbers(seed: seed)
    let timeline = TimelineSample.random(&random, rows: 120)
    let chart = TimelineChart(width: 80)(timeline)
    #expect(chart.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 80 }, "seed \(seed)")
    for section in timeline.sections {
      for label in section.rows.map(\.label) + section.undated.map(\.label) {
        #expect(chart.contains(label), "seed \(seed): \(label)")
      }
    }
  }

  @Test("what Mermaid acts on is written as codes")
  func mermaid() {
    #expect(TimelineMermaid.escape("a:b;c#d%%e\n<f>\"") == "a#58;b#59;c#35;d#37;#37;e #60;f#62;#34;")
  }

  @Test("no stem of a flag crosses another's label")
  func flags() {
    let seed = UInt64.random(in: 0..<UInt64.max)
    var random = SeededNumbers(seed: seed)
    for _ in 0..<200 {
      let flags = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        (at: Double.random(in: 0...600, using: &random), width: Double.random(in: 10...120, using: &random))
      }.sorted { $0.at < $1.at }
      let lanes = Lanes.lanes(ofFlags: flags, limit: 4, end: 650)
      let placed = Array(zip(flags, lanes))
      for (i, (a, laneA)) in placed.enumerated() {
        for (b, laneB) in placed[(i + 1)...] {
          guard let laneA, let laneB else { continue }
          #expect(a.at + a.width <= 650)
          let isCrossed = laneB >= laneA && b.at < a.at + a.width
          #expect(!isCrossed, "seed \(seed): \(a) in \(laneA), \(b) in \(laneB)")
        }
      }
    }
  }

  @Test("bars that overlap lie in lanes of their own, in as few as can be")
  func lanes() {
    #expect(Lanes.lanes(of: [(0, 10), (2, 4), (5, 8), (10, 12)]) == [0, 1, 1, 0])
  }

  @Test("a text that fits is whole, one that does not ends in …")
  func fitted() {
    #expect(TextWidth.fitted("ESA", size: 13, width: 40) == "ESA")
    let cut = TextWidth.fitted("European Space Agency", size: 13, width: 60)
    #expect(cut.hasSuffix("…") && TextWidth.of(cut, size: 13) <= 60)
    #expect(Printable.fitted("한국항공우주연구원", width: 7) == "한국항…")
  }
}
