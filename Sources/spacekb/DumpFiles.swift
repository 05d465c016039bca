import Formats
import Graph
import Store

/// Writes the files of a dump.
struct DumpFiles {
  /// How the tables are written, and what of them.
  struct Form {
    var isForSpreadsheets = false
    var hasReports = false
    /// Of memberships and terms only these, with how sure they are on a day; nil: all.
    var certainties: [String: Certainty]?
    /// What the dump was narrowed to, in words.
    var narrowed: String?
  }

  private static let names = Set(DumpTable.all.map { "\($0.name).csv" } + DumpTexts.names + [DumpDescriptor.name])
  private static let rawFolder = "reports"
  private static let textFolder = "texts"

  /// Whether a path in a folder is one that a dump can hold.
  static func isOwn(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let folder = parts.first.map(String.init), [rawFolder, textFolder].contains(folder) else {
      return names.contains(path)
    }
    return parts.count == 1 || parts.count == 2 && SHA256.isHex(String(parts[1]))
  }

  let snapshot: Snapshot
  let form: Form
  let progress: Progress

  /// - Parameter difference: takes each row on its way, to compare it with an earlier dump.
  /// - Returns: what was written.
  func write(into writer: inout FolderWriter, _ difference: DumpDifference?) throws -> DumpDescription {
    var resources: [DumpResource] = []
    for table in DumpTable.all { resources.append(try write(table, into: &writer, difference)) }
    if form.hasReports { try writeReports(into: &writer) }
    let description = DumpDescription(
      resources: resources, newest: try snapshot.newestDay(),
      reports: resources.first { $0.table.name == "reports" }?.rows ?? 0,
      dataHash: try snapshot.dataHash(), extractor: try snapshot.extractorVersion(), narrowed: form.narrowed,
      isForSpreadsheets: form.isForSpreadsheets, hasReports: form.hasReports)
    let texts = DumpTexts(description: description, difference: difference)
    for file in try texts.files() { try writer.write(file.name, Array(file.text.utf8)) }
    try writer.write(DumpDescriptor.name, DumpDescriptor(description: description).bytes)
    return description
  }

  private func write(
    _ table: DumpTable, into writer: inout FolderWriter, _ difference: DumpDifference?
  ) throws -> DumpResource {
    let names = try snapshot.columns(of: table)
    let sieve = DaySieve(table, names, form.certainties)
    let columns = sieve.columns.compactMap { Codebook.current.column($0, of: table.name) }
    var resource = DumpResource(table: table, columns: columns)
    var hash = SHA256()
    var isHeader = true
    try writer.write(resource.path) { output in
      if form.isForSpreadsheets { try put([0xEF, 0xBB, 0xBF]) }
      func put(_ bytes: [UInt8]) throws {
        hash.update(bytes)
        resource.bytes += bytes.count
        try output.write(bytes)
      }
      try difference?.begin(table, sieve.columns)
      try snapshot.rows(of: table) { row in
        guard let cells = isHeader ? sieve.columns : sieve.row(row) else { return }
        if isHeader {
          isHeader = false
        } else {
          resource.rows += 1
          try difference?.take(cells)
        }
        try put(Array(line(cells).utf8))
        progress.show("\(table.name): \(resource.rows) rows")
      }
      try difference?.end()
    }
    resource.sha256 = hash.hex()
    return resource
  }

  private func line(_ cells: [String?]) -> String {
    guard form.isForSpreadsheets else { return CSVWriter.row(cells) }
    return CSVWriter.row(cells.map { $0.map(SpreadsheetGuard.added) }, lineEnd: "\r\n")
  }

  /// The reports as they were received, and their texts, each once, named by hash.
  /// - Throws: `DUMP-REPORTS` if the base was loaded without them.
  private func writeReports(into writer: inout FolderWriter) throws {
    var written: Set<String> = []
    try snapshot.reports { report in
      guard SHA256.hex(report.raw) == report.rawHash, SHA256.hex(report.text) == report.textHash else {
        throw Problem(
          "DUMP-REPORTS", at: Place(file: "--with-reports"),
          "the base was loaded without its reports; ingest them again, or dump without them")
      }
      for (path, bytes) in [
        ("\(Self.rawFolder)/\(report.rawHash)", report.raw), ("\(Self.textFolder)/\(report.textHash)", report.text),
      ] where written.insert(path).inserted { try writer.write(path, bytes) }
    }
  }
}

/// Keeps of a table what holds on a day.
private struct DaySieve {
  let columns: [String]
  private let certainties: [String: Certainty]?
  /// Where the id of a membership or a term stands, and whether the row gets its certainty.
  private var id: Int?
  private var isTold = false

  init(_ table: DumpTable, _ names: [String], _ certainties: [String: Certainty]?) {
    self.certainties = certainties
    switch table.name {
    case "memberships", "chair_terms":
      id = 0
      isTold = certainties != nil
    case "membership_names": id = 0
    case "evidence": id = names.firstIndex(of: "key")
    default: break
    }
    columns = isTold ? names + ["certainty"] : names
  }

  /// Nil for a row that is left out.
  func row(_ cells: [String?]) -> [String?]? {
    guard let certainties, let id, let key = cells[id] else { return cells }
    guard key.hasPrefix("membership/") || key.hasPrefix("chair/") else { return cells }
    guard let certainty = certainties[key] else { return nil }
    return isTold ? cells + [certainty.rawValue] : cells
  }
}
