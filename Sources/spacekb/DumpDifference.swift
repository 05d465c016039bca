import Formats
import Store

/// What a dump adds, removes and changes against an earlier one, told in sentences while it is written. Columns are compared by name.
final class DumpDifference {
  /// Tables of what reports say and what facts rest on: only counted.
  private static let counted: Set<String> = [
    "report_versions", "report_dates", "statements", "statement_parties", "evidence",
  ]

  struct Count {
    var table: String
    var added = 0
    var removed = 0
    var changed = 0
    var isNone: Bool { added + removed + changed == 0 }
  }

  /// Of the earlier dump.
  let version: String
  private(set) var counts: [Count] = []
  private let source: DumpSource
  private let say: (String) throws -> Void
  private var old: Old?

  /// The table of the earlier dump that is being read.
  private struct Old {
    var reader: CSVReader
    /// For each column of the new table where it stands in the old one.
    var columns: [Int?]
    var names: [String]
    var order: KeyOrder
    var row: [String?]?
    var isGuarded: Bool

    mutating func advance() throws {
      row = try reader.next().map { read in
        columns.map { $0.flatMap { isGuarded ? SpreadsheetGuard.removed(from: read.cells[$0]) : read.cells[$0] } }
      }
    }
  }

  /// - Parameter say: takes each sentence.
  init(since folder: DumpFolder, say: @escaping (String) throws -> Void) {
    version = folder.version ?? "an earlier dump"
    source = folder.source
    self.say = say
  }

  func begin(_ table: DumpTable, _ columns: [String]) throws {
    let reader = try source.table(table)
    var old = Old(
      reader: reader, columns: columns.map { reader.header.firstIndex(of: $0) }, names: columns,
      order: KeyOrder(of: table, in: columns), row: nil, isGuarded: source.isGuarded)
    try old.advance()
    self.old = old
    counts.append(Count(table: table.name))
  }

  func take(_ new: [String?]) throws {
    while let row = old?.row, old?.order.precedes(row, new) ?? false { try remove(row) }
    guard let row = old?.row, !(old?.order.precedes(new, row) ?? true) else {
      counts[counts.count - 1].added += 1
      return try tell("Added to", new)
    }
    try old?.advance()
    guard row != new else { return }
    counts[counts.count - 1].changed += 1
    try tell("Changed in", new, from: row)
  }

  /// What the new table does not have.
  func end() throws {
    while let row = old?.row { try remove(row) }
    old = nil
  }

  private func remove(_ row: [String?]) throws {
    counts[counts.count - 1].removed += 1
    try tell("Removed from", row)
    try old?.advance()
  }

  private func tell(_ what: String, _ row: [String?], from before: [String?]? = nil) throws {
    guard let old, let table = counts.last?.table, !Self.counted.contains(table) else { return }
    let details =
      if let before { changes(before, row, old.names) } else {
        zip(old.names, row).filter { Self.isTold($0.0) }.compactMap(\.1).joined(separator: ", ")
      }
    try say("\(what) \(table): \(old.order.name(row))\(details.isEmpty ? "" : " (\(details))").")
  }

  private func changes(_ before: [String?], _ after: [String?], _ names: [String]) -> String {
    zip(names, zip(before, after)).filter { $0.1.0 != $0.1.1 }.map { name, cells in
      "\(name) \(cells.0.map { "was \($0)" } ?? "was empty"), \(cells.1.map { "is \($0)" } ?? "is empty")"
    }.joined(separator: "; ")
  }

  /// What a person knows a row by.
  private static func isTold(_ column: String) -> Bool {
    column == "label" || column.hasSuffix("_label") || column.hasSuffix("_edtf")
      || ["class", "role", "event", "title", "summary"].contains(column)
  }
}
