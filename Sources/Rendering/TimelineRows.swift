public import Answers
public import Formats
import Graph
import Store

/// A timeline as a table: a row for each mark, in the order of the picture, the undated ones of a section last.
public enum TimelineRows {
  public static let columns = [
    "section", "row", "formerly", "label", "class", "certainty", "from_edtf", "from_earliest", "from_latest", "to_edtf",
    "to_earliest", "to_latest", "last_seen", "fact_id", "report", "sentence",
  ]

  public static func rows(of timeline: Timeline) -> [[Cell]] {
    timeline.sections.flatMap { section in
      section.rows.flatMap { row in
        row.marks.map { cells(section.title, row.label, row.formerly, $0) }
      } + section.undated.map { cells(section.title, $0.label, [], $0) }
    }
  }

  private static func cells(
    _ section: String, _ row: String, _ formerly: [String], _ mark: Timeline.Mark
  ) -> [Cell] {
    let proof = mark.evidence.first
    return [
      .text(section), .text(row), Cell(formerly.isEmpty ? nil : formerly.joined(separator: ", ")), .text(mark.label),
      Cell(mark.class), .text(mark.certainty.rawValue), Cell(mark.time.start.edtf),
      Cell(mark.time.start.earliest?.text),
      Cell(mark.time.start.latest?.text), Cell(mark.time.end.edtf), Cell(mark.time.end.earliest?.text),
      Cell(mark.time.end.latest?.text), Cell(mark.lastSeen?.text), .text(mark.id),
      Cell(proof.map { $0.url ?? $0.report }), Cell(proof.map { Printable.sentence($0.quote) }),
    ]
  }
}
