/// Lines and columns of growing byte offsets, in one pass over the bytes for all of them.
///
/// LF, CR and CRLF each end one line.
package struct LineCounter: Sendable {
  package private(set) var line = 1
  private var lineStart = 0
  private var offset = 0

  package init() {}

  /// The place of `target` in `bytes`. An offset smaller than an earlier one is counted from the start again.
  package mutating func place(of target: Int, in bytes: [UInt8], file: String, path: String? = nil) -> Place {
    if target < offset { self = LineCounter() }
    advance(to: target, in: bytes)
    return Place(file: file, line: line, column: target - lineStart + 1, byte: target, path: path)
  }

  package mutating func advance(to target: Int, in bytes: [UInt8]) {
    let target = min(target, bytes.count)
    while offset < target {
      let byte = bytes[offset]
      offset += 1
      // The CR of a CRLF is part of the line that the LF ends.
      let isEnd = byte == 0x0A || (byte == 0x0D && !(offset < bytes.count && bytes[offset] == 0x0A))
      if isEnd {
        line += 1
        lineStart = offset
      }
    }
  }
}
