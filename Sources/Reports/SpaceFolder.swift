import Formats

/// Gathers text with each run of white space folded to one space, and unseen marks taken out.
struct SpaceFolder {
  private(set) var bytes: [UInt8] = []
  private var hasSpace = false

  var isEmpty: Bool { bytes.isEmpty }

  mutating func append(_ text: [UInt8]) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte > 0x20, byte < 0x7F {
        put(byte)
        index += 1
        continue
      }
      let length = TextScanning.spaceLength(text, at: index, before: text.count)
      if length == 0 {
        put(byte)
        index += 1
        // The rest of the character is none of the marks below.
        while index < text.count, text[index] & 0xC0 == 0x80 {
          bytes.append(text[index])
          index += 1
        }
      } else {
        mark(text, at: index, length)
        index += length
      }
    }
  }

  /// Parts what comes from what came.
  mutating func space() { hasSpace = true }

  /// The text so far without space at its end; begins anew.
  mutating func take() -> [UInt8] {
    defer { self = SpaceFolder() }
    return bytes
  }

  static func folded(_ text: String) -> String {
    var folder = SpaceFolder()
    folder.append(Array(text.utf8))
    return String(decoding: folder.bytes, as: UTF8.self)
  }

  private mutating func put(_ byte: UInt8) {
    if hasSpace {
      if !bytes.isEmpty { bytes.append(0x20) }
      hasSpace = false
    }
    bytes.append(byte)
  }

  /// White space becomes one space, soft hyphens and zero-width marks nothing.
  private mutating func mark(_ text: [UInt8], at index: Int, _ length: Int) {
    guard length > 1 else {
      hasSpace = true
      return
    }
    let (second, third) = (text[index + 1], length > 2 ? text[index + 2] : 0)
    switch (text[index], second, third) {
    case (0xC2, 0xAD, _), (0xEF, _, _), (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0): return
    case (0xE2, 0x80, 0x8C...0x8F), (0xE2, 0x80, 0xAA...0xAE):
      // Joiners and direction marks mean something in some scripts, but nothing after an ASCII letter.
      if let last = bytes.last, last >= 0x80, !hasSpace { bytes.append(contentsOf: text[index..<(index + length)]) }
    default: hasSpace = true
    }
  }
}
