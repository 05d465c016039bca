import Formats
import Knowledge

/// Reads a question with misspelt words: each word that nothing knows is taken for one that is near, and the question is read
/// that fits the rules with the fewest letters changed. Two that fit as well are asked back.
struct QuestionMender {
  let reader: QuestionReader

  /// Ways of mending that are tried, at most.
  private static let limit = 64
  /// Ways of mending one word.
  private static let each = 40

  private struct Change {
    var tokens: Range<Int>
    var read: String
    var cost: Int
  }

  func callAsFunction(_ text: QuestionText) throws -> Question? {
    let mentions = try reader.mentions(text)
    let names = try reader.names.all()
    if let question = try mended(text, mentions, names) { return question }
    return try shortened(text, mentions, names)
  }

  /// The question with misspelt words of questions mended, none of its names.
  func words(of text: QuestionText) throws -> Question? { try mended(text, reader.mentions(text), nil) }

  private func mended(_ text: QuestionText, _ mentions: QuestionMentions, _ names: NameIndex?) throws -> Question? {
    let words = mentions.unknown.flatMap { Array($0) }.filter { text.words[$0].kind == .word }
    guard (1...3).contains(words.count) else { return nil }
    var ways: [[Change]] = [[]]
    for word in words {
      if ways.contains(where: { $0.contains { $0.tokens.contains(word) } }) { continue }
      let changes = self.changes(text, at: word, names)
      // A word may also be what it is: a person, a place.
      ways = ways.flatMap { way in [way] + changes.map { way + [$0] } }
      if ways.count > Self.limit { ways = Array(ways.sorted { Self.cost($0) < Self.cost($1) }.prefix(Self.limit)) }
    }
    return try best(text, ways.filter { !$0.isEmpty })
  }

  private static func cost(_ way: [Change]) -> Int { way.reduce(0) { $0 + $1.cost } }

  /// The cheapest way that fits a rule.
  private func best(_ text: QuestionText, _ ways: [[Change]]) throws -> Question? {
    var found: [Question] = []
    var cost = Int.max
    for way in ways.sorted(by: { Self.cost($0) < Self.cost($1) }) {
      if Self.cost(way) > cost { break }
      guard var question = try reader.read(QuestionText(mended(text, way), tokenize: reader.grammar.tokenize)) else {
        continue
      }
      cost = Self.cost(way)
      question.corrections = way.map { Answer.Correction(written: text.written($0.tokens), read: $0.read) }
      if !found.contains(where: { $0.isSame(as: question) }) { found.append(question) }
    }
    if found.count > 1 {
      let first = found[0].corrections.first
      let readings = found.compactMap { $0.corrections.first?.read }
      throw Misreading(reason: "\"\(first?.written ?? "")\" can be read in \(found.count) ways", candidates: readings)
    }
    return found.first
  }

  private func mended(_ text: QuestionText, _ way: [Change]) -> String {
    var written = String(decoding: text.bytes, as: UTF8.self)
    for change in way.sorted(by: { $0.tokens.lowerBound > $1.tokens.lowerBound }) {
      written = QuestionText(written).replacing(change.tokens, with: change.read)
    }
    return written
  }

  // MARK: Words

  private func changes(_ text: QuestionText, at word: Int, _ names: NameIndex?) -> [Change] {
    let written = text.words[word].folded
    let length = written.unicodeScalars.count
    let allowed = length < 8 ? 1 : 2
    var changes: [Change] = []
    for known in reader.grammar.vocabulary + PeriodReader.words {
      guard length > 3 ? known.utf8.count > 2 : known.utf8.count < 5, known.first?.isLetter == true,
        let distance = Spelling.distance(written, known, limit: allowed), distance > 0
      else { continue }
      // A word that says something is rather meant than one that is passed over.
      let cost = 2 * distance + (reader.grammar.isFiller(known) ? 1 : 0)
      changes.append(Change(tokens: word..<word + 1, read: known, cost: cost))
    }
    // Of names the longest that is near: `Canadien Space Agency`.
    for start in max(0, word - 4)...word {
      for end in (word + 1)...min(text.count, word + 6) where length > 3 {
        let range = start..<end
        guard range.allSatisfy({ text.words[$0].kind != .mark }) else { continue }
        for near in names?.near(text.written(range)) ?? [] where !near.isAcronym {
          changes.append(Change(tokens: range, read: near.name, cost: 2 * near.distance))
        }
      }
    }
    return Array(
      changes.sorted { ($0.cost, -$0.tokens.count, $0.read) < ($1.cost, -$1.tokens.count, $1.read) }.prefix(Self.each))
  }

  // MARK: Names without some of their words

  /// `the exploration group` for the one forum whose name has these words.
  private func shortened(
    _ text: QuestionText, _ mentions: QuestionMentions, _ names: NameIndex
  ) throws -> Question? {
    for run in mentions.unknown {
      for start in max(0, run.lowerBound - 3)...run.lowerBound {
        for end in stride(from: min(text.count, run.upperBound + 4), through: run.upperBound, by: -1) {
          let range = start..<end
          guard range.count > 1, range.allSatisfy({ text.words[$0].kind == .word }) else { continue }
          var near = names.shortened(text.written(range))
          if near.count > 1 {
            let told = try reader.names.told(of: near.flatMap(\.ids))
            near = near.filter { !Set($0.ids).isDisjoint(with: told) }
          }
          guard near.count < 6,
            let question = try best(text, near.map { [Change(tokens: range, read: $0.name, cost: 1)] })
          else { continue }
          return question
        }
      }
    }
    return nil
  }
}

extension Question {
  /// Whether both ask the same, however it was written.
  fileprivate func isSame(as other: Question) -> Bool {
    func key(_ question: Question) -> [String] {
      question.names.map { "\($0)=\($1.ids)" }.sorted() + question.values.map { "\($0)=\($1)" }.sorted()
        + question.periods.map { "\($0.edtf ?? "")" }
    }
    return intent == other.intent && key(self) == key(other)
  }
}
