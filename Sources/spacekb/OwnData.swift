import Formats
import Knowledge

/// The built-in data with a user's own folder.
enum OwnData {
  /// - Throws: what reading a file can throw; `FILE-MISSING` if there is no such folder; `DATA-PATH`.
  static func folder(_ options: DataOptions) throws(Problem) -> DataFolder {
    guard let folder = options.folder else { return .builtIn }
    let found = InputFiles([folder])
    if let problem = found.problems.first { throw problem }
    var files: [String: [UInt8]] = [:]
    let root = folder.hasSuffix("/") ? folder : folder + "/"
    for entry in found.entries {
      guard entry.name.hasPrefix(root) else {
        throw Problem("FILE-KIND", at: Place(file: folder), "not a folder; --data names a folder", exit: .noInput)
      }
      files[String(entry.name.dropFirst(root.count))] = try InputFiles.bytes(of: entry)
    }
    return try DataFolder.builtIn.adding(files, root: root)
  }
}
