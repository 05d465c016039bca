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
}

/// What is in a file.
public struct BaseInfo: Sendable, Hashable {
  public struct Count: Sendable, Hashable {
    public var view: String
    public var rows: Int
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
}
