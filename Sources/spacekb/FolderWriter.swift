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
  private var isFinished = false

  /// - Throws: `FOLDER` (73) unless there is nothing at this path, or an empty folder.
  init(_ folder: String) throws(Problem) {
    self.folder = folder
    let end = folder.utf8.lastIndex { $0 != UInt8(ascii: "/") }
    let name = end.map { String(folder[...$0]) } ?? folder
    draft = "\(name).\(getpid())"
    var status = stat()
    if lstat(name, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw Self.problem(folder, "it is there and is no folder") }
      guard InputFiles.isEmptyFolder(name) else {
        throw Self.problem(folder, "the folder is not empty; name a new one")
      }
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
    try output.write(bytes)
    try output.flush()
    fsync(descriptor)
  }

  /// Puts the folder in its place.
  mutating func finish() throws(Problem) {
    guard rename(draft, folder) == 0 else { throw Self.problem(folder, String(cString: strerror(errno))) }
    isFinished = true
  }

  private mutating func make(_ path: String) throws(Problem) {
    guard mkdir(path, 0o777) == 0 else { throw Self.problem(path, String(cString: strerror(errno))) }
    made.append(path)
  }

  private static func problem(_ path: String, _ words: String) -> Problem {
    Problem("FOLDER", at: Place(file: path), words, exit: .cannotCreate)
  }
}
