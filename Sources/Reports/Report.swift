import Formats

/// One source document, read.
public struct Report: Sendable, Hashable {
  public enum Status: String, Sendable, Hashable {
    case published
    /// In the trash of its publisher: a version without facts.
    case retracted
  }

  /// Its identity: the URL, else `sha256:` and the hash of the text. See `ReportKey`.
  public var key: String
  /// An `http` or `https` address, as given.
  public var url: String?
  /// One line, without markup; empty if there is none.
  public var title: String
  public var text: ReportText
  /// The day, month or year of publication in EDTF, as precise as it was given.
  public var published: String?
  /// When it was last changed: an ISO 8601 date or time. Of a WordPress post in UTC where that is known.
  public var modified: String?
  /// When it was fetched: an ISO 8601 date or time, as given.
  public var retrieved: String?
  /// A language tag, as given.
  public var language: String?
  /// Whether it restates an original instead of being one.
  public var isDigest: Bool
  public var status: Status
  /// What it corrects by hand, if that is what it is.
  public var correction: Correction?
  /// The bytes of this record in the input.
  public var raw: [UInt8]
  /// The hash (SHA-256) of title and text: two versions with the same one are the same.
  public var digest: String

  /// Without a URL the key is made from the text.
  public init(
    key: String? = nil, url: String? = nil, title: String, text: ReportText, published: String? = nil,
    modified: String? = nil, retrieved: String? = nil, language: String? = nil, isDigest: Bool = false,
    status: Status = .published, correction: Correction? = nil, raw: [UInt8] = []
  ) {
    self.key = key ?? url.map { ReportKey.key(url: $0) } ?? "sha256:" + SHA256.hex(text.bytes)
    self.url = url
    self.title = title
    self.text = text
    self.published = published
    self.modified = modified
    self.retrieved = retrieved
    self.language = language
    self.isDigest = isDigest
    self.status = status
    self.correction = correction
    self.raw = raw
    var hash = SHA256()
    hash.update(title)
    hash.update([0])
    hash.update(text.bytes)
    digest = hash.hex()
  }
}
