/// From the bytes of a file to UTF-8 text.
public enum Encoding {
  /// Text in UTF-8 without a byte order mark.
  public struct Text: Sendable, Hashable {
    public var bytes: [UInt8]
    /// What had to be done to get there, e.g. a mark that was taken off.
    public var warnings: [Problem]
  }

  /// Takes UTF-8 with or without a byte order mark and UTF-16 with one.
  ///
  /// - Throws: `TEXT-BINARY` for known binary kinds, `TEXT-ENCODING` for anything else that isn't UTF-8, with the byte.
  public static func text(_ bytes: [UInt8], file: String) throws(Problem) -> Text {
    if let kind = binaryKind(bytes) {
      throw Problem(
        "TEXT-BINARY", at: Place(file: file, byte: 0), "this is \(kind.name), not text; \(kind.advice(file))")
    }
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    if isLittle || bytes.starts(with: [0xFE, 0xFF]) {
      let text = try fromUTF16(bytes, isLittle: isLittle, file: file)
      let place = Place(file: file, byte: 0)
      return Text(bytes: text, warnings: [Problem("TEXT-UTF16", at: place, "read as UTF-16, as its first bytes say")])
    }
    if let name = unmarkedUTF16(bytes) {
      throw Problem(
        "TEXT-ENCODING", at: Place(file: file, byte: 0),
        "this looks like \(name) without a byte order mark, UTF-8 was expected; convert it: "
          + "iconv -f \(name) -t UTF-8 \(file)")
    }
    if let invalid = UTF8Check.firstInvalid(in: bytes) {
      var counter = LineCounter()
      let place = counter.place(of: invalid, in: bytes, file: file)
      throw notUTF8(bytes, at: place)
    }
    guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return Text(bytes: bytes, warnings: []) }
    let note = Problem("TEXT-BOM", at: Place(file: file, byte: 0), "a byte order mark was taken off")
    return Text(bytes: Array(bytes[3...]), warnings: [note])
  }

  /// The problem of a byte that isn't UTF-8, with the command that converts the file.
  static func notUTF8(_ bytes: [UInt8], at place: Place) -> Problem {
    let byte = place.byte ?? 0
    let value = byte < bytes.count ? String(bytes[byte], radix: 16, uppercase: true) : "?"
    let from = declaredCharset(bytes) ?? "WINDOWS-1252"
    return Problem(
      "TEXT-ENCODING", at: place,
      "byte \(byte) (0x\(value)) is not UTF-8; convert the file: iconv -f \(from) -t UTF-8 \(place.file)"
        + (declaredCharset(bytes) == nil ? " (or from whatever encoding it has)" : ""))
  }

  private struct BinaryKind {
    var name: String
    var isPDF = false

    func advice(_ file: String) -> String {
      isPDF ? "convert it: pdftotext \(file) - | spacekb ingest - --url …" : "save it as text or HTML first"
    }
  }

  private static func binaryKind(_ bytes: [UInt8]) -> BinaryKind? {
    let kinds: [([UInt8], String)] = [
      (Array("%PDF-".utf8), "a PDF file"), ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
      ([0xFF, 0xD8, 0xFF], "a JPEG image"),
      (Array("GIF8".utf8), "a GIF image"), ([0x50, 0x4B, 0x03, 0x04], "a ZIP file (perhaps DOCX, XLSX, ODT or EPUB)"),
      ([0x50, 0x4B, 0x05, 0x06], "an empty ZIP file"), ([0x1F, 0x8B], "a GZIP file"),
      (Array("BZh".utf8), "a BZIP2 file"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an XZ file"), ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard file"),
      ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip file"), ([0xD0, 0xCF, 0x11, 0xE0], "an old Microsoft Office file"),
      (Array("SQLite format 3\u{0}".utf8), "a SQLite database"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
      (Array("{\\rtf".utf8), "an RTF file"), (Array("PAR1".utf8), "a Parquet file"),
    ]
    // A PDF may have a few bytes of dirt before its mark.
    for (mark, name) in kinds where bytes.starts(with: mark) {
      return BinaryKind(name: name, isPDF: name == "a PDF file")
    }
    return nil
  }

  private static func unmarkedUTF16(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(64)
    guard head.count >= 4 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    if zeros[1] * 4 >= head.count, zeros[0] == 0 { return "UTF-16LE" }
    if zeros[0] * 4 >= head.count, zeros[1] == 0 { return "UTF-16BE" }
    return nil
  }

  private static func fromUTF16(_ bytes: [UInt8], isLittle: Bool, file: String) throws(Problem) -> [UInt8] {
    guard bytes.count % 2 == 0 else {
      throw Problem("TEXT-ENCODING", at: Place(file: file, byte: bytes.count - 1), "half a UTF-16 unit at the end")
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var high: UInt32?
    for index in stride(from: 2, to: bytes.count, by: 2) {
      let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      let unit = isLittle ? second << 8 | first : first << 8 | second
      let isHigh = unit & 0xFC00 == 0xD800
      let isLow = unit & 0xFC00 == 0xDC00
      guard isLow == (high != nil), !(isHigh && index + 2 >= bytes.count) else {
        throw Problem("TEXT-ENCODING", at: Place(file: file, byte: index), "a lone surrogate in UTF-16")
      }
      if isHigh {
        high = unit
      } else {
        let value = high.map { 0x10000 + ($0 - 0xD800) << 10 + (unit - 0xDC00) } ?? unit
        text.append(scalar: Unicode.Scalar(value) ?? "\u{FFFD}")
        high = nil
      }
    }
    return text
  }

  /// The value of `charset=` in the first 1024 bytes, if it names something else than UTF-8.
  private static func declaredCharset(_ bytes: [UInt8]) -> String? {
    let end = min(bytes.count, 1024)
    for start in 0..<end where bytes.hasAnyCase("charset=", at: start, before: end) {
      var index = start + 8
      if index < end, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") { index += 1 }
      var name = ""
      while index < end, bytes[index].isASCIILetter || bytes[index].isASCIIDigit || bytes[index] == UInt8(ascii: "-") {
        name.unicodeScalars.append(Unicode.Scalar(bytes[index]))
        index += 1
      }
      if !name.isEmpty {
        return name.utf8.elementsEqual("utf-8".utf8) ? nil : name.uppercased() == "UTF-8" ? nil : name
      }
    }
    return nil
  }
}
