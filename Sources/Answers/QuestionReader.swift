public import Formats
import Knowledge
import Mentions

/// Reads a question in plain English by the rules of questions. Every word must find its place, so that nothing is answered
/// that was not asked; a misspelt one may be mended, and that is told.
public struct QuestionReader: Sendable {
  let grammar: QuestionGrammar
  let names: any NameSource
  let periods: PeriodReader

  /// - Parameter today: the day that "now" means.
  public init(_ grammar: QuestionGrammar, names: any NameSource, today: Day) {
    self.grammar = grammar
    self.names = names
    periods = PeriodReader(today: today)
  }

  /// - Throws: ``Misunderstanding``, with what may have been meant, or a `Problem` of the database.
  public func callAsFunction(_ words: String) throws -> Question {
    let text = QuestionText(words, tokenize: grammar.tokenize)
    guard text.words.contains(where: { $0.kind != .mark }) else {
      throw Misunderstanding(question: words, reason: "no question was asked")
    }
    do {
      var question = try read(text)
      // What may be a person or a place may also be a misspelt word of questions.
      if try question.map({ try !areKnown($0.open) }) ?? true { question = try QuestionMender(text, reader: self)() }
      guard var question else { throw try QuestionDiagnosis(reader: self)(text) }
      question.words = words
      return question
    } catch let misreading as Misreading {
      throw Misunderstanding(question: words, reason: misreading.reason, candidates: misreading.candidates)
    }
  }

  /// Whether reports name people or places with all of these words.
  private func areKnown(_ open: [String]) throws -> Bool {
    guard !open.isEmpty else { return true }
    let known = NameIndex(try names.peopleAndPlaces().map { (id: $0, name: $0) })
    return open.flatMap(known.words(of:)).allSatisfy(known.words.contains)
  }

  func mentions(_ text: QuestionText) throws -> QuestionMentions {
    try QuestionMentions(text, grammar: grammar.grammar, periods: periods, names: names)
  }

  /// The question as it stands; nil if no rule fits it.
  func read(_ text: QuestionText) throws -> Question? {
    let mentions = try mentions(text)
    let table = mentions.table()
    let times = mentions.times.map(\.tokens)
    if let match = grammar(text, table, passing: times) { return try question(match, mentions) }
    let parts = grammar.parts(text, table)
    let closings = parts.filter { $0.rule.kind == "closing" }
    let passed = times + closings.map(\.tokens)
    if !closings.isEmpty, let match = grammar(text, table, passing: passed) {
      return try question(match, mentions, closings: closings)
    }
    for part in parts where part.rule.kind == "time" {
      if let match = grammar(text, table, passing: passed + [part.tokens]) {
        return try question(match, mentions, part: part, closings: closings)
      }
    }
    let opening = parts.filter { part in
      part.rule.kind == "opening"
        && text.words[..<part.tokens.lowerBound].allSatisfy { grammar.isFiller($0.folded) }
    }
    .map(\.tokens.upperBound).max()
    guard let opening, opening < text.count else { return nil }
    let rest = text.written(opening..<text.count)
    return try read(QuestionText(rest, tokenize: grammar.tokenize))
  }

  // MARK: From a match to a question

  private func question(
    _ match: RuleMatch, _ mentions: QuestionMentions, part: RuleMatch? = nil, closings: [RuleMatch] = []
  ) throws(Misreading) -> Question {
    guard let intent = Question.Intent(rawValue: match.rule.kind) else {
      throw Misreading(reason: "the rule \(match.rule.name) gives no list that there is")
    }
    var question = Question(
      intent: intent, names: [:], values: match.rule.values, periods: [], words: "")
    var taken = part.map { [$0.tokens] } ?? []
    for (key, mention) in match.captures + closings.flatMap(\.captures) {
      if mention.type.name == "time" {
        taken.append(mention.tokens)
        if key == "known" { question.knownBy = period(mention.tokens, mentions)?.to }
      } else {
        fill(&question, key, mention, mentions)
      }
    }
    let times = mentions.times.filter { time in !taken.contains { $0.overlaps(time.tokens) } }
    question.periods = times.map(\.period)
    if let part { try narrow(&question, part, mentions) }
    if question.values.removeValue(forKey: "when") == "now", question.periods.isEmpty, question.anchor == nil {
      question.periods = [.now(periods.today)]
    }
    guard question.periods.count <= (intent == .compare ? 2 : 1) else {
      throw Misreading(reason: "one time at a time", candidates: question.periods.map(\.words))
    }
    return question
  }

  private func period(_ tokens: Range<Int>, _ mentions: QuestionMentions) -> Period? {
    mentions.times.first { $0.tokens == tokens }?.period
  }

  private func fill(_ question: inout Question, _ key: String, _ mention: Mention, _ mentions: QuestionMentions) {
    let written = mentions.text.written(mention.tokens)
    switch mention.value {
    case .forum, .party:
      // `the Canadian agency` begins where the name does.
      guard let hit = mentions.hits.first(where: { $0.tokens.lowerBound == mention.tokens.lowerBound }) else { return }
      if key == "place" {
        question.values[key] = written
      } else {
        let isForum = mention.type == .forum
        question.names[key] = Question.Name(
          written: mentions.text.written(hit.tokens), ids: hit.ids.filter { $0.hasPrefix("forum/") == isForum })
      }
    case .person(let name): question.values[key] = name
    case .place(let town, _): question.values[key] = town ?? written
    case .number(let number): question.values[key] = String(number)
    case .word(let word): question.values[key] = word
    default: break
    }
  }

  /// What a part of the question says of its time.
  private func narrow(
    _ question: inout Question, _ part: RuleMatch, _ mentions: QuestionMentions
  ) throws(Misreading) {
    if let known = part.mention("known") {
      question.knownBy = period(known.tokens, mentions)?.to
      return
    }
    guard let relation = part.rule.values["relation"].flatMap(Question.Anchor.Relation.init),
      let place = part.captures.first(where: { $0.key == "place" })?.mention
    else { return }
    question.anchor = Question.Anchor(relation: relation, place: mentions.text.written(place.tokens))
  }
}
