internal import DataFiles
public import Formats

/// The files of `Data/`: those built into the program, and a user's own, which add to them and override them by key.
///
/// A folder of one's own that has every table and rules of a language is whole: it stands in place of the built-in files, so
/// that what is taken out of a copy of them is out.
public struct DataFolder: Sendable {
  /// One file of the folder.
  public struct File: Sendable {
    /// Below the folder: `agencies.csv`, `languages/en/chair.rules`.
    public let path: String
    /// The path for messages, which of a user's own file begins with the folder.
    public let name: String
    public let bytes: [UInt8]
    public let isOwn: Bool
  }

  /// One folder.
  private struct Layer {
    var isOwn = false
    /// What stands before a path in messages.
    var root = ""
    var files: [String: [UInt8]]

    func file(_ path: String) -> File? {
      files[path].map { File(path: path, name: root + path, bytes: $0, isOwn: isOwn) }
    }
  }

  /// The later overrides the earlier.
  private let layers: [Layer]

  /// The files built into the program.
  public static let builtIn = DataFolder(layers: [
    Layer(
      files: Dictionary(
        DataFiles.all.map { ("\($0.path)", Array("\($0.text)".utf8)) }, uniquingKeysWith: { _, last in last }))
  ])

  /// These files with a user's own: beside them, or, if those are whole, in their place.
  ///
  /// - Parameters:
  ///   - own: content by path below the folder; files that are no data are passed over.
  ///   - root: the folder for messages, with the slash at its end.
  /// - Throws: `DATA-PATH` for a table, rules or a report in a place where nobody looks for it.
  public func adding(_ own: [String: [UInt8]], root: String = "") throws(Problem) -> DataFolder {
    var files: [String: [UInt8]] = [:]
    for (path, bytes) in own.sorted(by: { $0.key < $1.key }) where try Self.isData(path, root) { files[path] = bytes }
    let layer = Layer(isOwn: true, root: root, files: files)
    let isWhole = Self.tables.allSatisfy { files[$0] != nil } && files.keys.contains { $0.hasSuffix(".rules") }
    return DataFolder(layers: isWhole ? [layer] : layers + [layer])
  }

  private static let tables = ["agencies.csv", "forums.csv", "countries.csv", "successions.csv", "ambiguous.csv"]

  private static func isData(_ path: String, _ root: String) throws(Problem) -> Bool {
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    let isInPlace: Bool
    if path.hasSuffix(".csv") {
      isInPlace = tables.contains(path) || (path.hasPrefix("languages/") && depth == 2)
    } else if path.hasSuffix(".rules") {
      isInPlace = path.hasPrefix("languages/") && depth == 2
    } else if path.hasSuffix(".json") {
      isInPlace = path.hasPrefix("reports/")
    } else {
      return path == "README.md"
    }
    if isInPlace { return true }
    throw Problem(
      "DATA-PATH", at: Place(file: root + path),
      "no data is read from here; there are \(tables.joined(separator: ", ")), languages/en/*.csv, languages/en/*.rules, "
        + "reports/*.json")
  }

  /// All files by path; of several with one path the last.
  public var files: [String: [UInt8]] {
    layers.reduce(into: [:]) { files, layer in files.merge(layer.files) { _, own in own } }
  }

  /// The files below `folder` that end in `suffix`: a user's own first, then by path in byte order.
  public func files(below folder: String, suffix: String) -> [File] {
    layers.reversed().flatMap { layer in
      layer.files.keys.filter { $0.hasPrefix(folder) && $0.hasSuffix(suffix) }.sorted().compactMap(layer.file)
    }
  }

  /// The SHA-256 of all paths and contents: what a database keeps of the data that it was read with.
  public var digest: String {
    if layers.count == 1, !layers[0].isOwn { return DataFiles.digest }
    var hash = SHA256()
    for layer in layers {
      let files = layer.files.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
      for (path, content) in files { hash.update(Array(path.utf8) + [0] + content + [0]) }
    }
    return hash.hex()
  }

  /// The digest of the files built into the program.
  public static var builtInDigest: String { DataFiles.digest }

  /// A table of the folder; rows of a user's own take the place of those with the same cells in the columns `key`, or are
  /// added.
  /// - Throws: `DATA-MISSING` if there is no such file, `DATA-COLUMN` if a column is absent or not known, the CSV reader's
  ///   problems.
  func table(_ path: String, columns: [String], key: [String]) throws(Problem) -> Table {
    var table: Table?
    for layer in layers {
      guard let file = layer.file(path) else { continue }
      let next = try Table(file.bytes, file: file.name, columns: columns)
      table = try table?.overridden(by: next, key: key) ?? next
    }
    if let table { return table }
    throw Problem("DATA-MISSING", at: Place(file: path), "no such file in Data/; it is needed", exit: .noInput)
  }
}
