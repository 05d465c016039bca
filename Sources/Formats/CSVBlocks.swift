/// Cuts a stream of CSV into blocks of whole rows, so that a table of any length takes the memory of one block.
///
/// A row ends at LF, CR or CRLF outside quotes. Blank lines stay with what follows them.
struct CSVBlocks {
  /// A row longer than this is given as far as it was read, and is refused by whoever reads it.
  static let maximumRowBytes = 64 << 20

  struct Block: Sendable {
    var bytes: [UInt8]
    /// Where it begins in the whole: lines and bytes before it.
    var lines: Int
    var offset: Int
  }

  private let read: () throws -> [UInt8]
  private let file: String
  private var window: [UInt8] = []
  private var isAtEnd = false
  private var lines = 0
  private var offset = 0
  private var isFirst = true

  /// - Parameter read: the next bytes of the file, of any number; none at its end.
  init(file: String, read: @escaping () throws -> [UInt8]) {
    self.file = file
    self.read = read
  }

  /// The next block, nil at the end.
  /// - Throws: `TEXT-ENCODING` for bytes that are not UTF-8; what `read` throws.
  mutating func next() throws -> Block? {
    var end = 0
    var scan = Scan()
    while !isAtEnd {
      scan.advance(in: window)
      end = scan.end
      if end > 0 || window.count > Self.maximumRowBytes { break }
      let more = try read()
      isAtEnd = more.isEmpty
      window += more
    }
    if end == 0 { end = window.count }
    guard end > 0 else { return nil }
    var block = Block(bytes: Array(window[..<end]), lines: lines, offset: offset)
    window.removeFirst(end)
    try check(block)
    var counter = LineCounter()
    counter.advance(to: block.bytes.count, in: block.bytes)
    lines += counter.line - 1
    offset += block.bytes.count
    if isFirst, block.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      block.bytes.removeFirst(3)
      block.offset = 3
    }
    isFirst = false
    return block
  }

  private func check(_ block: Block) throws(Problem) {
    if isFirst, block.bytes.starts(with: [0xFF, 0xFE]) || block.bytes.starts(with: [0xFE, 0xFF]) {
      throw Problem(
        "TEXT-ENCODING", at: Place(file: file, byte: 0), "this is UTF-16; convert it: iconv -f UTF-16 -t UTF-8 \(file)")
    }
    guard let invalid = UTF8Check.firstInvalid(in: block.bytes) else { return }
    var counter = LineCounter()
    let place = counter.place(of: invalid, in: block.bytes, file: file)
    var problem = Encoding.notUTF8(block.bytes, at: place)
    problem.place.line = place.line.map { $0 + block.lines }
    problem.place.byte = block.offset + invalid
    throw problem
  }

  /// Where the last whole row of a growing window ends.
  private struct Scan {
    private var index = 0
    private var isQuoted = false
    private(set) var end = 0

    mutating func advance(in window: [UInt8]) {
      window.withUnsafeBufferPointer { bytes in
        while index < bytes.count {
          let byte = bytes[index]
          if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
          index += 1
          guard !isQuoted, byte == 0x0A || byte == 0x0D else { continue }
          // The LF of a CRLF may be still to come.
          if byte == 0x0D, index == bytes.count {
            index -= 1
            return
          }
          if byte == 0x0D, bytes[index] == 0x0A { index += 1 }
          let start = index - (byte == 0x0D && bytes[index - 1] == 0x0A ? 2 : 1)
          let isBlank = start == 0 || bytes[start - 1] == 0x0A || bytes[start - 1] == 0x0D
          if !isBlank { end = index }
        }
      }
    }
  }
}
