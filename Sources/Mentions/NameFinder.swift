import Knowledge

/// What a report names anywhere: it decides what a short or ambiguous name means.
struct NameContext {
  /// Forums named in full or by an acronym of their own, by entity.
  var forums: Set<Int> = []
  /// Forums named more than once, or in the title or a heading.
  var prominent: Set<Int> = []
  /// The forum that the whole text is mostly about.
  var main: Int?
  /// The forum that the text is on at this place.
  var focus: Int?
  /// The block in which that forum was named, and the forum that the heading above names.
  var focusBlock: Int?
  var section: Int?
  /// Whatever the text names in full: it decides what an acronym of several bodies means.
  var named: Set<Int> = []
  /// Forums whose acronym stands in the text for a body with another name.
  var denied: Set<Int> = []
  /// The party and the person last named, for which `it` and `he` stand, and the block in which that was.
  var subject: (party: Name, block: Int)?
  var person: (holder: Holder, block: Int)?
  /// Who was last called `he` and `she`.
  var called: [String: Holder] = [:]
  /// People named so far, by last name.
  var people: [String: String] = [:]
  /// Year of publication.
  var year: Int?
}

/// Names of the vocabulary in a sentence, each resolved to one entity, none overlapping another.
struct NameFinder {
  struct Hit {
    let tokens: Range<Int>
    let entity: Int
    let isAdjective: Bool
    /// All that the name may mean, where it is ambiguous.
    let candidates: [Int]
    /// Those that it may mean just as well, where nothing decides.
    var rivals: [Int] = []
  }

  let language: Language

  /// Name hits by first token, longest first, left to right.
  func callAsFunction(_ tokens: [Token], _ text: [UInt8], _ context: NameContext) -> [Hit] {
    var hits: [Hit] = []
    var i = 0
    while i < tokens.count {
      if let hit = longest(tokens, at: i, text, context) {
        hits.append(hit)
        i = hit.tokens.upperBound
      } else {
        i += 1
      }
    }
    return hits
  }

  private func longest(_ tokens: [Token], at i: Int, _ text: [UInt8], _ context: NameContext) -> Hit? {
    guard tokens[i].word != 0 else { return nil }
    var best: Hit?
    language.names.trie.matches(tokens, at: i) { length, uses in
      let range = i..<i + length
      let fitting = uses.filter { isWritten($0, tokens, range, text) }
      if !fitting.isEmpty, let hit = resolve(fitting, tokens, range, text, context) { best = hit }
    }
    return best
  }

  /// Acronyms need their case; other names a capital at the front.
  private func isWritten(_ use: Names.Use, _ tokens: [Token], _ range: Range<Int>, _ text: [UInt8]) -> Bool {
    let first = tokens[range.lowerBound]
    if let exact = use.exact {
      // A plural or genitive letter may follow: the token is longer then and was not found.
      return text[Int(first.start)..<Int(first.end)].elementsEqual(exact)
    }
    if range.count > 1 { return first.isCapitalized || first.kind == .number || range.count > 3 }
    return first.isCapitalized || first.start < first.end && text[Int(first.start)] >= 0xE0
  }

  private func resolve(
    _ uses: [Names.Use], _ tokens: [Token], _ range: Range<Int>, _ text: [UInt8], _ context: NameContext
  ) -> Hit? {
    let entities = language.names.entities
    var candidates = uses.filter { use in
      if context.denied.contains(use.entity) { return false }
      // A short acronym of a sub-body holds only where its parent is spoken of.
      guard let exact = use.exact, exact.count < 4, let parent = entities[use.entity].parent else { return true }
      return family(of: parent, in: context)
    }
    let adjective = candidates.allSatisfy(\.isAdjective)
    if !adjective { candidates.removeAll(where: \.isAdjective) }
    guard let first = candidates.first else { return nil }
    let ids = candidates.map(\.entity)
    if ids.count == 1 { return Hit(tokens: range, entity: first.entity, isAdjective: adjective, candidates: ids) }
    let choice = choose(ids, tokens, range, context)
    return Hit(
      tokens: range, entity: choice.entity, isAdjective: adjective, candidates: ids, rivals: choice.rivals)
  }

  private func family(of parent: Int, in context: NameContext) -> Bool {
    var ancestor: Int? = parent
    while let forum = ancestor {
      if context.forums.contains(forum) { return true }
      ancestor = language.names.entities[forum].parent
    }
    return false
  }

  /// By forum, then by the default, of the readings in `ambiguous.csv`; else an agency goes before a state before a forum.
  private func choose(
    _ ids: [Int], _ tokens: [Token], _ range: Range<Int>, _ context: NameContext
  ) -> (entity: Int, rivals: [Int]) {
    let entities = language.names.entities
    let inFull = ids.filter { context.named.contains($0) }
    if inFull.count == 1 { return (inFull[0], []) }
    let key = Array(tokens[range].map { language.words.word($0.word) }.joined(separator: " ").utf8)
    if let readings = language.names.readings[key] {
      let possible = readings.filter { reading in
        language.names.byID[reading.id].map { ids.contains($0) } == true && holds(reading, in: context.year)
      }
      let focus = context.focus.map { entities[$0].id.dropFirst("forum/".count) }
      if let local = possible.first(where: { $0.forum != nil && $0.forum.map { $0[...] } == focus })
        ?? possible.first(where: { $0.isDefault }), let entity = language.names.byID[local.id]
      {
        return (entity, [])
      }
    }
    func rank(_ entity: Int) -> Int {
      switch entities[entity].kind {
      case .agency: entities[entity].twin == nil ? 1 : 0
      case .country: 2
      case .forum: 3
      }
    }
    let first = ids.min { rank($0) < rank($1) } ?? ids[0]
    return (first, ids.filter { $0 != first && rank($0) == rank(first) })
  }

  private func holds(_ reading: Vocabulary.Reading, in year: Int?) -> Bool {
    guard let year else { return true }
    func edge(_ edtf: String?) -> Int? { edtf.flatMap { Int($0.prefix(4)) } }
    return (edge(reading.from) ?? 0) <= year && year <= (edge(reading.to) ?? 9999)
  }
}
