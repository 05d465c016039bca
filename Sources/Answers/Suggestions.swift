import Formats
import Knowledge
import Mentions

/// Questions near to one that was not understood: the examples of the rules that share its rarest words, asked of what it names.
struct Suggestions {
  let reader: QuestionReader

  /// - Parameters:
  ///   - first: questions that were most likely meant.
  ///   - forums: the ids of those of which reports tell; the first stands in place of another.
  ///   - isAnswered: whether there is an answer.
  func callAsFunction(
    _ words: String, first: [String], forums: [String], isAnswered: (Question) -> Bool
  ) throws -> [String] {
    let text = QuestionText(words, tokenize: reader.grammar.tokenize)
    // A question may also be refused for a time that makes no sense.
    let hits = (try? reader.mentions(text).hits) ?? []
    func named(_ isWanted: (String) -> Bool) -> String? {
      hits.first { $0.ids.contains(where: isWanted) }.map { text.written($0.tokens) }
    }
    let forum = named { $0.hasPrefix("forum/") }
    let party = named { !$0.hasPrefix("forum/") }
    var found: [String] = []
    func add(_ words: String) throws {
      guard !found.contains(words),
        let question = try? reader.read(QuestionText(words, tokenize: reader.grammar.tokenize)),
        question.names.count == Set(question.names.values.map(\.ids)).count, isAnswered(question)
      else { return }
      found.append(words)
    }
    for question in first + toldApart(text, hits) { try add(question) }
    for example in examples(near: text) where found.count < Self.count {
      try add(renamed(example, forum: forum, party: party, known: forums))
    }
    return Array(found.prefix(Self.count))
  }

  private static let count = 3

  /// The question with each body in full whose name several bear.
  private func toldApart(_ text: QuestionText, _ hits: [QuestionMentions.Hit]) -> [String] {
    hits.filter { $0.ids.count > 1 }.flatMap { hit in
      hit.ids.compactMap(reader.names.nameInFull).map { text.replacing(hit.tokens, with: $0) }
    }
  }

  /// An example of each rule, those of the nearest rule first.
  private func examples(near text: QuestionText) -> [String] {
    let rules = reader.grammar.wholeRules.map { rule in
      (words: rule.patterns.reduce(into: Set<Int32>()) { $1.collectWords(&$0) }, rule: rule)
    }
    let asked = Set(text.words.map(\.id)).subtracting(reader.grammar.grammar.fillers.union([0]))
    var weights: [Int32: Double] = [:]
    for word in asked { weights[word] = 1 / Double(max(1, rules.count { $0.words.contains(word) })) }
    let scored = rules.enumerated().map { index, entry in
      (score: entry.words.intersection(asked).reduce(0) { $0 + (weights[$1] ?? 0) }, index: index, rule: entry.rule)
    }
    return scored.sorted { ($1.score, $0.index) < ($0.score, $1.index) }
      .compactMap { $0.rule.examples.first(where: \.isPositive)?.text }
  }

  /// With the names of the question in place of those of the example.
  private func renamed(_ example: String, forum: String?, party: String?, known: [String]) throws -> String {
    var text = QuestionText(example, tokenize: reader.grammar.tokenize)
    for hit in try reader.mentions(text).hits.reversed() {
      let isForum = hit.ids.contains { $0.hasPrefix("forum/") }
      let isKnown = hit.ids.contains(where: known.contains)
      let name = isForum ? forum ?? (isKnown ? nil : known.first.map(reader.names.label)) : party
      guard let name else { continue }
      text = QuestionText(text.replacing(hit.tokens, with: name), tokenize: reader.grammar.tokenize)
    }
    return String(decoding: text.bytes, as: UTF8.self)
  }
}

extension Pattern {
  fileprivate func collectWords(_ words: inout Set<Int32>) {
    switch self {
    case .words(let any): words.formUnion(any)
    case .sequence(let parts), .choice(let parts): for part in parts { part.collectWords(&words) }
    case .optional(let inner): inner.collectWords(&words)
    case .gap, .slot, .sentenceStart, .sentenceEnd: break
    }
  }
}
