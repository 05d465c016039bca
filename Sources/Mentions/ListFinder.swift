import Knowledge

/// Lists of parties: `A, B (C), the D and E`, also with `/`, `;`, with a state behind a name, with items that name no party.
struct ListFinder {
  let parties: PartyFinder
  /// The dates of the sentence by their first token.
  let dates: [Int: (end: Int, date: DateValue)]

  init(parties: PartyFinder, table: MentionTable) {
    self.parties = parties
    var dates: [Int: (end: Int, date: DateValue)] = [:]
    for mention in table.mentions {
      if case .date(let date) = mention.value { dates[mention.tokens.lowerBound] = (mention.tokens.upperBound, date) }
    }
    self.dates = dates
  }

  /// A list: its parts, each with what it names and where it begins, and where the last one ends.
  struct Found {
    var parts: [(start: Int, items: [PartyItem])] = []
    var end = 0

    var items: [PartyItem] { parts.flatMap(\.items) }
  }

  /// The list that begins at this token; nil if no party stands there.
  func list(at start: Int) -> Found? {
    var list = Found()
    var i = start
    var wasLast = false
    var firstEnd: Int?
    while i < parties.tokens.count {
      let begin = parties.party(at: i) == nil ? skipLead(i) : i
      guard let found = item(at: begin) ?? region(at: begin) ?? acronym(at: begin, in: list) else { break }
      // `With Chad and Somalia, GEO has admitted two more`: a forum behind the comma begins something new.
      if wasLast, parties.isWord(list.end, ","), found.items.first?.name.id.hasPrefix("forum/") == true { break }
      list.parts.append((begin, found.items))
      list.end = found.end
      firstEnd = firstEnd ?? found.end
      guard let next = separator(at: found.end) ?? behindBracket(found.end) else { break }
      // After `A, B and C` a semicolon begins another list.
      if parties.isWord(found.end, ";"), wasLast { break }
      let isListed = list.parts.count > 1 || found.items.count > 1
      wasLast =
        isListed && !parties.isWord(found.end, ",") && !parties.isWord(found.end, ";")
        && !parties.isWord(found.end, "/")
      i = next
    }
    // `… started the Charter; CSA signed it`: a semicolon alone makes no list of two.
    if list.parts.count == 2, let firstEnd, parties.isWord(firstEnd, ";") {
      return Found(parts: [list.parts[0]], end: firstEnd)
    }
    return list.parts.isEmpty ? nil : list
  }

  /// Everything that names a party from the first or second of these tokens on, in order: for an item of a bulleted list.
  func leading(in range: Range<Int>) -> Found? {
    range.prefix(2).lazy.compactMap { list(at: $0) }.first
  }

  /// An acronym that the vocabulary lacks, between separators in a list that has named two parties before.
  private func acronym(at i: Int, in list: Found) -> (items: [PartyItem], end: Int)? {
    guard list.parts.count >= 2, i < parties.tokens.count, parties.tokens[i].isAllCaps, parties.tokens[i].kind == .word,
      separator(at: i + 1) != nil || i + 1 == parties.tokens.count || parties.isWord(i + 1, ".")
    else { return nil }
    return ([unknown(i..<i + 1)], i + 1)
  }

  /// `Europe (ASI, CNES, DLR)`: the bodies in the bracket; `Canada, Europe, Japan`: the region as one of the parties.
  private func region(at i: Int) -> (items: [PartyItem], end: Int)? {
    guard i < parties.tokens.count, let length = parties.language.listed(parties.tokens, at: i, "region") else {
      return nil
    }
    guard let closing = parties.closingBracket(i + length) else {
      return ([unknown(i..<i + length)], i + length)
    }
    let items = inside(i + length + 1..<closing)
    return items.isEmpty ? nil : (items, closing + 1)
  }

  private func unknown(_ tokens: Range<Int>) -> PartyItem {
    PartyItem(name: Name(unknown: parties.string(tokens)), range: bytes(tokens))
  }

