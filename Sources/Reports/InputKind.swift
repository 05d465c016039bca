import Formats

/// What kind of input some text is, told by how it begins.
enum InputKind {
  case empty, json, jsonArray, jsonLines, html, plain

  /// - Throws: `JSON-SYNTAX` for HTML that a server printed before JSON, `REPORT-KIND` for a feed, `HTML-DTD`.
  init(_ bytes: [UInt8], file: String) throws(Problem) {
    guard let start = bytes.firstIndex(where: { !$0.isASCIISpace }) else {
      self = .empty
      return
    }
    switch bytes[start] {
    case UInt8(ascii: "{"):
      self =
        InputKind.isLines(bytes, from: start) ? .jsonLines : InputKind.isObject(bytes, from: start) ? .json : .plain
    case UInt8(ascii: "["):
      self = InputKind.isArray(bytes, from: start, file: file) ? .jsonArray : .plain
    case UInt8(ascii: "<"):
      self = try InputKind.markup(bytes, from: start, file: file)
    case UInt8(ascii: "\""), UInt8(ascii: "-"), UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      // A JSON value that is no report is refused, a text that only begins like one is read.
      self = (try? JSONReader(bytes, file: file).value()) == nil ? .plain : .json
    default:
      self = .plain
    }
  }

  /// Whether the second line with text begins a second object.
  private static func isLines(_ bytes: [UInt8], from start: Int) -> Bool {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    guard let next = bytes[end...].firstIndex(where: { !$0.isASCIISpace }), bytes[next] == UInt8(ascii: "{") else {
      return false
    }
    let last = bytes[start..<end].last { !$0.isASCIISpace } ?? 0
    return ![UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{")].contains(last)
  }

  /// Whether what follows the bracket is a key, the end, or nothing: `{see note}` begins a text.
  private static func isObject(_ bytes: [UInt8], from start: Int) -> Bool {
    guard let next = bytes[(start + 1)...].first(where: { !$0.isASCIISpace }) else { return true }
    return !next.isASCIILetter && next < 0x80
  }

  /// Whether it is an array of JSON: `[1] Smith` and `[Home]` begin a text.
  private static func isArray(_ bytes: [UInt8], from start: Int, file: String) -> Bool {
    guard let next = bytes[(start + 1)...].first(where: { !$0.isASCIISpace }) else { return true }
    switch next {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "]"): return true
    default: return (try? JSONReader(bytes, file: file).value()) != nil
    }
  }

  private static func markup(_ bytes: [UInt8], from start: Int, file: String) throws(Problem) -> InputKind {
    let place = Place(file: file, line: 1, column: start + 1)
    let second = start + 1 < bytes.count ? bytes[start + 1] : 0
    guard
      second.isASCIILetter || second == UInt8(ascii: "!") || second == UInt8(ascii: "?") || second == UInt8(ascii: "/")
    else { return .plain }
    let last = bytes.last { !$0.isASCIISpace } ?? 0
    let isJSONFile = [".json", ".jsonl", ".ndjson"].contains { file.hasSuffix($0) }
    if isJSONFile || last == UInt8(ascii: "}") || last == UInt8(ascii: "]") {
      let hasJSON = bytes.indices.contains { bytes.has("{\"", at: $0, before: bytes.count) }
      let isPage = bytes.hasAnyCase("<!doctype", at: start, before: bytes.count)
      if hasJSON, !isPage {
        throw Problem("JSON-SYNTAX", at: place, "HTML before the JSON: the server printed a message of its own")
      }
    }
    let head = start..<min(bytes.count, start + 2048)
    for index in head where bytes[index] == UInt8(ascii: "<") {
      if bytes.hasAnyCase("<rss", at: index, before: head.upperBound)
        || bytes.hasAnyCase("<feed", at: index, before: head.upperBound)
      {
        throw Problem("REPORT-KIND", at: place, "a feed, which names reports but doesn't hold them; save the pages")
      }
      if bytes.hasAnyCase("<!doctype", at: index, before: head.upperBound) {
        let declaration = bytes[index..<head.upperBound].prefix { $0 != UInt8(ascii: ">") }
        if declaration.contains(UInt8(ascii: "[")) {
          throw Problem("HTML-DTD", at: place, "a document type with declarations of its own is not taken")
        }
      }
    }
    return .html
  }
}
