/// The text of a report and its parts.
public struct ReportText: Sendable, Hashable {
  /// UTF-8: the title, a blank line, the body; only the body if there is no title.
  public var bytes: [UInt8]
  /// In text order, not overlapping; together they hold each letter and digit except bullets.
  public var blocks: [Block]

  public init(bytes: [UInt8], blocks: [Block]) {
    self.bytes = bytes
    self.blocks = blocks
  }

  /// Plain text; `body` is kept byte for byte.
  public init(title: String = "", plain body: String) {
    var builder = TextBuilder(title: title)
    builder.append(plain: Array(body.utf8))
    self = builder.text
  }

  /// A piece of HTML such as the content of a post.
  public init(title: String = "", html: String) {
    self = HTMLBlocks(Array(html.utf8), as: .fragment).text(title: title)
  }

  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The text of a range of bytes; parts of it outside `bytes` are left off.
  public func slice(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
