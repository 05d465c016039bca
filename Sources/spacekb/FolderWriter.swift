import Formats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes a folder as a whole: its files go into a draft beside it, which takes its place when all of them are on the disk.
struct FolderWriter: ~Copyable {
  private let folder: String
  private let draft: String
  private var made: [String] = []
  /// Files of the folder that is replaced, then the folders in it.
  private var replaced: [String] = []
  private var isFinished = false

  /// - Parameter isOwn: whether a path in the folder may be one of ours: a folder with nothing else in it is replaced.
  /// - Throws: `FOLDER` (73) unless there is nothing at this path, or a folder that is empty or may be replaced.
  init(_ folder: String, replacing isOwn: (String) -> Bool = { _ in false }) throws(Problem) {
    self.folder = folder
    let end = folder.utf8.lastIndex { $0 != UInt8(ascii: "/") }
    let name = end.map { String(folder[...$0]) } ?? folder
    draft = "\(name).\(getpid())"
    var status = stat()
    if lstat(name, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw Self.problem(folder, "it is there and is no folder") }
      guard let paths = Self.paths(in: name), paths.allSatisfy(isOwn) else {
        throw Self.problem(folder, "the folder holds other files; name a new one")
      }
      replaced = paths
    }
    try make(draft)
  }

  deinit {
    if isFinished { return }
    for path in made.reversed() { remove(path) }
  }

  /// Writes one file; folders above it are made.
  /// - Throws: `FOLDER` (73), `OUTPUT` (74).
  mutating func write(_ path: String, _ bytes: [UInt8]) throws {
    try write(path) { output in try output.write(bytes) }
  }

  /// Writes one file piece by piece.
  /// - Throws: `FOLDER` (73), `OUTPUT` (74), what `body` throws.
  mutating func write(_ path: String, _ body: (Output) throws -> Void) throws {
    var parent = draft
    for part in path.split(separator: "/").dropLast() {
      parent += "/\(part)"
      if !made.contains(parent) { try make(parent) }
    }
    let file = "\(draft)/\(path)"
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.problem(file, String(cString: strerror(errno))) }
    defer { close(descriptor) }
    made.append(file)
    let output = Output(descriptor: descriptor, name: file)
    try body(output)
    try output.flush()
    fsync(descriptor)
  }

  /// Puts the folder in its place, and takes the one before away. A folder with files cannot be renamed over: for a moment there
  /// is none; if the new one then fails, the old one comes back.
  mutating func finish() throws(Problem) {
    let old = "\(draft).old"
    if !replaced.isEmpty, rename(folder, old) != 0 { throw Self.problem(folder, String(cString: strerror(errno))) }
    guard rename(draft, folder) == 0 else {
      let reason = errno
      if !replaced.isEmpty { rename(old, folder) }
      throw Self.problem(folder, String(cString: strerror(reason)))
    }
    isFinished = true
    for name in replaced { remove("\(old)/\(name)") }
    if !replaced.isEmpty { rmdir(old) }
  }

  /// What is in a folder and in the folders in it, these after their files; nil if it cannot be read.
  private static func paths(in folder: String) -> [String]? {
    guard let names = InputFiles.names(in: folder) else { return nil }
    return names.flatMap { name -> [String] in
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return [name] }
      return (InputFiles.names(in: path) ?? []).map { "\(name)/\($0)" } + [name]
    }
  }

  private mutating func make(_ path: String) throws(Problem) {
    guard mkdir(path, 0o777) == 0 else { throw Self.problem(path, String(cString: strerror(errno))) }
    made.append(path)
  }

  private static func problem(_ path: String, _ words: String) -> Problem {
    Problem("FOLDER", at: Place(file: path), words, exit: .cannotCreate)
  }
}
