public import Formats

/// What every list can be narrowed to.
public struct Scope: Sendable, Hashable {
  public var period: Period
  /// Only what follows from reports published by then; nil: from all.
  public var knownBy: Day?
  /// At most so many facts; nil: all.
  public var limit: Int?

  public init(_ period: Period = .ever, knownBy: Day? = nil, limit: Int? = nil) {
    self.period = period
    self.knownBy = knownBy
    self.limit = limit
  }
}
