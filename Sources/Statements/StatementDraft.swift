import Knowledge
import Mentions

/// A statement in the making: what a rule found, before dates and meetings are settled.
struct StatementDraft {
  let kind: Statement.Kind
  let rule: Rule
  /// Index of the sentence in the report.
  let sentence: Int
  /// Tokens of the match.
  let tokens: Range<Int>
  /// UTF-8 bytes that state it.
  var bytes: Range<Int>
  var values: [Statement.Key: Statement.Value] = [:]
  var forum: Name?
  var isForumStated = false
  var date: DateValue?
  var until: DateValue?
  /// The stretch for which an office is held: its date where nothing else tells one.
  var term: DateValue?
  /// For `date=meeting` and the like in a rule.
  var constants: [String: String] = [:]
  /// Index of the meeting that an attendance or event belongs to.
  var meeting: Int?
  /// Tokens of meetings that its sentence only refers to: their dates are not its own.
  var asides: [Range<Int>] = []

  func text(_ key: Statement.Key) -> String? { if case .text(let text) = values[key] { text } else { nil } }
  func names(_ key: Statement.Key) -> [Name] { if case .names(let names) = values[key] { names } else { [] } }
  func number(_ key: Statement.Key) -> Int? { if case .number(let number) = values[key] { number } else { nil } }
}
