/// A column of the facts of an answer, beside those that all answers have: time, certainty, notes, id, evidence.
public struct Column: Sendable, Hashable {
  /// For programs, `snake_case`.
  public var name: String
  /// For a reader; nil: for programs only.
  public var heading: String?

  public init(_ name: String, _ heading: String? = nil) {
    self.name = name
    self.heading = heading
  }
}
