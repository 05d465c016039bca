/// A statement as the proof of something: the words, where they stand and who says so.
public struct EvidenceItem: Sendable, Hashable {
  /// The statement's id.
  public var statement: String
  /// `chair`, `membership`, …
  public var kind: String
  /// Exactly the bytes `start..<end` of what `spacekb text` prints (UTF-8).
  public var quote: String
  public var start: Int
  public var end: Int
  /// The report's key.
  public var report: String
  public var title: String
  public var url: String?
  /// EDTF.
  public var published: String?
  /// Worded "digest of …".
  public var isDigest: Bool
  /// The rule that read it.
  public var rule: String

  public init(
    statement: String, kind: String, quote: String, start: Int, end: Int, report: String, title: String,
    url: String? = nil, published: String? = nil, isDigest: Bool = false, rule: String
  ) {
    self.statement = statement
    self.kind = kind
    self.quote = quote
    self.start = start
    self.end = end
    self.report = report
    self.title = title
    self.url = url
    self.published = published
    self.isDigest = isDigest
    self.rule = rule
  }
}
