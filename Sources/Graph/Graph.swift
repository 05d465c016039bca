/// What is believed, derived from the current statements. Every list is ordered by id in byte order of its parts, and
/// every row names in `statements` the ids of the statements that it follows from, sorted.
public struct Graph: Sendable, Hashable {
  public var meetings: [Meeting] = []
  public var attendances: [Attendance] = []
  public var memberships: [Membership] = []
  public var membershipEvents: [MembershipEvent] = []
  public var membershipTotals: [MembershipTotal] = []
  public var chairTerms: [ChairTerm] = []
  public var chairTransitions: [ChairTransition] = []
  public var successions: [Succession] = []
  public var discrepancies: [Discrepancy] = []

  public init() {}
}
