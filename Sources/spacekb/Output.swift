import Formats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The one writer of the command: a file descriptor with a buffer, whose every failure is an error.
///
/// A disk that is full is a problem with exit code 74; a pipe that nobody reads any more is ``ClosedPipe``.
final class Output {
  /// The reader of the pipe has gone; the command ends quietly with 141.
  struct ClosedPipe: Error {}

  private static let limit = 1 << 16

  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []

  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Whether a person reads it.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  func write(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.limit { try flush() }
  }

  func write(_ bytes: [UInt8]) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.limit { try flush() }
  }

  /// Writes what the buffer holds.
  func flush() throws {
    defer { buffer.removeAll(keepingCapacity: true) }
    var written = 0
    try buffer.withUnsafeBytes { bytes in
      while written < bytes.count {
        let count = systemWrite(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
        if count >= 0 {
          written += count
          continue
        }
        switch errno {
        case EINTR: continue
        case EAGAIN: waitUntilWritable()
        case EPIPE: throw ClosedPipe()
        default: throw problem(errno)
        }
      }
    }
  }

  /// A descriptor that does not block has no room: waits for some.
  private func waitUntilWritable() {
    var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    poll(&entry, 1, -1)
  }

  private func problem(_ code: Int32) -> Problem {
    Problem("OUTPUT", at: Place(file: name), "cannot write: \(String(cString: strerror(code)))", exit: .inputOutput)
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
