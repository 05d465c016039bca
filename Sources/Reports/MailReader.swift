import Formats

/// Reads a mail: its subject as title, its day as the day of publication, of its parts the first that is text.
struct MailReader {
  let options: ReportReader.Options
  let file: String

  /// A leaf of a mail that can be read.
  private struct Part {
    var bytes: [UInt8]
    var isHTML: Bool
  }

  /// Whether a text begins with the header of a mail: fields up to a blank line, who it is from and what about or when.
  static func isMail(_ bytes: [UInt8]) -> Bool {
    guard let start = bytes.firstIndex(where: { !$0.isASCIISpace }) else { return false }
    let header = MailHeader(bytes, start..<bytes.count)
    return header.isWhole && header["from"] != nil && (header["subject"] != nil || header["date"] != nil)
  }

  /// - Throws: `MAIL-TEXT` for a mail without text, `TEXT-ENCODING` for one in a character set that is not read.
  func report(_ bytes: [UInt8], raw: [UInt8], warnings: inout [Problem]) throws(Problem) -> Report {
    let start = bytes.firstIndex { !$0.isASCIISpace } ?? 0
    let header = MailHeader(bytes, start..<bytes.count)
    let part = try text(bytes, header)
    let subject = try decoded(words: header["subject"] ?? "")
    let title = SpaceFolder.folded(options.title ?? subject)
    let text: ReportText
    if part.isHTML {
      let html = HTMLBlocks(part.bytes, as: .fragment)
      warnings += PageReader.warnings(html, at: Place(file: file))
      text = html.text(title: title)
    } else {
      text = ReportText(title: title, plain: String(decoding: Self.unquoted(part.bytes), as: UTF8.self))
    }
    guard text.blocks.contains(where: { $0.kind != .title }) else { throw noText() }
    warnings.append(
      Problem(
        "MAIL", at: Place(file: file, line: 1, column: 1),
        "read as a mail; its \(header.fields.count) header fields and whatever is attached are no text of the report"))
    return Report(
      url: options.url, title: title, text: text, published: options.published ?? Self.day(header["date"] ?? ""),
      language: options.language, raw: raw)
  }

  private func noText() -> Problem {
    Problem("MAIL-TEXT", at: Place(file: file), "a mail without text, a report was expected")
  }

  // MARK: Parts

  /// The first part that is plain text, else the first that is HTML.
  private func text(_ bytes: [UInt8], _ header: MailHeader) throws(Problem) -> Part {
    var waiting = [(header, header.end..<bytes.count)]
    var html: Part?
    // No mail is nested deeper; each level is read once more.
    var left = 20
    while let (header, range) = waiting.popLast() {
      let kind = header.kind(of: "content-type")
      if kind.hasPrefix("multipart/"), left > 0, let boundary = header.parameter("boundary", of: "content-type") {
        left -= 1
        let parts = Self.parts(bytes, range, boundary).map { part in
          let header = MailHeader(bytes, part)
          return (header, header.end..<part.upperBound)
        }
        waiting += parts.reversed()
      } else if kind == "text/html" {
        if html == nil { html = Part(bytes: try body(bytes, range, header), isHTML: true) }
      } else if kind.isEmpty || kind.hasPrefix("text/") {
        return Part(bytes: try body(bytes, range, header), isHTML: false)
      }
    }
    guard let html else { throw noText() }
    return html
  }

