import Formats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files that paths on the command line stand for: a file, everything below a folder in byte order, `-` for standard input.
///
/// Names are bytes, not text: any file that the system has can be opened. Links and hidden files inside a folder are passed
/// over, a link that is named itself is followed.
struct InputFiles {
  /// One input, not yet read.
  struct Entry {
    /// The path as bytes; nil for standard input.
    var path: [CChar]?
    /// The path for messages.
    var name: String
  }

  var entries: [Entry] = []
  var problems: [Problem] = []

  init(_ paths: [String]) {
    for path in paths { add(path) }
  }

  private mutating func add(_ path: String) {
    if path == "-" { return entries.append(Entry(path: nil, name: "-")) }
    let bytes = Array(path.utf8CString)
    var status = stat()
    guard stat(bytes, &status) == 0 else { return problems.append(Self.problem(path, errno)) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: addFolder(bytes, path)
    // A pipe, as in `<(command)` or /dev/stdin, is read like standard input.
    case S_IFREG, S_IFIFO: entries.append(Entry(path: bytes, name: path))
    default: problems.append(Self.notRegular(path))
    }
  }

  /// All files below a folder, without recursion.
  private mutating func addFolder(_ path: [CChar], _ name: String) {
    var stack: [(path: [CChar], name: String, isFolder: Bool)] = [(path, name, true)]
    while let (path, name, isFolder) = stack.popLast() {
      guard isFolder else {
        entries.append(Entry(path: path, name: name))
        continue
      }
      guard let names = Self.names(in: path) else {
        problems.append(Self.problem(name, errno))
        continue
      }
      for child in names.reversed() {
        let childPath = path.dropLast() + (path.dropLast().last == 0x2F ? [] : [0x2F]) + child
        let childName = String(decoding: childPath.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        var status = stat()
        guard lstat(Array(childPath), &status) == 0 else {
          problems.append(Self.problem(childName, errno))
          continue
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: stack.append((Array(childPath), childName, true))
        case S_IFREG: stack.append((Array(childPath), childName, false))
        case S_IFLNK: continue
        default: problems.append(Self.notRegular(childName))
        }
      }
    }
  }

  /// The names in a folder in byte order, each ended by 0; without those that begin with a dot.
  private static func names(in path: [CChar]) -> [[CChar]]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [[CChar]] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) }
      }
      if name.first != 0x2E { names.append(name + [0]) }
    }
    return names.sorted { a, b in
      a.lexicographicallyPrecedes(b) { UInt8(bitPattern: $0) < UInt8(bitPattern: $1) }
    }
  }

  /// What is in a folder, hidden or not, without the folders below; nil if it cannot be read.
  static func names(in path: String) -> [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  // MARK: Reading

  /// The whole content of an input.
  /// - Throws: `FILE-MISSING` (66), `FILE-DENIED` (77), `FILE-KIND` (65), `FILE-CHANGED` (66), `FILE-READ` (74).
  static func bytes(of entry: Entry) throws(Problem) -> [UInt8] {
    guard let path = entry.path else { return try read(0, entry.name) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem(entry.name, errno) }
    defer { close(descriptor) }
    var before = stat()
    guard fstat(descriptor, &before) == 0 else { throw problem(entry.name, errno) }
    let bytes = try read(descriptor, entry.name)
    var after = stat()
    guard fstat(descriptor, &after) == 0 else { throw problem(entry.name, errno) }
    if before.st_mode & S_IFMT == S_IFREG, before.st_size != after.st_size || bytes.count != Int(after.st_size) {
      throw Problem(
        "FILE-CHANGED", at: Place(file: entry.name), "it changed while it was read; try again", exit: .noInput)
    }
    return bytes
  }

  private static func read(_ descriptor: Int32, _ name: String) throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    var window = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = window.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes.append(contentsOf: window[..<count])
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw problem(name, errno)
      }
    }
  }

  // MARK: Problems

  private static func notRegular(_ name: String) -> Problem {
    Problem("FILE-KIND", at: Place(file: name), "not a regular file; give a file, a folder or - for standard input")
  }

  static func problem(_ name: String, _ code: Int32) -> Problem {
    let place = Place(file: name)
    let words = String(cString: strerror(code))
    switch code {
    case ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG: return Problem("FILE-MISSING", at: place, words, exit: .noInput)
    case EACCES, EPERM: return Problem("FILE-DENIED", at: place, words, exit: .notPermitted)
    default: return Problem("FILE-READ", at: place, words, exit: .inputOutput)
    }
  }
}

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, bytes, count)
}
