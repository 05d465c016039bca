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
}
