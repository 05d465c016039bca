import Formats

/// The rule that gives a report its identity.
public enum ReportKey {
  /// The URL without white space round it; any with `?p=ID` as `https://HOST/?p=ID`, whatever its scheme and path.
  public static func key(url: String) -> String {
    let bytes = trimmed(Array(url.utf8))
    if let host = host(bytes), let id = postID(bytes) { return "https://\(host)/?p=\(id)" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The key of a WordPress post.
  static func key(host: String, id: Int) -> String { "https://\(host)/?p=\(id)" }

  /// Whether it is an `http` or `https` address with a host.
  static func isLink(_ url: String) -> Bool {
    let bytes = Array(url.utf8)
    let isSafe = !bytes.contains { $0 <= 0x20 || $0 == 0x7F }
    return isSafe && bytes.count <= 2048 && host(bytes) != nil
  }

  /// The host in lower case, with its port; nil if this is no `http` or `https` address.
  static func host(_ url: String) -> String? { host(trimmed(Array(url.utf8))) }

  private static func host(_ bytes: [UInt8]) -> String? {
    let start: Int
    if bytes.hasAnyCase("https://", at: 0, before: bytes.count) {
      start = 8
    } else if bytes.hasAnyCase("http://", at: 0, before: bytes.count) {
      start = 7
    } else {
      return nil
    }
    let stops = [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")]
    var name = bytes[start...].prefix { !stops.contains($0) }
    // A name and password before the host are no part of it.
    if let sign = name.lastIndex(of: UInt8(ascii: "@")) { name = name[(sign + 1)...] }
    return name.isEmpty ? nil : String(decoding: name.map(\.asciiLowered), as: UTF8.self)
  }

  /// The digits of the parameter `p` in the query.
  private static func postID(_ bytes: [UInt8]) -> String? {
    let address = bytes.prefix { $0 != UInt8(ascii: "#") }
    guard let mark = address.firstIndex(of: UInt8(ascii: "?")) else { return nil }
    let query = address[(mark + 1)...]
    for part in query.split(separator: UInt8(ascii: "&"))
    where part.starts(with: [UInt8(ascii: "p"), UInt8(ascii: "=")]) {
      let digits = part.dropFirst(2)
      if !digits.isEmpty, digits.count <= 18, digits.allSatisfy(\.isASCIIDigit) {
        return String(decoding: digits, as: UTF8.self)
      }
    }
    return nil
  }

  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    let start = bytes.firstIndex { !$0.isASCIISpace } ?? bytes.count
    let end = bytes.lastIndex { !$0.isASCIISpace } ?? start - 1
    return start <= end ? Array(bytes[start...end]) : []
  }
}
