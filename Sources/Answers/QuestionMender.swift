import Formats
import Knowledge
import Mentions

/// Reads a question with misspelt words: each word that nothing knows is taken for one that is near, and the question is read
/// that fits the rules with the least change. Two that fit as well are asked back.
struct QuestionMender {
  private let reader: QuestionReader
  private let text: QuestionText
  private let mentions: QuestionMentions
  private let names: NameIndex
  /// People and places that reports name.
  private let others: NameIndex
  /// The words of all names, of people and places, and of questions.
  private let nameWords: Set<String>
  private let otherWords: Set<String>
  private let vocabulary: [String]

  /// Ways of mending that are tried, at most, and ways of mending one word.
  private static let limit = 64
  private static let each = 40

  init(_ text: QuestionText, reader: QuestionReader) throws {
    self.reader = reader
    self.text = text
    mentions = try reader.mentions(text)
    names = try reader.names.all()
    others = NameIndex(try reader.names.peopleAndPlaces().map { (id: $0, name: $0) })
    nameWords = names.words
    otherWords = others.words
    vocabulary = (reader.grammar.vocabulary + PeriodReader.words).filter { $0.first?.isLetter == true }
  }

  private struct Change {
    var tokens: Range<Int>
    var read: String
    var cost: Int
  }

  private struct Way {
    var changes: [Change] = []
    var cost = 0

    func with(_ change: Change) -> Way { Way(changes: changes + [change], cost: cost + change.cost) }
    func covers(_ tokens: Range<Int>) -> Bool { changes.contains { $0.tokens.overlaps(tokens) } }
  }

  func callAsFunction() throws -> Question? {
    let unknown = mentions.unknown.flatMap { Array($0) }.filter { text.words[$0].kind == .word }
    let open = try unknown.map { try (word: $0, changes: changes(at: $0)) }
    if let question = try best(ways(open)) { return question }
    // A name in small letters may be another word: `hte`.
    let names = mentions.hits.filter { $0.tokens.count == 1 && !text.words[$0.tokens.lowerBound].isAllCaps }
    return try best(
      names.flatMap { name in
        ways(open + [(name.tokens.lowerBound, words(at: name.tokens.lowerBound))]).filter { $0.covers(name.tokens) }
      })
  }

  // MARK: Ways

  private func ways(_ words: [(word: Int, changes: [Change])]) -> [Way] {
    var ways = [Way()]
    for (word, changes) in words {
      let keeping = otherWords.contains(text.words[word].folded) ? 0 : Self.keeping
      ways = ways.flatMap { way in
        if way.covers(word..<word + 1) { return [way] }
        let kept = Way(changes: way.changes, cost: way.cost + keeping)
        return [kept] + changes.filter { !way.covers($0.tokens) }.map(way.with)
      }
      if ways.count > Self.limit { ways = Array(ways.sorted { $0.cost < $1.cost }.prefix(Self.limit)) }
    }
    return ways
  }

  /// The cheapest way that fits a rule.
  private func best(_ ways: [Way]) throws -> Question? {
    var found: [Question] = []
    var cost = Int.max
    for way in ways.sorted(by: { $0.cost < $1.cost }).prefix(Self.limit) {
      if way.cost > cost { break }
      guard var question = try read(mended(way)) else { continue }
      cost = way.cost
      question.corrections = way.changes.map { Answer.Correction(written: text.written($0.tokens), read: $0.read) }
      if !found.contains(where: { $0.isSame(as: question) }) { found.append(question) }
    }
    if found.count > 1 {
      let first = found[0].corrections.first
      let readings = found.compactMap { $0.corrections.first?.read }
      throw Misreading(reason: "\"\(first?.written ?? "")\" can be read in \(found.count) ways", candidates: readings)
    }
    return found.first
  }

  /// Nil also where what is mended makes no sense, such as a day that does not exist.
  private func read(_ words: String) throws -> Question? {
    do { return try reader.read(QuestionText(words, tokenize: reader.grammar.tokenize)) } catch is Misreading {
      return nil
    }
  }

  private func mended(_ way: Way) -> String {
    var written = String(decoding: text.bytes, as: UTF8.self)
    for change in way.changes.sorted(by: { $0.tokens.lowerBound > $1.tokens.lowerBound }) {
      written = QuestionText(written).replacing(change.tokens, with: change.read)
    }
    return written
  }

  // MARK: Words

  /// What a change costs: of a letter 4, a little more if it is another than was meant rather than one too few, too many or
  /// in the wrong place.
  private static let letter = 4
  /// What it costs that a word stays which nothing knows.
  private static let keeping = 6

  private static func cost(_ distance: Int, _ written: String, _ read: String) -> Int {
    letter * distance + (written.utf8.count == read.utf8.count && written.utf8.sorted() != read.utf8.sorted() ? 1 : 0)
  }

  private func changes(at word: Int) throws -> [Change] {
    var changes = words(at: word)
    for start in max(0, word - 4)...word {
      for end in (word + 1)...min(text.count, word + 6) {
        let range = start..<end
        guard range.allSatisfy({ text.words[$0].kind != .mark }) else { continue }
        changes += try names(in: range, of: word)
      }
    }
    return Array(
      changes.sorted { ($0.cost, -$0.tokens.count, $0.read) < ($1.cost, -$1.tokens.count, $1.read) }.prefix(Self.each))
  }

  /// Words of questions and of times that are near.
  private func words(at word: Int) -> [Change] {
    let written = text.words[word].folded
    let length = written.unicodeScalars.count
    if text.words[word].isAllCaps, !mentions.isShouted { return [] }
    // A capital within the question begins a name.
    let isName = word > 0 && text.tokens[word].isCapitalized && !mentions.isShouted
    let allowed = length < 8 ? 1 : 2
    return vocabulary.compactMap { known in
      guard length > 3 ? known.utf8.count > 2 : known.utf8.count < 5,
        let distance = Spelling.distance(written, known, limit: allowed), distance > 0
      else { return nil }
      // A word that says something is rather meant than one that is passed over.
      let cost = Self.cost(distance, written, known) + (reader.grammar.isFiller(known) ? 2 : 0)
      let isMonth = Wording.months.contains { $0.lowercased() == known }
      return Change(tokens: word..<word + 1, read: known, cost: cost + (isName && !isMonth ? Self.letter : 0))
    }
  }

  /// Names that are near, or that have these words among others: `Canadien Space Agency`, `the exploration group`.
  private func names(in range: Range<Int>, of word: Int) throws -> [Change] {
    let written = text.written(range)
    guard written.utf8.count > 3 else { return [] }
    var changes = (names.near(written).filter { !$0.isAcronym } + others.near(written)).map { name in
      Change(tokens: range, read: name.name, cost: Self.cost(name.distance, NameKey.of(written), NameKey.of(name.name)))
    }
    guard range.count > 1, nameWords.contains(text.words[word].folded) else { return changes }
    let ids = Array(names.shortened(written))
    let told = ids.count > 1 ? try reader.names.told(of: ids) : ids
    // The one of which reports tell most is rather meant.
    for (rank, id) in told.prefix(5).enumerated() {
      changes.append(Change(tokens: range, read: reader.names.label(of: id), cost: rank == 0 ? 1 : 2))
    }
    return changes
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
