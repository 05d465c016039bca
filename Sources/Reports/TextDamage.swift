import Formats

/// Signs that a text was damaged before it came here. It is kept as it is.
enum TextDamage {
  /// The first U+FFFD, or UTF-8 that somebody read as Windows-1252 (`Ãª` for ê, `â€™` for ’).
  static func warning(_ bytes: [UInt8], file: String) -> Problem? {
    guard let found = bytes.withUnsafeBufferPointer(first) else { return nil }
    var lines = LineCounter()
    let place = lines.place(of: found.lowerBound, in: bytes, file: file)
    let text = String(decoding: bytes[found], as: UTF8.self)
    let what = text == "\u{FFFD}" ? "U+FFFD" : "\"\(text)\""
    return Problem("TEXT-DAMAGED", at: place, "\(what): the text was damaged before it came here; it is kept as it is")
  }

  private static func first(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var index = 0
    while index + 2 < bytes.count {
      switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
      case (0xEF, 0xBF, 0xBD): return index..<(index + 3)
      // Ã before U+0080 to U+00BF; a no-break space can stand behind a word in Ã.
      case (0xC3, 0x83, 0xC2) where index + 3 < bytes.count && bytes[index + 3] != 0xA0: return index..<(index + 4)
      // â and €, whatever comes then.
      case (0xC3, 0xA2, 0xE2) where index + 4 < bytes.count && bytes[index + 3] == 0x82 && bytes[index + 4] == 0xAC:
        var end = index + 5
        while end < min(bytes.count, index + 8), bytes[end] >= 0x80 { end += 1 }
        return index..<end
      default: index += 1
      }
    }
    return nil
  }
}
