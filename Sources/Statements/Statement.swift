public import Mentions

/// One claim read from one report, with the bytes that state it.
///
/// Values are kept by key, in the names and forms of the statement format: dates in EDTF (`2020-09-09`, `2020-03/2020-09-09`,
/// `../2020-09-09`, `1987/..`, `XXXX-07-10`), classes, events and roles in the words of the guideline.
public struct Statement: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case meeting, attendance, membership
    case membershipTotal = "membership_total"
    case chair, succession
  }

  /// The keys of a statement in the order in which they are printed.
  public enum Key: String, Sendable, Hashable, CaseIterable, Comparable {
    case forum, event, agency, member, role, to, person, from
    case fromPerson = "from_person"
    case old, new
    case name, ordinal, `class`, count, unit, approximate, date, until
    case asOf = "as_of"
    case place, venue, country, host, mode, represented, level, status, how, of
    /// Of a correction by hand: the id of the statement that it judges, and the key of that one's report.
    case confirms, refutes, corrects

    public static func < (a: Key, b: Key) -> Bool { a.position < b.position }
    private var position: Int { Key.allCases.firstIndex(of: self) ?? 0 }
  }

  public enum Value: Sendable, Hashable {
    /// The text, the number, the labels of names between bars.
    var words: String {
      switch self {
      case .text(let text): text
      case .number(let number): String(number)
      case .flag(let flag): String(flag)
      case .names(let names): names.map(\.label).joined(separator: "|")
      }
    }

    case text(String)
    case number(Int)
    case flag(Bool)
    /// Parties or forums: `forum`, `agency`, `member`, `to`, `from`, `old`, `new`, `host`.
    case names([Name])
  }

  /// Where a date comes from; not part of the printed statement's values but kept with it.
  public enum DateBasis: String, Sendable, Hashable {
    /// The date stands beside the fact.
    case stated
    /// Taken from the meeting at which it happened.
    case meeting
    /// Taken from the report's own date of publication.
    case published
  }

  public var kind: Kind
  public var values: [Key: Value]
  public var evidence: Evidence
  /// The rule that read it, e.g. `chair.handed-over`.
  public var rule: String
  public var dateBasis: DateBasis?

  public init(
    kind: Kind, values: [Key: Value], evidence: Evidence, rule: String, dateBasis: DateBasis? = nil
  ) {
    self.kind = kind
    self.values = values
    self.evidence = evidence
    self.rule = rule
    self.dateBasis = dateBasis
  }

  public subscript(key: Key) -> Value? {
    get { values[key] }
    set { values[key] = newValue }
  }
  public func text(_ key: Key) -> String? { if case .text(let text) = values[key] { text } else { nil } }
  public func number(_ key: Key) -> Int? { if case .number(let number) = values[key] { number } else { nil } }
  public func flag(_ key: Key) -> Bool { values[key] == .flag(true) }
  public func names(_ key: Key) -> [Name] { if case .names(let names) = values[key] { names } else { [] } }
  public func name(_ key: Key) -> Name? { names(key).first }
  /// Kind and values in one line, as the examples of rules have them: `chair event=transition role=chair to=CSA from=JAXA`.
  public var words: String {
    let parts = Key.allCases.compactMap { key in
      values[key].map { "\(key.rawValue)=\($0.words.contains(" ") ? "\"\($0.words)\"" : $0.words)" }
    }
    return ([kind.rawValue] + parts).joined(separator: " ")
  }

  /// The forum that the statement is about; a succession has none.
  public var forum: Name? { name(.forum) }
}

/// The span of a report's text that states something: UTF-8 byte offsets into what `spacekb text` prints.
public struct Evidence: Sendable, Hashable {
  public var start: Int
  public var end: Int
  /// Exactly the bytes from `start` to `end`.
  public var quote: String

  public init(start: Int, end: Int, quote: String) {
    self.start = start
    self.end = end
    self.quote = quote
  }
}
