import Testing

@testable import Rendering

@Suite("Timelines in every form")
struct TimelineGoldenTests {
  @Test(
    "golden",
    arguments: [
      (TimelineFormat.svg, "timeline.svg"), (.html, "timeline.html"), (.chart, "timeline.txt"),
      (.mermaid, "timeline.mmd"),
      (.csv, "timeline.csv"),
    ])
  func golden(format: TimelineFormat, file: String) throws {
    try expectGolden(TimelinePrinter(format: format, width: 80)(TimelineSample.full), file)
  }
}
