public import Formats
import Knowledge
import Mentions
public import Reports

/// How a report was read: each sentence with what it names, and beneath it what was read from it, by which rule.
public struct Explanation: Sendable {
  /// Where a value of a statement comes from.
  public enum Origin: String, Sendable {
    /// The words of the evidence.
    case words
    /// The rule gives it to whatever it matches.
    case rule
    /// The sentence beside the evidence.
    case sentence
    /// The meeting that the report tells about.
    case meeting
    /// The report's day of publication.
    case published
    /// What the report tells elsewhere.
    case context
  }

  public struct Value: Sendable {
    public let key: Statement.Key
    public let words: String
    public let origin: Origin
  }

  /// A statement with the place of its rule in `Data/`.
  public struct Reading: Sendable {
    public let statement: Statement
    public let rule: Place
    public let values: [Value]
  }

  /// What a stretch of a sentence names.
  public struct Named: Sendable {
    /// As slots of rules call it: `party`, `date`, `role`.
    public let type: String
    /// UTF-8 byte offsets into the report's text.
    public let range: Range<Int>
  }

  public struct Part: Sendable {
    /// UTF-8 byte offsets of the sentence in the report's text.
    public let range: Range<Int>
    public let kind: Block.Kind
    /// Of mentions that overlap the longest, in order.
    public let named: [Named]
    public let readings: [Reading]
  }

  public let report: Report
  public let parts: [Part]
}

extension StatementReader {
  /// Reads a report and tells how.
  public func explain(_ report: Report) -> Explanation {
    let (statements, sentences) = read(report)
    let rules = Dictionary(language.rules.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var rest = statements[...]
    let parts = sentences.enumerated().map { index, marked in
      let end = index + 1 < sentences.count ? sentences[index + 1].sentence.range.lowerBound : Int.max
      let own = rest.prefix { $0.evidence.start < end }
      rest = rest.dropFirst(own.count)
      return Explanation.Part(
        range: marked.sentence.range, kind: marked.kind, named: Self.named(marked),
        readings: own.map { statement in
          let rule = rules[statement.rule]
          return Explanation.Reading(
            statement: statement, rule: Place(file: rule?.file ?? "", line: rule?.line),
            values: Self.values(of: statement, rule, marked))
        })
    }
    return Explanation(report: report, parts: parts)
  }

  /// Types that only help other rules along, such as the words between the items of a list, are left out.
  private static let shown: Set<String> = [
    "party", "group", "forum", "code", "person", "place", "venue", "date", "count", "ordinal", "role", "class", "unit",
    "level", "mode", "future", "affiliations",
  ]

  private static func named(_ marked: MarkedSentence) -> [Explanation.Named] {
    var kept: [Mention] = []
    let longest = marked.table.mentions.filter { shown.contains($0.type.name) }.sorted {
      ($0.tokens.count, -$0.tokens.lowerBound) > ($1.tokens.count, -$1.tokens.lowerBound)
    }
    for mention in longest
    where mention.tokens.upperBound <= marked.sentence.tokens.count
      && !kept.contains(where: { $0.tokens.overlaps(mention.tokens) })
    {
      kept.append(mention)
    }
    return kept.map { Explanation.Named(type: $0.type.name, range: marked.sentence.bytes(of: $0.tokens)) }
      .filter { !$0.range.isEmpty }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func values(of statement: Statement, _ rule: Rule?, _ marked: MarkedSentence) -> [Explanation.Value] {
    Statement.Key.allCases.compactMap { key in
      guard let value = statement.values[key] else { return nil }
      return Explanation.Value(
        key: key, words: value.words, origin: origin(of: value, key, statement, rule, marked))
    }
  }

  private static func origin(
    of value: Statement.Value, _ key: Statement.Key, _ statement: Statement, _ rule: Rule?, _ marked: MarkedSentence
  ) -> Explanation.Origin {
    if rule?.productions.contains(where: { $0.values[key.rawValue] == value.words }) == true { return .rule }
    if key == .date || key == .asOf {
      switch statement.dateBasis {
      case .meeting: return .meeting
      case .published: return .published
      case .stated, nil: break
      }
    }
    let evidence = statement.evidence.start..<statement.evidence.end
    let fitting = marked.table.mentions.filter { mention in
      mention.tokens.upperBound <= marked.sentence.tokens.count && tells(mention, value, key)
    }
    if fitting.contains(where: { marked.sentence.bytes(of: $0.tokens).overlaps(evidence) }) { return .words }
    return fitting.isEmpty ? .context : .sentence
  }

  /// Whether a mention has this value.
  private static func tells(_ mention: Mention, _ value: Statement.Value, _ key: Statement.Key) -> Bool {
    switch (mention.value, value) {
    case (.party(let name), .names(let names)), (.forum(let name), .names(let names)),
      (.code(let name, _), .names(let names)):
      names.contains { $0.id == name.id }
    case (.parties(let items), .names(let names)):
      items.contains { item in names.contains { $0.id == item.name.id } }
    case (.person(let person), .text(let text)): person == text
    case (.place(let town, let country), .text(let text)): town == text || country == text
    case (.word(let word), .text(let text)): word == text
    case (.number(let number), .number(let wanted)), (.code(_, let number), .number(let wanted)): number == wanted
    case (.date, .text): [.date, .asOf, .until].contains(key)
    default: false
    }
  }
}
