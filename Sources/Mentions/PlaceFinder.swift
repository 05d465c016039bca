import Knowledge

/// Towns, with the state behind them: `Tromsø, Norway`, `Boulder, CO, USA`, `Dublin (Ireland)`; a state alone.
struct PlaceFinder {
  let language: Language
  let text: [UInt8]
  let tokens: [Token]
  let parties: PartyFinder
  /// Tokens of agencies and forums.
  let taken: Set<Int>

  func callAsFunction(_ table: inout MentionTable) {
    for i in tokens.indices { add(at: i, &table) }
  }

  private func add(at start: Int, _ table: inout MentionTable) {
    if let state = country(at: start), !isListed(state.end, "cityword") {
      table.add(Mention(type: .place, tokens: start..<state.end, value: .place(town: nil, country: state.label)))
    }
    if let end = venue(at: start) {
      let name = PartyFinder.string(text, Int(tokens[start].start)..<Int(tokens[end - 1].end))
      table.add(Mention(type: .venue, tokens: start..<end, value: .place(town: name, country: nil)))
    }
    guard let end = town(at: start) else { return }
    let town = PartyFinder.string(text, Int(tokens[start].start)..<Int(tokens[end - 1].end))
    if let whole = withCountry(end) {
      table.add(Mention(type: .place, tokens: start..<whole.end, value: .place(town: town, country: whole.label)))
    }
    table.add(Mention(type: .place, tokens: start..<end, value: .place(town: town, country: nil)))
  }

  /// The end of a run of one to four capitalized words that can be a town.
  private func town(at start: Int) -> Int? {
    guard !isListed(start, "preposition"), !isListed(start, "title") else { return nil }
    // `Mexico City` is no state.
    if let state = country(at: start), isListed(state.end, "cityword"), tokens[state.end].isCapitalized {
      return state.end + 1
    }
    guard start == 0 || !isNamePart(start - 1) || isListed(start - 1, "preposition") || parties.isWord(start - 1, "The")
    else {
      return nil
    }
    var i = start
    while i < tokens.count, i - start < 6 {
      if isNamePart(i) {
        i += 1
      } else if i > start, parties.isWord(i, "-"), tokens[i].isGlued, i + 1 < tokens.count, tokens[i + 1].isGlued,
        tokens[i + 1].isCapitalized
      {
        i += 1
      } else if i > start, isListed(i, "particle"), i + 1 < tokens.count, isNamePart(i + 1) {
        i += 1
      } else if i > start, parties.isWord(i, "."), isListed(i - 1, "saint"), i + 1 < tokens.count, isNamePart(i + 1) {
        i += 2
      } else if i > start, parties.isWord(i, "'") || parties.isWord(i, "’"), i + 1 < tokens.count, tokens[i].isGlued,
        tokens[i + 1].isGlued, tokens[i + 1].kind == .word
      {
        // `Xi'an`
        i += 2
      } else {
        break
      }
    }
    // `National Harbor` is a town, `National` or `Working Group` is none.
    let named = (start..<i).contains {
      tokens[$0].isCapitalized && !isListed($0, "noname") && !isListed($0, "bodyword")
    }
    // A building is a venue.
    guard named, tokens[i - 1].kind == .word, !(start..<i).contains(where: { isListed($0, "venueword") }) else {
      return nil
    }
    return i
  }

  /// A building or site: capitalized words, `of` and the like between them, one of which is in the list `venueword`.
  private func venue(at start: Int) -> Int? {
    guard tokens[start].kind == .word, tokens[start].isCapitalized, start == 0 || !tokens[start - 1].isCapitalized
    else { return nil }
    var i = start
    var last = start
    var isVenue = false
    while i < tokens.count, i - start < 10 {
      if tokens[i].kind == .word, tokens[i].isCapitalized || tokens[i].isGlued {
        isVenue = isVenue || isListed(i, "venueword")
        i += 1
        last = i
      } else if isListed(i, "linkword") && !parties.isWord(i, "in") && !parties.isWord(i, "and")
        || parties.isWord(i, "'s")
        || parties.isWord(i, "'") || parties.isWord(i, "’") || parties.isWord(i, "-")
      {
        i += 1
      } else {
        break
      }
    }
    guard isVenue else { return nil }
    return parties.closingBracket(last).map { $0 + 1 } ?? last
  }

  private func isNamePart(_ i: Int) -> Bool {
    let token = tokens[i]
    return token.kind == .word && token.isCapitalized && !taken.contains(i) && country(at: i) == nil
      && !parties.isAdjective(i)
  }

  /// `, Norway`; `, Alaska, USA`; `(Ireland)`.
  private func withCountry(_ end: Int) -> (end: Int, label: String)? {
    if parties.isWord(end, "("), let state = country(at: end + 1), parties.isWord(state.end, ")") {
      return (state.end + 1, state.label)
    }
    guard parties.isWord(end, ",") else { return nil }
    if let state = country(at: end + 1) { return state }
    if let region = town(at: end + 1), parties.isWord(region, ","), let state = country(at: region + 1) { return state }
    return nil
  }

  private func country(at i: Int) -> (end: Int, label: String)? {
    var start = i
    if parties.isWord(start, "the") { start += 1 }
    guard let party = parties.party(at: start), let entity = party.entity,
      language.names.entities[entity].kind == .country
    else {
      return nil
    }
    return (party.tokens.upperBound, party.name.label)
  }

  private func isListed(_ i: Int, _ list: String) -> Bool { language.listed(tokens, at: i, list) != nil }
}
