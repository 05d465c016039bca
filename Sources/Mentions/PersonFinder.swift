import Knowledge

/// People by name: capitalized words that are no other name, with or without a title, initials and particles taken in.
struct PersonFinder {
  let language: Language
  let text: [UInt8]
  let tokens: [Token]
  /// Tokens of names of the vocabulary.
  let taken: Set<Int>

  /// Adds the people; `known` holds full names by last name, of those named before in the text, and learns new ones.
  func callAsFunction(_ table: inout MentionTable, known: inout [String: String]) {
    var i = 0
    while i < tokens.count {
      if let person = person(at: i) {
        let last = word(person.tokens.upperBound - 1)
        let isFull = person.name.contains(" ")
        if isFull { known[last] = person.name }
        let name = isFull ? person.name : known[last] ?? person.name
        table.add(Mention(type: .person, tokens: person.tokens, value: .person(name)))
        i = person.tokens.upperBound
      } else {
        if tokens[i].isCapitalized, !taken.contains(i), let name = known[word(i)] {
          table.add(Mention(type: .person, tokens: i..<i + 1, value: .person(name)))
        }
        i += 1
      }
    }
  }

  private func word(_ i: Int) -> String {
    String(decoding: text[Int(tokens[i].start)..<Int(tokens[i].end)], as: UTF8.self)
  }

  private func person(at start: Int) -> (tokens: Range<Int>, name: String)? {
    var i = start
    var titled = false
    // `General` in `Secretary-General` is none.
    let isGlued = start > 0 && tokens[start].isGlued
    while i < tokens.count, !isGlued, let length = listed(i, "title") {
      titled = true
      i += length
      if i < tokens.count, isMark(i, ".") { i += 1 }
    }
    let first = i
    var words = 0
    var last = i
    while i < tokens.count, words < 6, words == 0 || listed(i, "title") == nil {
      let token = tokens[i]
      let isInitial =
        token.end - token.start <= 2 && i + 1 < tokens.count && isMark(i + 1, ".") && tokens[i + 1].isGlued
      if token.kind == .word, token.isCapitalized, !taken.contains(i), isInitial || listed(i, "noname") == nil {
        words += 1
        i += 1
        if isInitial { i += 1 }
        last = i
      } else if words > 0, token.kind == .word, let end = particles(i) ?? elided(i) {
        i = end
      } else if words > 0, isMark(i, "-"), token.isGlued, i + 1 < tokens.count, tokens[i + 1].isGlued {
        i += 1
        if !tokens[i].isCapitalized, tokens[i].kind == .word {
          i += 1
          last = i
        }
      } else if words > 0, isMark(i, "'") || text[Int(token.start)] == 0xE2 && token.kind == .mark && token.isGlued,
        i + 1 < tokens.count, tokens[i + 1].isGlued,
        tokens[i + 1].isCapitalized || tokens[i - 1].end - tokens[i - 1].start == 1
      {
        // `O'Brien`, `M'hamed`
        i += tokens[i + 1].isCapitalized ? 1 : 2
        last = tokens[i - 1].kind == .word ? i : last
      } else {
        break
      }
    }
    guard words >= 2 || words == 1 && titled else { return nil }
    // `Geological Survey` is a body.
    if !titled, (first..<last).contains(where: { listed($0, "bodyword") != nil }) { return nil }
    if !titled, (first..<last).allSatisfy({ tokens[$0].isAllCaps || tokens[$0].kind == .mark }), words < 2 {
      return nil
    }
    return (start..<last, PartyFinder.string(text, Int(tokens[first].start)..<Int(tokens[last - 1].end)))
  }

  /// Behind `d'` in `d'Escatha`.
  private func elided(_ i: Int) -> Int? {
    guard i + 2 < tokens.count, tokens[i].end - tokens[i].start == 1, tokens[i + 1].kind == .mark,
      tokens[i + 1].isGlued, tokens[i + 2].isGlued, tokens[i + 2].isCapitalized
    else { return nil }
    return i + 2
  }

  /// The end of a run of particles (`van der`) before a capitalized word.
  private func particles(_ start: Int) -> Int? {
    var i = start
    while i < tokens.count, let length = listed(i, "particle") { i += length }
    return i > start && i < tokens.count && tokens[i].isCapitalized ? i : nil
  }

  private func listed(_ i: Int, _ list: String) -> Int? { language.listed(tokens, at: i, list) }

  private func isMark(_ i: Int, _ mark: Unicode.Scalar) -> Bool {
    tokens[i].kind == .mark && text[Int(tokens[i].start)] == UInt8(ascii: mark)
  }
}
