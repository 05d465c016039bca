import Formats
import Store

/// Writes the files of a dump.
struct DumpFiles {
  /// The names that a dump can hold.
  static let names = Set(DumpTable.all.map { "\($0.name).csv" } + DumpTexts.names + [DumpDescriptor.name])

  let snapshot: Snapshot
  let progress: Progress

  /// - Returns: what was written.
  func write(into writer: inout FolderWriter) throws -> DumpDescription {
    var resources: [DumpResource] = []
    for table in DumpTable.all { resources.append(try write(table, into: &writer)) }
    let description = DumpDescription(
      resources: resources, newest: try snapshot.newestDay(),
      reports: resources.first { $0.table.name == "reports" }?.rows ?? 0,
      dataHash: try snapshot.dataHash(), extractor: try snapshot.extractorVersion(), isForSpreadsheets: false,
      hasReports: false)
    for file in try DumpTexts(description: description).files() { try writer.write(file.name, Array(file.text.utf8)) }
    try writer.write(DumpDescriptor.name, DumpDescriptor(description: description).bytes)
    return description
  }

  private func write(_ table: DumpTable, into writer: inout FolderWriter) throws -> DumpResource {
    let columns = try snapshot.columns(of: table).compactMap { Codebook.current.column($0, of: table.name) }
    var resource = DumpResource(table: table, columns: columns)
    var hash = SHA256()
    var rows = -1
    try writer.write(resource.path) { output in
      try snapshot.rows(of: table) { cells in
        let row = Array(CSVWriter.row(cells).utf8)
        hash.update(row)
        resource.bytes += row.count
        rows += 1
        try output.write(row)
        progress.show("\(table.name): \(rows) rows")
      }
    }
    resource.rows = rows
    resource.sha256 = hash.hex()
    return resource
  }
}
