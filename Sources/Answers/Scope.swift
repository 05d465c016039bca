/// What every list can be narrowed to.
public struct Scope: Sendable, Hashable {
  public var period: Period
  /// At most so many facts; nil: all.
  public var limit: Int?

  public init(_ period: Period = .ever, limit: Int? = nil) {
    self.period = period
    self.limit = limit
  }
}
