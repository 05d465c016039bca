public import Reports
public import Statements

/// A report with what was read from it, ready to be stored.
public struct ReadReport: Sendable {
  public var report: Report
  public var statements: [Statement]

  public init(report: Report, statements: [Statement]) {
    self.report = report
    self.statements = statements
  }
}

/// What became of one report of a batch.
public struct IngestOutcome: Sendable, Hashable {
  public enum Change: String, Sendable, Hashable, CaseIterable {
    /// The first version of a report.
    case new
    /// Another version, now current (alone or beside one that it cannot be ordered against).
    case changed
    /// An older version, or a digest beside an original: kept as history, the facts are as before.
    case older
    /// This version is there already, with the same statements.
    case unchanged
    /// This version is there already; today's rules read other statements from it.
    case reread
  }

  /// The report's key.
  public var report: String
  public var change: Change
  /// Current statements of this report after the batch that were none before, and the other way round, by kind and values.
  public var gained: Int
  public var lost: Int
  /// The report is retracted: what it says makes no facts until that is undone.
  public var isRetracted: Bool

  public init(
    report: String, change: Change, gained: Int, lost: Int, isRetracted: Bool = false
  ) {
    self.report = report
    self.change = change
    self.gained = gained
    self.lost = lost
    self.isRetracted = isRetracted
  }
}
