internal import DataFiles
internal import Formats

/// The files of `Data/` by path: those built into the program, with a user's own added or put in their place.
public struct DataFolder: Sendable {
  /// Path below `Data/` (`agencies.csv`, `languages/en/chair.rules`) and content.
  public private(set) var files: [String: [UInt8]]

  private let isBuiltIn: Bool

  public init(files: [String: [UInt8]]) {
    self.files = files
    isBuiltIn = false
  }

  private init(builtIn files: [String: [UInt8]]) {
    self.files = files
    isBuiltIn = true
  }

  /// The files built into the program.
  public static let builtIn = DataFolder(
    builtIn: Dictionary(
      DataFiles.all.map { ("\($0.path)", Array("\($0.text)".utf8)) }, uniquingKeysWith: { _, last in last }))

  /// These files, each taking the place of the one with its path.
  public func overridden(by own: [String: [UInt8]]) -> DataFolder {
    own.isEmpty ? self : DataFolder(files: files.merging(own) { _, own in own })
  }

  /// Paths below `folder` that end in `suffix`, in byte order.
  public func paths(below folder: String, suffix: String) -> [String] {
    files.keys.filter { $0.hasPrefix(folder) && $0.hasSuffix(suffix) }.sorted()
  }

  /// The SHA-256 of all paths and contents: what a database keeps of the data that it was read with.
  public var digest: String {
    if isBuiltIn { return DataFiles.digest }
    var hash = SHA256()
    for (path, content) in files.sorted(by: { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }) {
      hash.update(Array(path.utf8) + [0] + content + [0])
    }
    return hash.hex()
  }

  /// The digest of the files built into the program.
  public static var builtInDigest: String { DataFiles.digest }

  /// A table of the folder as rows by column name.
  /// - Throws: `DATA-MISSING` if there is no such file, `DATA-COLUMN` if a column is absent, the CSV reader's problems.
  func table(_ path: String, columns: [String]) throws(Problem) -> Table {
    guard let bytes = files[path] else {
      throw Problem(
        code: "DATA-MISSING", place: Place(file: path), message: "no such file in Data/; it is needed", exit: .noInput)
    }
    return try Table(bytes, file: path, columns: columns)
  }
}
