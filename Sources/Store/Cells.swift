import Formats
import GRDB
import Graph

/// The cells of a row by column. A cell of another type than is asked for counts as empty, and never stops the program.
struct Cells {
  private let row: GRDB.Row

  init(_ row: GRDB.Row) { self.row = row }

  private func value(_ column: String) -> DatabaseValue.Storage? { (row[column] as DatabaseValue?)?.storage }

  func text(_ column: String) -> String? { if case .string(let text) = value(column) { text } else { nil } }
  func number(_ column: String) -> Int? { if case .int64(let number) = value(column) { Int(number) } else { nil } }
  func data(_ column: String) -> [UInt8]? { if case .blob(let data) = value(column) { Array(data) } else { nil } }
  func flag(_ column: String) -> Bool { number(column) == 1 }

  /// `YYYY-MM-DD`.
  func day(_ column: String) -> Day? {
    guard let text = text(column), let date = try? EDTF(text), date.precision == .day else { return nil }
    return date.earliest
  }

  /// `from_edtf`, `from_earliest`, `from_latest`, `from_stated`.
  func bound(_ name: String) -> Bound {
    Bound(
      earliest: day(name + "_earliest"), latest: day(name + "_latest"), edtf: text(name + "_edtf"),
      isStated: flag(name + "_stated"))
  }

  /// `forum_id`, `forum_label`; nil without an id.
  func party(_ name: String) -> Party? {
    text(name + "_id").map { Party(id: $0, label: text(name + "_label") ?? $0) }
  }
}
