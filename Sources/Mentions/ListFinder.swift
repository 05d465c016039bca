import Knowledge

/// Lists of parties: `A, B (C), the D and E`, also with `/`, `;`, with a state behind a name, with items that name no party.
struct ListFinder {
  let parties: PartyFinder

  /// The list that begins at this token, with the end of the list; nil if no party stands there.
  /// - Parameter limit: the end of a longer list of which this is the latter part.
  func list(at start: Int, before limit: Int = .max) -> (items: [PartyItem], end: Int)? {
    var items: [PartyItem] = []
    var i = start
    var end = start
    var wasLast = false
    var parts = 0
    var first: (items: [PartyItem], end: Int)?
    while i < min(limit, parties.tokens.count) {
      guard let found = item(at: i) ?? item(at: skipLead(i)) ?? region(at: skipLead(i)) else { break }
      items += found.items
      end = found.end
      parts += 1
      first = first ?? found
      guard let next = separator(at: end) ?? behindBracket(end) else { break }
      // After `A, B and C` a semicolon begins another list.
      if parties.isWord(end, ";"), wasLast { break }
      wasLast = items.count > 1 && !parties.isWord(end, ",") && !parties.isWord(end, ";") && !parties.isWord(end, "/")
      i = next
    }
    // `… started the Charter; CSA signed it`: a semicolon alone makes no list of two.
    if let first, items.count > first.items.count, parties.isWord(first.end, ";"), parts == 2 { return first }
    return items.isEmpty ? nil : (items, end)
  }

  /// Everything that names a party from the first or second of these tokens on, in order: for an item of a bulleted list.
  func leading(in range: Range<Int>) -> [PartyItem] {
    for i in range.prefix(2) {
      if let list = list(at: i) { return list.items }
    }
    return []
  }

  /// `Europe (ASI, CNES, DLR)`: the bodies in the bracket; `Canada, Europe, Japan`: the region as one of the parties.
  private func region(at i: Int) -> (items: [PartyItem], end: Int)? {
    guard i < parties.tokens.count, let length = parties.language.listed(parties.tokens, at: i, "region") else {
      return nil
    }
    guard let closing = parties.closingBracket(i + length) else {
      let label = parties.string(i..<i + length)
      let name = Name(id: "agency/?" + label, label: label, isKnown: false)
      return ([PartyItem(name: name, range: bytes(i..<i + length))], i + length)
    }
    let items = inside(i + length + 1..<closing)
    return items.isEmpty ? nil : (items, closing + 1)
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
    if let entity = party.entity, entities[entity].kind == .country, let closing = parties.closingBracket(end) {
      let bodies = inside(end + 1..<closing)
      let year = closing == end + 2 ? Int(parties.tokens[end + 1].value) : 0
      if (1900...2100).contains(year) { items[0] = PartyItem(name: party.name, range: items[0].range, year: year) }
      if !bodies.isEmpty { items = bodies }
      end = closing + 1
    } else if let closing = parties.closingBracket(end) {
      let year = closing == end + 2 ? Int(parties.tokens[end + 1].value) : 0
      if (1900...2100).contains(year) { items[0] = PartyItem(name: party.name, range: items[0].range, year: year) }
      end = closing + 1
    }
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

  /// The end of `, which took over the seat of DARA in 1997` where a separator follows within 16 tokens.
  private func relativeClause(_ i: Int) -> Int? {
    let tokens = parties.tokens
    guard parties.isWord(i, ","), parties.language.listed(tokens, at: i + 1, "relative") != nil else { return nil }
    return (i + 2..<min(i + 18, tokens.count)).first {
      parties.isWord($0, ",") && parties.party(at: skipLead(run($0, "separator"))) != nil
    }
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
