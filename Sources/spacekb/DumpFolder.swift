import Formats
import Store

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that `spacekb dump` wrote, as its descriptor says.
final class DumpFolder {
  let folder: String
  /// What it was narrowed to, in words; nil for the whole.
  let narrowed: String?
  let isForSpreadsheets: Bool
  let hasReports: Bool
  let version: String?
  private let dataHash: String?
  private let extractor: String?
  private let resources: [String: Resource]
  /// The file of each table that was opened last.
  private var files: [String: HashedFile] = [:]

  private struct Resource {
    var bytes: Int?
    var sha256: String?
  }

  /// - Throws: `LOAD-DESCRIPTOR` (65) for a descriptor that is missing or no description of a dump, `LOAD-NEWER` (78), `LOAD-PATH`
  ///   (65) for a file that is not the table's own; what reading files and JSON throws.
  init(_ folder: String) throws(Problem) {
    self.folder = folder
    let name = "\(folder)/\(DumpDescriptor.name)"
    let place = Place(file: name)
    let bytes: [UInt8]
    do throws(Problem) { bytes = try HashedFile(name).all(limit: 16 << 20) } catch {
      guard error.exit == .noInput, InputFiles.names(in: folder) != nil else { throw error }
      throw Problem("LOAD-DESCRIPTOR", at: place, "it is missing; a folder that `spacekb dump` wrote was expected")
    }
    let package = try JSONReader(bytes, file: name).value()
    guard let own = try package.optionalObject(at: "spacekb", in: place) else {
      throw Problem(
        "LOAD-DESCRIPTOR", at: place.at("spacekb"), "it describes other tables than those of `spacekb dump`")
    }
    let inside = place.at("spacekb")
    let format = try own.string(at: "format", in: inside)
    guard let major = format.split(separator: ".").first.flatMap({ Int($0) }) else {
      throw Problem("LOAD-DESCRIPTOR", at: inside.at("format"), "no version of the format")
    }
    guard major <= DumpDescription.major else {
      throw Problem("LOAD-NEWER", at: inside.at("format"), "made by a newer spacekb (format \(format))", exit: .notOurs)
    }
    version = try package.optionalString(at: "version", in: place)
    narrowed = try own.optionalString(at: "narrowed", in: inside)
    isForSpreadsheets = try own.optionalBool(at: "spreadsheet", in: inside) ?? false
    hasReports = try own.optionalBool(at: "reports", in: inside) ?? false
    dataHash = try own.optionalString(at: "data_sha256", in: inside)
    extractor = try own.optionalString(at: "extractor", in: inside)
    resources = try Self.resources(package, place)
  }

  private static func resources(_ package: JSONValue, _ place: Place) throws(Problem) -> [String: Resource] {
    var resources: [String: Resource] = [:]
    let tables = Set(DumpTable.all.map(\.name))
    for (index, resource) in (package["resources"]?.array ?? []).enumerated() {
      let place = place.at("resources").at(index)
      let name = try resource.string(at: "name", in: place)
      guard tables.contains(name), try resource.string(at: "path", in: place) == "\(name).csv" else {
        throw Problem(
          "LOAD-PATH", at: place.at("path"),
          "\"\(Visible.shortened(name, to: 40))\" must be one of our tables in a file of that name")
      }
      let hash = try resource.optionalString(at: "hash", in: place)
      resources[name] = Resource(
        bytes: try resource.optionalInt(at: "bytes", in: place),
        sha256: hash.map { $0.hasPrefix("sha256:") ? String($0.dropFirst(7)) : $0 })
    }
    return resources
  }

  /// The dump as the store takes it.
  var source: DumpSource {
    DumpSource(
      table: { [self] in try reader($0) }, finish: { [self] in try finish($0) },
      raw: { [self] in try hasReports ? kept("reports", $0) : nil },
      text: { [self] in try hasReports ? kept("texts", $0) : nil }, isGuarded: isForSpreadsheets,
      dataHash: dataHash, extractorVersion: extractor)
  }

  /// - Throws: `FILE-MISSING` (66) for a table that is not there.
  private func reader(_ table: DumpTable) throws -> CSVReader {
    guard resources[table.name] != nil else {
      throw Problem(
        "LOAD-DESCRIPTOR", at: Place(file: "\(folder)/\(DumpDescriptor.name)", path: table.name),
        "the table is missing in it")
    }
    let file = try HashedFile("\(folder)/\(table.name).csv")
    files[table.name] = file
    return try CSVReader(file: "\(table.name).csv") { try file.next() }
  }

  private func finish(_ table: DumpTable) throws(Problem) {
    guard let file = files[table.name], let resource = resources[table.name] else { return }
    let isOther = resource.bytes.map { $0 != file.count } ?? false
    guard isOther || resource.sha256.map({ $0 != file.sha256 }) ?? false else { return }
    throw Problem(
      "LOAD-HASH", at: Place(file: "\(table.name).csv"),
      "it is not the file that \(DumpDescriptor.name) describes: its hash is another; if you changed it, take hash and bytes out there"
    )
  }

  private func kept(_ kind: String, _ sha256: String) throws -> [UInt8] {
    let file = try HashedFile("\(folder)/\(kind)/\(sha256)")
    let bytes = try file.all(limit: 64 << 20)
    guard file.sha256 == sha256 else {
      throw Problem("LOAD-HASH", at: Place(file: "\(kind)/\(sha256)"), "the file is not the one that its name says")
    }
    return bytes
  }
}
