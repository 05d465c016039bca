public import Graph

/// A stored report, in its current version.
public struct ReportSummary: Sendable, Hashable {
  public var key: String
  public var title: String
  public var url: String?
  /// EDTF.
  public var published: String?
  public var language: String?
  public var isDigest: Bool
  public var isRetracted: Bool
  /// All versions, and those that are current (two or more: they cannot be ordered; none: in the trash).
  public var versions: Int
  public var currentVersions: Int
  /// Current statements.
  public var statements: Int
  /// What they are about.
  public var forums: [Party]

  public init(
    key: String, title: String, url: String? = nil, published: String? = nil, language: String? = nil,
    isDigest: Bool = false, isRetracted: Bool = false, versions: Int, currentVersions: Int, statements: Int,
    forums: [Party] = []
  ) {
    self.key = key
    self.title = title
    self.url = url
    self.published = published
    self.language = language
    self.isDigest = isDigest
    self.isRetracted = isRetracted
    self.versions = versions
    self.currentVersions = currentVersions
    self.statements = statements
    self.forums = forums
  }
}

/// What is in a file.
public struct BaseInfo: Sendable, Hashable {
  public struct Count: Sendable, Hashable {
    public var view: String
    public var rows: Int

    public init(view: String, rows: Int) {
      self.view = view
      self.rows = rows
    }
  }

  /// The path that was opened.
  public var path: String
  /// The number of the last schema file.
  public var schemaVersion: Int
  /// Rows of each view, in the order in which the documentation lists them.
  public var counts: [Count]
  /// SHA-256 of the data files that it was read with; nil before the first vocabulary is set.
  public var dataHash: String?
  /// The version of the reader of statements that last wrote.
  public var extractorVersion: String?
  /// Versions of reports that were loaded without the reports themselves: they cannot be read again.
  public var unkept: Int

  public init(
    path: String, schemaVersion: Int, counts: [Count] = [], dataHash: String? = nil, extractorVersion: String? = nil,
    unkept: Int = 0
  ) {
    self.path = path
    self.schemaVersion = schemaVersion
    self.counts = counts
    self.dataHash = dataHash
    self.extractorVersion = extractorVersion
    self.unkept = unkept
  }
}
