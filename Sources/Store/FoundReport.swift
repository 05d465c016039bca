/// A report that a search of its text found.
public struct FoundReport: Sendable, Hashable {
  public var key: String
  public var title: String
  public var url: String?
  /// EDTF.
  public var published: String?
  public var isDigest: Bool
  /// The whole text, as `spacekb text` prints it.
  public var text: String

  public init(
    key: String, title: String, url: String? = nil, published: String? = nil, isDigest: Bool = false, text: String
  ) {
    self.key = key
    self.title = title
    self.url = url
    self.published = published
    self.isDigest = isDigest
    self.text = text
  }
}
