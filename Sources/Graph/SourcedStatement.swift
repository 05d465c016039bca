public import Statements

/// A statement together with the report that makes it.
public struct SourcedStatement: Sendable, Hashable {
  /// The report, in the version that was read.
  public struct Source: Sendable, Hashable {
    /// The report's key: its URL, else the SHA-256 of its text.
    public var report: String
    /// Identifies the version of the report: hexadecimal SHA-256.
    public var version: String
    public var title: String
    public var url: String?
    /// EDTF, as the report carries it.
    public var published: String?
    /// A bundled digest, worded "digest of …".
    public var isDigest: Bool

    public init(
      report: String, version: String, title: String = "", url: String? = nil, published: String? = nil,
      isDigest: Bool = false
    ) {
      self.report = report
      self.version = version
      self.title = title
      self.url = url
      self.published = published
      self.isDigest = isDigest
    }
  }

  /// The first 16 hexadecimal digits of the SHA-256 of report key, version, kind and values.
  public var id: String
  public var statement: Statement
  public var source: Source
  /// Whether the text goes on with a slash after the evidence, as in "ASA/CSIRO": with the next party one entry of a list.
  public var joinsNext: Bool

  public init(statement: Statement, source: Source, joinsNext: Bool = false) {
    self.id = StatementID.of(statement, report: source.report, version: source.version)
    self.statement = statement
    self.source = source
    self.joinsNext = joinsNext
  }

  /// For a reader of stored rows, whose id is known already.
  package init(id: String, statement: Statement, source: Source, joinsNext: Bool) {
    self.id = id
    self.statement = statement
    self.source = source
    self.joinsNext = joinsNext
  }

  /// Whether the first byte after the evidence that is no white space is a slash.
  public static func joinsNext(_ evidence: Evidence, in text: [UInt8]) -> Bool {
    guard evidence.end >= 0, evidence.end < text.count else { return false }
    return text[evidence.end...].first { !($0 == 0x20 || (0x09...0x0D).contains($0)) } == UInt8(ascii: "/")
  }
}
