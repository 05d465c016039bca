/// What a step that reads many things could read, and what it could not.
public struct Outcome<Value: Sendable>: Sendable {
  public var values: [Value]
  /// One for each thing refused.
  public var problems: [Problem]
  /// About things that were taken all the same.
  public var warnings: [Problem]

  public init(values: [Value] = [], problems: [Problem] = [], warnings: [Problem] = []) {
    self.values = values
    self.problems = problems
    self.warnings = warnings
  }

  /// `done` if nothing was refused, `partly` if something was taken, else the status of the first problem.
  public var exit: Exit {
    guard let first = problems.first else { return .done }
    return values.isEmpty ? first.exit : .partly
  }

  public mutating func append(_ other: Outcome<Value>) {
    values += other.values
    problems += other.problems
    warnings += other.warnings
  }
}

extension Outcome: Equatable where Value: Equatable {}
