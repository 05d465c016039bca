import Knowledge

/// Forums of a sentence, sub-bodies beside their parent, meeting codes (`SIT-33`) and words that stand for a forum (`the Group`).
struct ForumFinder {
  let language: Language
  let text: [UInt8]
  let tokens: [Token]
  let parties: PartyFinder

  private var entities: [Entity] { language.names.entities }

  /// Adds forums, codes and stand-ins; returns the forums in order of the text, stand-ins left out.
  func callAsFunction(_ hits: [NameFinder.Hit], _ context: NameContext, _ table: inout MentionTable) -> [Int] {
    var found: [Int] = []
    var index = 0
    while index < hits.count {
      let hit = hits[index]
      guard let forum = forum(hit) else {
        index += 1
        continue
      }
      var range = hit.tokens
      var chosen = forum
      // `CEOS Strategic Implementation Team`, `ESA's Council`, `Council of the European Space Agency`.
      if index + 1 < hits.count, let next = self.forum(hits[index + 1]),
        isJoined(range.upperBound, hits[index + 1].tokens.lowerBound)
      {
        if isWithin(next, forum) {
          chosen = next
          range = range.lowerBound..<hits[index + 1].tokens.upperBound
          index += 1
        } else if isWithin(forum, next) {
          range = range.lowerBound..<hits[index + 1].tokens.upperBound
          index += 1
        }
      }
      index += 1
      var name: Name?
      if let body = subBody(range.upperBound, of: chosen) {
        range = range.lowerBound..<body.end
        name = body.name
      }
      let inner = range
      if let closing = parties.closingBracket(range.upperBound),
        isOwnBracket(range.upperBound + 1..<closing, chosen, hits)
      {
        addCode(range.upperBound + 1, chosen, whole: range.lowerBound..<closing + 1, &table)
        range = range.lowerBound..<closing + 1
        while index < hits.count, hits[index].tokens.lowerBound < closing { index += 1 }
      }
      let mention = name ?? parties.name(of: chosen, inner)
      table.add(Mention(type: .forum, tokens: range, value: .forum(mention)))
      if inner.contains(where: { isListed($0, "eventword") }) {
        table.add(Mention(type: .summit, tokens: range, value: .forum(mention)))
      }
      if name == nil { addCode(inner.lowerBound, chosen, whole: nil, at: inner.upperBound, &table) }
      found.append(chosen)
    }
    addStandIns(context, &table)
    found += addBodies(hits, context, &table)
    addNumberedBodies(context, &table)
    return found
  }

  private func forum(_ hit: NameFinder.Hit) -> Int? {
    if entities[hit.entity].kind == .forum { return hit.entity }
    if let other = hit.candidates.first(where: { entities[$0].kind == .forum }) { return other }
    return entities[hit.entity].kind == .agency ? entities[hit.entity].twin : nil
  }

  private func isWithin(_ child: Int, _ parent: Int) -> Bool { language.names.isBody(child, of: parent) }

  /// Whether only `'s`, `of`, `the` or nothing stands between two names.
  private func isJoined(_ end: Int, _ next: Int) -> Bool {
    guard end <= next, next - end <= 3 else { return false }
    return (end..<next).allSatisfy { i in ["'s", "of", "the", ")"].contains { parties.isWord(i, $0) } }
  }

  /// A body of the forum that the vocabulary lacks: `Panel on Exploration` behind COSPAR.
  private func subBody(_ start: Int, of forum: Int) -> (end: Int, name: Name)? {
    var i = start
    if parties.isWord(i, "'s") { i += 1 }
    let first = i
    var isBody = false
    while i < tokens.count, i - first < 8 {
      if tokens[i].kind == .word, tokens[i].isCapitalized, parties.party(at: i)?.entity == nil || i > first {
        isBody = isBody || isListed(i, "subbody")
        i += 1
      } else if isBody, i > first, isListed(i, "linkword"), i + 1 < tokens.count, tokens[i + 1].isCapitalized {
        i += 1
      } else {
        break
      }
    }
    guard isBody, i > first else { return nil }
    let written = parties.string(first..<i)
    let label = "\(entities[forum].label) \(written)"
    let id = entities[forum].id + "/?" + String(decoding: Folding.fold(written), as: UTF8.self)
    return (i, Name(id: id, label: label, isKnown: false))
  }

  private func isListed(_ i: Int, _ list: String) -> Bool { language.listed(tokens, at: i, list) != nil }

  /// A bracket behind a forum's name that holds its acronym, maybe with a number.
  private func isOwnBracket(_ range: Range<Int>, _ forum: Int, _ hits: [NameFinder.Hit]) -> Bool {
    guard range.count <= 6, !range.isEmpty else { return false }
    if let hit = hits.first(where: { $0.tokens.lowerBound == range.lowerBound }), let inside = self.forum(hit) {
      return inside == forum || isWithin(inside, forum) || isWithin(forum, inside)
    }
    return range.count <= 2 && tokens[range.lowerBound].isAllCaps && parties.party(at: range.lowerBound)?.entity == nil
  }