  /// What stands between the lines `--BOUNDARY` (RFC 2046, section 5.1.1).
  private static func parts(_ bytes: [UInt8], _ range: Range<Int>, _ boundary: String) -> [Range<Int>] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [Range<Int>] = []
    var open: Int?
    var index = range.lowerBound
    while index < range.upperBound {
      let line = bytes[index..<range.upperBound].prefix { $0 != 0x0A }
      let next = min(line.endIndex + 1, range.upperBound)
      if line.starts(with: mark) {
        if let open { parts.append(open..<index) }
        open = line.dropFirst(mark.count).starts(with: Array("--".utf8)) ? nil : next
        if open == nil { return parts }
      }
      index = next
    }
    if let open { parts.append(open..<range.upperBound) }
    return parts
  }

  private func body(_ bytes: [UInt8], _ range: Range<Int>, _ header: MailHeader) throws(Problem) -> [UInt8] {
    let encoded = Array(bytes[range])
    let charset = header.parameter("charset", of: "content-type") ?? "utf-8"
    switch header.kind(of: "content-transfer-encoding") {
    case "quoted-printable": return try utf8(TransferEncoding.quotedPrintable(encoded), from: charset)
    case "base64":
      guard let decoded = TransferEncoding.base64(encoded) else {
        throw Problem(
          "TEXT-ENCODING", at: Place(file: file, byte: range.lowerBound), "this is not the Base64 it says it is")
      }
      return try utf8(decoded, from: charset)
    default: return encoded
    }
  }

  // MARK: Text

  private func utf8(_ bytes: [UInt8], from charset: String) throws(Problem) -> [UInt8] {
    switch charset.lowercased() {
    case "iso-8859-1", "windows-1252":
      // HTML reads the numbers from 128 to 159 as Windows does.
      return bytes.flatMap { $0 < 0x80 ? [$0] : Array(CharacterReference.decode("&#\($0);").utf8) }
    case "utf-8", "us-ascii":
      if let invalid = UTF8Check.firstInvalid(in: bytes) {
        throw Problem("TEXT-ENCODING", at: Place(file: file), "byte \(invalid) of the decoded text is not \(charset)")
      }
      return bytes
    default:
      throw Problem(
        "TEXT-ENCODING", at: Place(file: file),
        "the character set \(Visible.shortened(charset, to: 30)) is not read; save the text of the mail as UTF-8")
    }
  }

  /// A subject with its encoded words (RFC 2047): `=?utf-8?q?Minutes?=`.
  private func decoded(words text: String) throws(Problem) -> String {
    var decoded = ""
    var isAfterEncoded = false
    for word in text.split(separator: " ") {
      let parts = word.split(separator: "?", omittingEmptySubsequences: false)
      let isEncoded = parts.count == 5 && parts[0] == "=" && parts[4] == "="
      // The space between two of them is no part of the text.
      if !decoded.isEmpty, !(isEncoded && isAfterEncoded) { decoded += " " }
      isAfterEncoded = isEncoded
      guard isEncoded else {
        decoded += word
        continue
      }
      let bytes = Array(parts[3].utf8).map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
      let plain =
        parts[2].lowercased() == "b" ? TransferEncoding.base64(bytes) ?? [] : TransferEncoding.quotedPrintable(bytes)
      decoded += String(decoding: try utf8(plain, from: String(parts[1])), as: UTF8.self)
    }
    return decoded
  }

  /// Without the marks `> ` at the beginnings of lines.
  private static func unquoted(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var isAtStart = true
    var isAfterMark = false
    for byte in bytes {
      if isAtStart, byte == UInt8(ascii: ">") {
        isAfterMark = true
        continue
      }
      if isAtStart, isAfterMark, byte == 0x20 {
        isAfterMark = false
        continue
      }
      isAtStart = byte == 0x0A || byte == 0x0D
      if isAtStart { isAfterMark = false }
      text.append(byte)
    }
    return text
  }

  /// The day of a date as mail has it (RFC 5322, section 3.3): `Fri, 18 Sep 2020 08:55:27 +0000`.
  private static func day(_ text: String) -> String? {
    let words = text.split { $0 == " " || $0 == "," }
    guard let index = words.firstIndex(where: { $0.utf8.count <= 2 && Int($0) != nil }), index + 2 < words.count,
      let day = Int(words[index]), let month = months.firstIndex(of: words[index + 1].lowercased()),
      words[index + 2].utf8.count == 4, let year = Int(words[index + 2])
    else { return nil }
    return Day(year: year, month: month + 1, day: day)?.text
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
