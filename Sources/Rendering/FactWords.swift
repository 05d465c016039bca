import Answers
import Formats
import Graph

/// A fact in words: as the cells of a table for a reader, and as a line.
enum FactWords {
  /// What stands above the cells; the date of what has one comes first.
  static func headings(_ columns: [Column], _ dating: Answer.Dating) -> [String] {
    let own = columns.compactMap(\.heading)
    switch dating {
    case .none: return own
    case .dated: return ["date"] + own
    case .lasting: return own + ["from", "to", "certainty"]
    }
  }

  static func cells(_ fact: Fact, _ columns: [Column]) -> [Cell] {
    let own = values(fact, columns)
    switch fact.time {
    case .none: return own
    case .dated(let date): return [.text(Wording.date(date))] + own
    case .lasting(let time):
      return own + [
        .text(beneath("from ", Wording.start(of: time))), .text(beneath("until ", Wording.end(of: time))),
        .text(certainty(fact)),
      ]
    }
  }

  /// `JAXA until 9 September 2020; beginning not stated; possible, then stated`.
  static func line(_ fact: Fact, _ columns: [Column], withCertainty: Bool = true) -> String {
    let own = values(fact, columns).compactMap(\.text).map(Printable.sentence).joined(separator: ", ")
    var parts: [String]
    switch fact.time {
    case .none: parts = [own]
    case .dated(let date): parts = ["\(Wording.date(date)): \(own)"]
    case .lasting(let time):
      let bounds = [(time.start.isStated, Wording.start(of: time)), (time.end.isStated, Wording.end(of: time))]
      let stated = bounds.filter(\.0).map(\.1).joined(separator: " ")
      parts = [stated.isEmpty ? own : "\(own) \(stated)"] + bounds.filter { !$0.0 }.map(\.1)
    }
    parts += fact.notes
    if withCertainty, case .lasting = fact.time { parts.append(certainty(fact)) }
    return parts.joined(separator: "; ")
  }

  /// The values that a reader sees.
  private static func values(_ fact: Fact, _ columns: [Column]) -> [Cell] {
    zip(columns, fact.values).filter { $0.0.heading != nil }.map(\.1)
  }

  /// The words of a bound beneath a heading that says the first of them.
  static func beneath(_ heading: String, _ words: String) -> String {
    for prefix in [heading, "beginning ", "end "] where words.hasPrefix(prefix) {
      return String(words.dropFirst(prefix.count))
    }
    return words
  }

  /// `possible, then stated`.
  private static func certainty(_ fact: Fact) -> String {
    let words = fact.stretches.map(\.certainty.rawValue).joined(separator: ", then ")
    return words.isEmpty ? fact.certainty.rawValue : words
  }
}