  /// `SIT-33`, `GEO-XII`, `UNISPACE III`.
  private func addCode(_ start: Int, _ forum: Int, whole: Range<Int>?, at: Int? = nil, _ table: inout MentionTable) {
    let numbers = NumberFinder(text: text, tokens: tokens)
    var i = at ?? start + 1
    guard i < tokens.count else { return }
    let hyphen = numbers.isMark(i, "-") || numbers.isMark(i, "#")
    if hyphen { i += 1 }
    guard i < tokens.count, hyphen ? tokens[i].isGlued : true else { return }
    let number = hyphen && tokens[i].kind == .number ? Int(tokens[i].value) : numbers.roman(i)
    guard let number, number > 0, number < 400 else { return }
    let range = whole ?? start..<i + 1
    let name = parties.name(of: forum, start..<start + 1)
    table.add(Mention(type: .code, tokens: range, value: .code(name, ordinal: number)))
    if whole != nil { table.add(Mention(type: .code, tokens: start..<i + 1, value: .code(name, ordinal: number))) }
  }

  /// `the Committee`, `the Group`: the forum in focus, if the word is in its name or stands for any.
  private func addStandIns(_ context: NameContext, _ table: inout MentionTable) {
    guard let focus = context.focus else { return }
    for i in tokens.indices {
      language.eachWord(tokens, at: i) { length, use in
        guard use.list == "standin", let forum = standIn(use.value, focus, context) else { return }
        let range = i..<i + length
        table.add(Mention(type: .forum, tokens: range, value: .forum(parties.name(of: forum, range))))
      }
    }
  }

  /// Sub-bodies named without their parent: `the Executive Committee` in a text on GEO. Returns those with more than one word.
  private func addBodies(_ hits: [NameFinder.Hit], _ context: NameContext, _ table: inout MentionTable) -> [Int] {
    var found: [Int] = []
    var end = 0
    for i in tokens.indices where i >= end && tokens[i].isCapitalized {
      language.names.bodies.matches(tokens, at: i) { length, bodies in
        let range = i..<i + length
        let fitting = bodies.filter { isSpokenOf($0, context) }
        guard let body = fitting.first, fitting.count == 1, !hits.contains(where: { $0.tokens.overlaps(range) }) else {
          return
        }
        end = range.upperBound
        table.add(Mention(type: .forum, tokens: range, value: .forum(parties.name(of: body, range))))
        if length > 1 { found.append(body) }
      }
    }
    return found
  }

  /// `Working Group 2`, `the Panel on Exploration` without the forum's name: a body of the one that the text is on.
  private func addNumberedBodies(_ context: NameContext, _ table: inout MentionTable) {
    guard let forum = context.focus ?? context.main else { return }
    let named = table.mentions.filter { $0.type == .forum }.map(\.tokens)
    for i in tokens.indices where tokens[i].isCapitalized {
      guard let length = language.listed(tokens, at: i, "subbody"), !named.contains(where: { $0.contains(i) }),
        i == 0 || !tokens[i - 1].isCapitalized, let body = subBody(i, of: forum)
      else { continue }
      let next = i + length
      let isNumbered =
        next < tokens.count && (tokens[next].kind == .number || tokens[next].end - tokens[next].start <= 3)
      if isNumbered && tokens[next].isCapitalized {
        table.add(Mention(type: .forum, tokens: i..<body.end, value: .forum(body.name)))
      } else if next < tokens.count, tokens[next].kind == .number {
        let number = parties.string(next..<next + 1)
        let name = Name(id: "\(body.name.id)-\(number)", label: "\(body.name.label) \(number)", isKnown: false)
        table.add(Mention(type: .forum, tokens: i..<next + 1, value: .forum(name)))
      } else if parties.isWord(next, "on"), body.end > next + 1 {
        table.add(Mention(type: .forum, tokens: i..<body.end, value: .forum(body.name)))
      }
    }
  }

  private func isSpokenOf(_ body: Int, _ context: NameContext) -> Bool {
    [context.focus, context.main].contains { forum in
      forum.map { $0 == body || isWithin(body, $0) || entities[$0].parent.map { isWithin(body, $0) } == true } == true
    }
  }

  private func standIn(_ word: String, _ focus: Int, _ context: NameContext) -> Int? {
    func named(_ forum: Int) -> Bool {
      let name = String(decoding: Folding.fold(entities[forum].name), as: UTF8.self)
      return name.split(separator: " ").contains { $0 == word }
    }
    if word == "any" { return context.main ?? focus }
    if named(focus) { return focus }
    let children = entities.indices.filter { entities[$0].parent == focus && named($0) && entities[$0].kind == .forum }
    if let child = children.first, children.count == 1 || entities[focus].twin != nil { return child }
    if let parent = entities[focus].parent, named(parent) { return parent }
    let others = context.forums.filter { named($0) }
    if let main = context.main, others.contains(main) { return main }
    let heads = others.filter { other in !others.contains { isWithin(other, $0) } }
    let prominent = heads.filter { context.prominent.contains($0) }
    return heads.count == 1 ? heads.first : prominent.count == 1 ? prominent.first : nil
  }
}