  private func inside(_ range: Range<Int>) -> [PartyItem] {
    var items: [PartyItem] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if let body = parties.party(at: i), body.tokens.upperBound <= range.upperBound {
        if !body.name.id.hasPrefix("country/") { items.append(PartyItem(name: body.name, range: bytes(body.tokens))) }
        i = body.tokens.upperBound
      } else {
        i += 1
      }
    }
    return items
  }

  private func item(at i: Int) -> (items: [PartyItem], end: Int)? {
    guard let party = parties.party(at: i) else { return nil }
    let entities = parties.language.names.entities
    var items = [PartyItem(name: party.name, range: bytes(party.tokens))]
    var end = party.tokens.upperBound
    // `United States (NASA, NOAA)`: the bodies in the bracket, not the state.
    if let closing = parties.closingBracket(end) {
      if let (dateEnd, date) = dates[end + 1], dateEnd == closing { items[0].date = date }
      if let entity = party.entity, entities[entity].kind == .country {
        let bodies = inside(end + 1..<closing)
        if !bodies.isEmpty { items = bodies }
      }
      end = closing + 1
    }
    // `Agenzia Spaziale Italiana (ASI)/Italy`.
    if parties.isWord(end, "/"), let state = stateEnd(end + 1, of: party) { end = state }
    // `Name (ACR), Country`, where it is that body's own state.
    if parties.isWord(end, ","), let entity = party.entity, let state = parties.party(at: end + 1),
      let at = state.entity,
      entities[at].kind == .country, entities[entity].kind == .agency, entities[at].country == entities[entity].country
    {
      let range = party.tokens.lowerBound..<state.tokens.upperBound
      items[0] = PartyItem(name: party.name, range: bytes(range))
      end = state.tokens.upperBound
    } else if party.entity == nil, parties.isWord(end, ","), let state = parties.party(at: end + 1),
      let at = state.entity, entities[at].kind == .country, parties.isWord(state.tokens.upperBound, ";")
    {
      end = state.tokens.upperBound
    }
    while parties.isWord(end, "*") || isFootnote(end) { end += 1 }
    return (items, end)
  }

  /// The end of the body's own state or region at this token.
  private func stateEnd(_ i: Int, of body: PartyFinder.Party) -> Int? {
    let entities = parties.language.names.entities
    if let entity = body.entity, entities[entity].kind == .country { return nil }
    if let state = parties.party(at: i), let at = state.entity, entities[at].kind == .country {
      let isOwn = body.entity.map { entities[$0].country == entities[at].country } ?? true
      return isOwn ? state.tokens.upperBound : nil
    }
    let isRegional = body.entity.map { entities[$0].country == nil } ?? true
    return isRegional ? parties.language.listed(parties.tokens, at: i, "region").map { i + $0 } : nil
  }

  /// A digit glued to a name or a mark of a footnote.
  private func isFootnote(_ i: Int) -> Bool {
    i < parties.tokens.count && parties.tokens[i].kind == .number && parties.tokens[i].isGlued
      && parties.tokens[i].end - parties.tokens[i].start == 1 && i > 0 && parties.tokens[i - 1].kind != .mark
  }

  /// Where the next item begins behind a separator of the list `separator`; a clause `, which …,` before it is passed over.
  private func separator(at i: Int) -> Int? {
    let start = relativeClause(i) ?? i
    let end = run(start, "separator")
    return end > start ? end : nil
  }

  /// `(BOM) Belgian Science Policy Office (BELSPO)`: items of a list that lost its line breaks.
  private func behindBracket(_ i: Int) -> Int? {
    guard i > 0, i < parties.tokens.count, parties.tokens[i - 1].isClosingBracket, parties.tokens[i].isCapitalized,
      let next = parties.party(at: i), next.tokens.count > 1
    else { return nil }
    return i
  }

  /// The end of `, which took over the seat of DARA in 1997` where a comma and another party follow within 16 tokens.
  private func relativeClause(_ i: Int) -> Int? {
    let tokens = parties.tokens
    guard parties.isWord(i, ","), parties.language.listed(tokens, at: i + 1, "relative") != nil else { return nil }
    guard let comma = (i + 2..<min(i + 18, tokens.count)).first(where: { parties.isWord($0, ",") }) else { return nil }
    return parties.party(at: skipLead(run(comma, "separator"))) == nil ? nil : comma
  }

  private func skipLead(_ i: Int) -> Int { run(i, "lead") }

  /// The end of a run of entries of a word list.
  private func run(_ start: Int, _ list: String) -> Int {
    var i = start
    while let length = parties.language.listed(parties.tokens, at: i, list) { i += length }
    return i
  }

  func bytes(_ range: Range<Int>) -> Range<Int> {
    Int(parties.tokens[range.lowerBound].start)..<Int(parties.tokens[range.upperBound - 1].end)
  }
}
