/// A question that was understood: what is asked of which forum, in which time.
public struct Question: Sendable, Hashable {
  public var intent: Answer.Reading.Intent
  /// The forum's id.
  public var forum: String
  public var period: Period
  /// As it was asked.
  public var words: String
  public var corrections: [Answer.Correction]

  public init(
    intent: Answer.Reading.Intent, forum: String, period: Period, words: String, corrections: [Answer.Correction] = []
  ) {
    self.intent = intent
    self.forum = forum
    self.period = period
    self.words = words
    self.corrections = corrections
  }
}
