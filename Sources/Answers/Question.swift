public import Formats

/// A question that was understood: which list answers it, and what narrows it.
public struct Question: Sendable, Hashable {
  /// The list that answers; `questions.rules` names it.
  public enum Intent: String, Sendable, Hashable, CaseIterable {
    case chairs, transitions, person, members, changes, meetings, attendance, agency, forums, reports, search,
      discrepancies, office, compare, timeline
  }

  /// A name in a question, and all that it may mean.
  public struct Name: Sendable, Hashable {
    public var written: String
    public var ids: [String]
  }

  /// A time that only the reports tell: at, before or after a meeting in a place.
  public struct Anchor: Sendable, Hashable {
    public enum Relation: String, Sendable, Hashable { case at, before, after }
    public var relation: Relation
    public var place: String
  }

  public var intent: Intent
  /// What the question names, by slot: `forum`, `forum2`, `party`, `party2`, `from`, `to`.
  public var names: [String: Name]
  /// Words and numbers, by slot: `person`, `place`, `class`, `role`, `asked`, `pick`, `count`, `ordinal`, `words`, `filetype`, and
  /// what the rule itself says: `kind`, `planned`, `absent`, `number`.
  public var values: [String: String]
  /// More than one only where two times are compared.
  public var periods: [Period]
  public var knownBy: Day?
  public var anchor: Anchor?
  /// As it was asked.
  public var words: String
  public var corrections: [Answer.Correction] = []

  /// The time that was asked for.
  public var period: Period { periods.first ?? .ever }

  /// The persons and places that it names, which any word may be.
  var open: [String] { [values["person"], values["place"], anchor?.place].compactMap(\.self) }

  func value(_ slot: String) -> String? { values[slot] }
}
