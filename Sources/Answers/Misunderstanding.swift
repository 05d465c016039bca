/// A question that was not understood, and what would help.
public struct Misunderstanding: Error, Sendable, Hashable {
  public var question: String
  /// One sentence without a full stop.
  public var reason: String
  /// Names or words that may have been meant.
  public var candidates: [String]
  /// Questions that can be answered; none for a typed command.
  public var examples: [String]

  public init(question: String, reason: String, candidates: [String] = [], examples: [String] = []) {
    self.question = question
    self.reason = reason
    self.candidates = candidates
    self.examples = examples
  }

  /// The reason, and what may have been meant.
  public var message: String {
    candidates.isEmpty ? reason : "\(reason); did you mean \(candidates.joined(separator: " or "))?"
  }
}
