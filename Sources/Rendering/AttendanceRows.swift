public import Answers
public import Formats
import Graph

/// Who came to which meeting as a table: a row for each party, a column for each meeting, 1 for who came, 0 for who did not, an empty
/// cell where no report lets know.
public enum AttendanceRows {
  public static func columns(_ matrix: AttendanceMatrix) -> [String] {
    ["party_id", "party_label"] + matrix.meetings.map(\.id)
  }

  public static func cells(_ row: AttendanceMatrix.Row) -> [Cell] {
    [.text(row.party.id), .text(row.party.label)] + row.came.map { Cell($0.map { $0 ? 1 : 0 }) }
  }
}
