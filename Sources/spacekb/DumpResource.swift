import Formats
import Store

/// A table of a dump as it was written.
struct DumpResource {
  var table: DumpTable
  var columns: [Codebook.Column]
  var rows = 0
  var bytes = 0
  /// Of the file, hexadecimal.
  var sha256 = ""

  var path: String { "\(table.name).csv" }

  /// The columns that hold the key of another table, with that table and its key.
  var references: [(column: String, table: String, key: String)] {
    columns.compactMap { column in
      guard let other = column.references, let key = Codebook.current.key(of: other).first else { return nil }
      return (column.name, other, key)
    }
  }
}
