import Knowledge

/// Parties as a text writes them: a name with its acronym or state in brackets, an adjective before it, a joint entry, a body
/// that the vocabulary lacks but the text names in full.
struct PartyFinder {
  struct Party {
    let tokens: Range<Int>
    /// nil for a body outside the vocabulary.
    let entity: Int?
    let name: Name
  }

  let language: Language
  let text: [UInt8]
  let tokens: [Token]
  private let hitAt: [Int: NameFinder.Hit]
  private let bodyWords: Set<Int>
  private let linkWords: Set<Int>
  /// Words that name nobody by themselves: `Steering`, `Committee`, `Agency`.
  private let genericWords: Set<Int>

  init(language: Language, text: [UInt8], tokens: [Token], hits: [NameFinder.Hit]) {
    self.language = language
    self.text = text
    self.tokens = tokens
    hitAt = Dictionary(hits.map { ($0.tokens.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    var bodyWords: Set<Int> = []
    var linkWords: Set<Int> = []
    var genericWords: Set<Int> = []
    for i in tokens.indices {
      if language.listed(tokens, at: i, "bodyword") != nil { bodyWords.insert(i) }
      if language.listed(tokens, at: i, "linkword") != nil { linkWords.insert(i) }
      if ["noname", "class", "unit"].contains(where: { language.listed(tokens, at: i, $0) != nil })
        || bodyWords.contains(i) || linkWords.contains(i)
      {
        genericWords.insert(i)
      }
    }
    self.bodyWords = bodyWords
    self.linkWords = linkWords
    self.genericWords = genericWords
  }

  /// The party that begins at this token.
  func party(at i: Int) -> Party? {
    guard i < tokens.count else { return nil }
    if let hit = hitAt[i] { return known(hit) }
    return unknown(at: i)
  }

  // MARK: Known names

  private func known(_ hit: NameFinder.Hit) -> Party? {
    let entity = language.names.entities[hit.entity]
    let end = hit.tokens.upperBound
    // `French Centre National …`, `US National Aeronautics …`, `Japanese NASDA`; `the Brazilian space agency`.
    if entity.kind == .country {
      if let next = hitAt[end], language.names.entities[next.entity].kind != .country, !next.isAdjective {
        let own = next.candidates.first { language.names.entities[$0].country == entity.country }
        if let own { return finish(hit.tokens.lowerBound..<next.tokens.upperBound, own) }
      }
      let genitive = end < tokens.count && isWord(end, "'s") ? end + 1 : end
      // `the US space agency NASA`, `Brazil's agency AEB`.
      let agencyWord = isWord(genitive, "space") ? genitive + 1 : genitive
      if isWord(agencyWord, "agency"), let named = hitAt[agencyWord + 1],
        let own = named.candidates.first(where: { language.names.entities[$0].country == entity.country })
      {
        return finish(hit.tokens.lowerBound..<named.tokens.upperBound, own)
      }
      // `Canada's agency`.
      if genitive > end, isWord(genitive, "agency"), let country = entity.country,
        let agency = language.names.spaceAgencies[country]
      {
        return finish(hit.tokens.lowerBound..<genitive + 1, agency)
      }
      // `Germany's DLR`.
      if genitive > end, let named = hitAt[genitive],
        let own = named.candidates.first(where: {
          language.names.entities[$0].country == entity.country && language.names.entities[$0].kind == .agency
        })
      {
        return finish(hit.tokens.lowerBound..<named.tokens.upperBound, own)
      }
      if genitive + 1 < tokens.count, isWord(genitive, "space"), isWord(genitive + 1, "agency"),
        let country = entity.country, let agency = language.names.spaceAgencies[country]
      {
        return finish(hit.tokens.lowerBound..<genitive + 2, agency)
      }
      // `South African (SANSA)`.
      if hit.isAdjective, let closing = closingBracket(end), let named = hitAt[end + 1],
        let own = named.candidates.first(where: { language.names.entities[$0].country == entity.country }),
        language.names.entities[own].kind == .agency
      {
        let range = hit.tokens.lowerBound..<closing + 1
        return Party(tokens: range, entity: own, name: name(of: own, range))
      }
      // `Ecuador's EXA`.
      if genitive > end, genitive < tokens.count, hitAt[genitive] == nil, tokens[genitive].isAllCaps {
        return body(label: string(genitive..<genitive + 1), hit.tokens.lowerBound..<genitive + 1, written: nil)
      }
      // `Russia's Institute of Astronomy`.
      if genitive > end, hitAt[genitive] == nil, let body = unknown(at: genitive) {
        return Party(tokens: hit.tokens.lowerBound..<body.tokens.upperBound, entity: body.entity, name: body.name)
      }
      if hit.isAdjective || (end < tokens.count && tokens[end].isCapitalized && hitAt[end] == nil) {
        if let body = unknown(at: hit.tokens.lowerBound) { return body }
      }
      if hit.isAdjective { return nil }
    }
    return finish(hit.tokens, hit.entity, candidates: hit.candidates, rivals: hit.rivals)
  }

  /// Takes in the bracket behind a name: `Name (ACR)`, `Name (ACR, Country)`, `Country (ACR)`, `ACR (Country)`.
  private func finish(
    _ range: Range<Int>, _ entity: Int, candidates: [Int] = [], rivals: [Int] = []
  ) -> Party? {
    let entities = language.names.entities
    var chosen = entity
    var end = range.upperBound
    if let closing = closingBracket(end) {
      let inside = (end + 1..<closing).compactMap { hitAt[$0] }.filter { $0.tokens.upperBound <= closing }
      let bodies = inside.filter { entities[$0.entity].kind == .agency || entities[$0.entity].kind == .forum }
      let country = inside.first { entities[$0.entity].kind == .country }
      if entities[entity].kind == .country {
        // `India (ISRO)` is the agency; `United States (NASA, NOAA)` leaves the list to the list finder.
        if let body = bodies.first, bodies.count == 1, entities[body.entity].kind == .agency {
          let own = body.candidates.first { entities[$0].country == entities[entity].country } ?? body.entity
          chosen = own
          end = closing + 1
        }
      } else if let country, bodies.isEmpty {
        let code = entities[country.entity].country
        chosen = candidates.first { entities[$0].country == code } ?? entity
        end = closing + 1
      } else if let body = bodies.first(where: { $0.candidates.contains(entity) || isSame($0.entity, entity) }) {
        _ = body
        end = closing + 1
      } else if bodies.isEmpty, closing - end <= 4, isAcronym(end + 1) {
        end = closing + 1
      } else if !bodies.isEmpty, closing - end <= 3, range.count > 1 {
        // The same body under an acronym that means another one too.
        end = closing + 1
      }
    }
    // `CNES of France`, `NASA of the United States`.
    let behindOf = isWord(end + 1, "the") ? end + 2 : end + 1
    if entities[chosen].kind == .agency, isWord(end, "of"), let state = hitAt[behindOf], !state.isAdjective,
      entities[state.entity].kind == .country,
      candidates.contains(where: { entities[$0].country == entities[state.entity].country })
        || entities[chosen].country == entities[state.entity].country
    {
      chosen = candidates.first { entities[$0].country == entities[state.entity].country } ?? chosen
      end = state.tokens.upperBound
    }
    // `the US space agency NASA`.
    if let again = hitAt[end], !again.isAdjective, again.candidates.contains(chosen) { end = again.tokens.upperBound }
    let all = range.lowerBound..<end
    var name = name(of: chosen, all)
    // A bracket or a state behind it would have told which body is meant.
    if all == range { name.others = rivals.map { entities[$0].id } }
    return Party(tokens: all, entity: chosen, name: name)
  }

  private func isSame(_ a: Int, _ b: Int) -> Bool { language.names.entities[a].twin == b }

  /// Whether the adjective of a state (`Korean`) stands here.
  func isAdjective(_ i: Int) -> Bool { hitAt[i]?.isAdjective == true }

  func name(of entity: Int, _ range: Range<Int>) -> Name {
    let row = language.names.entities[entity]
    let written = string(range)
    return Name(id: row.id, label: row.label, asWritten: written == row.label ? nil : written)
  }

  // MARK: Names that the vocabulary lacks

  /// A run of capitalized words with an acronym in brackets behind it or a word such as Agency in it.
  private func unknown(at i: Int) -> Party? {
    guard tokens[i].kind == .word, tokens[i].isCapitalized, !linkWords.contains(i),
      language.listed(tokens, at: i, "office") == nil, language.listed(tokens, at: i, "title") == nil
    else { return nil }
    var end = i
    var last = i
    var hasBody = false
    while end < tokens.count, end - i < 14 {
      let token = tokens[end]
      if let hit = hitAt[end], end > i, language.names.entities[hit.entity].kind != .country { break }
      if token.kind == .word, token.isCapitalized || token.kind == .number {
        hasBody = hasBody || bodyWords.contains(end)
        end += 1
        last = end
      } else if !hasBody, end - i == 2 || end - i == 3, isWord(end, "of"),
        (i..<end).allSatisfy({ !genericWords.contains($0) && hitAt[$0] == nil })
      {
        // `Amy Fagan of Western Carolina University` begins with a person.
        break
      } else if linkWords.contains(end) || isWord(end, "-") || isWord(end, "&") || isWord(end, "'s") {
        // `and` only where the acronym behind shows that the name goes on.
        end += 1
      } else {
        break
      }
    }
    guard last > i else { return nil }
    let written = i..<last
    if let closing = closingBracket(last) {
      if let hit = hitAt[last + 1], language.names.entities[hit.entity].kind == .agency, last - i >= 2,
        hasBody || isAcronym(last + 1, of: written)
      {
        let all = i..<closing + 1
        return Party(tokens: all, entity: hit.entity, name: name(of: hit.entity, all))
      }
      if last - i >= 2, isAcronym(last + 1), hitAt[last + 1] == nil {
        let acronymEnd = acronymEnd(last + 1, closing)
        let label = string(last + 1..<acronymEnd)
        return body(label: label, i..<closing + 1, written: string(written))
      }
    }
    // `Steering Committee` alone names nobody.
    let isProper = written.contains { tokens[$0].isCapitalized && !genericWords.contains($0) }
    guard hasBody, isProper, last - i >= 2, !written.contains(where: { linkWords.contains($0) && isWord($0, "and") })
    else { return nil }
    return body(label: string(written), written, written: nil)
  }

  private func body(label: String, _ range: Range<Int>, written: String?) -> Party {
    Party(tokens: range, entity: nil, name: Name(unknown: label, asWritten: written))
  }

  /// Whether the letters of an acronym begin words of the name, in this order: `ASI` those of `Agenzia Spaziale Italiana`.
  private func isAcronym(_ acronym: Int, of name: Range<Int>) -> Bool {
    var words = name.map { firstLetter($0) }[...]
    for byte in text[Int(tokens[acronym].start)..<Int(tokens[acronym].end)] {
      guard let next = words.firstIndex(of: byte | 0x20) else { return false }
      words = words[(next + 1)...]
    }
    return true
  }

  private func firstLetter(_ i: Int) -> UInt8 { i < tokens.count ? text[Int(tokens[i].start)] | 0x20 : 0 }

  private func isAcronym(_ i: Int) -> Bool {
    i < tokens.count && tokens[i].kind == .word && tokens[i].end - tokens[i].start <= 12
      && (tokens[i].isAllCaps || Folding.capitals(text, Int(tokens[i].start), Int(tokens[i].end)) >= 2)
  }

  /// An acronym may have a hyphen, a slash or a second word: `MET-NO`, `UAE SA`.
  private func acronymEnd(_ i: Int, _ closing: Int) -> Int {
    var end = i + 1
    while end < closing, tokens[end].isGlued || isAcronym(end), tokens[end].kind != .mark || !isWord(end, ",") {
      end += 1
    }
    return end
  }

  // MARK: Tokens

  /// The closing bracket of the one that opens at `i`, at most 14 tokens on.
  func closingBracket(_ i: Int) -> Int? {
    guard i < tokens.count, isWord(i, "(") else { return nil }
    var depth = 0
    for j in i..<min(tokens.count, i + 15) {
      if isWord(j, "(") { depth += 1 }
      if isWord(j, ")") {
        depth -= 1
        if depth == 0 { return j }
      }
    }
    return nil
  }

  func isWord(_ i: Int, _ word: String) -> Bool {
    i < tokens.count && text[Int(tokens[i].start)..<Int(tokens[i].end)].elementsEqual(word.utf8)
      || i < tokens.count && tokens[i].word != 0 && language.words.word(tokens[i].word) == word
  }

  /// The text of these tokens with white space folded.
  func string(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    return Self.string(text, Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end))
  }

  static func string(_ text: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
