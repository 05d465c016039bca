import Formats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is read piece by piece and hashed on the way; a link is not followed.
final class HashedFile {
  private static let window = 1 << 18

  private let name: String
  private let descriptor: Int32
  private var hash = SHA256()
  private(set) var count = 0

  /// - Throws: `FILE-MISSING` (66), `FILE-DENIED` (77), `FILE-KIND` (65) for a link, a folder or anything else that is no file.
  init(_ name: String) throws(Problem) {
    self.name = name
    descriptor = open(name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      guard errno != ELOOP else { throw Self.notRegular(name) }
      throw InputFiles.problem(name, errno)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw Self.notRegular(name) }
  }

  deinit { close(descriptor) }

  /// Of what was read so far, hexadecimal.
  var sha256: String { hash.hex() }

  /// The next bytes; none at the end.
  /// - Throws: `FILE-READ` (74).
  func next() throws(Problem) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.window) { buffer, count in
      count = 0
      while true {
        let read = systemRead(descriptor, buffer.baseAddress, buffer.count)
        if read >= 0 {
          count = read
          return
        }
        if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    guard failure == 0 else { throw InputFiles.problem(name, failure) }
    hash.update(bytes)
    count += bytes.count
    return bytes
  }

  /// All that is left of the file.
  /// - Throws: `FILE-SIZE` (65) for more than `limit` bytes; `FILE-READ` (74).
  func all(limit: Int) throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let more = try next()
      if more.isEmpty { return bytes }
      bytes += more
      guard bytes.count <= limit else { throw Problem("FILE-SIZE", at: Place(file: name), "more than \(limit) bytes") }
    }
  }

  private static func notRegular(_ name: String) -> Problem {
    Problem("FILE-KIND", at: Place(file: name), "not a regular file; links are not followed")
  }
}

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
  read(descriptor, bytes, count)
}
