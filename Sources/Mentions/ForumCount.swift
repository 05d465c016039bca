import Knowledge

/// How often a text names each forum: it decides what the text is about.
struct ForumCount {
  let language: Language
  private var weight: [Int: Int] = [:]
  /// In the order of the text.
  private(set) var forums: [Int] = []

  init(language: Language) { self.language = language }

  private var entities: [Entity] { language.names.entities }

  /// Counts the forums of a sentence; those of a title or heading weigh more.
  mutating func add(_ hits: [NameFinder.Hit], _ tokens: [Token], inTitle: Bool) {
    var previous: (forum: Int, end: Int)?
    for hit in hits {
      let forum = entities[hit.entity].kind == .forum ? hit.entity : entities[hit.entity].twin ?? -1
      guard forum >= 0 else { continue }
      defer { previous = (forum, hit.tokens.upperBound) }
      // The acronym behind a name names nothing new.
      if let previous, previous.forum == forum, hit.tokens.lowerBound - previous.end <= 2 { continue }
      // An organization that is also an agency is rarely what a text is about as a forum.
      count(forum, entities[forum].hasCouncil ? (inTitle ? 1 : 0) : (inTitle ? 6 : 2))
      for body in bodies(of: forum, hits, tokens, inTitle: inTitle) { count(body, inTitle ? 6 : 2) }
    }
  }

  /// Sub-bodies that a sentence names apart from their parent: `EUMETSAT held its 63rd Council`; in a title also by their level.
  private func bodies(of forum: Int, _ hits: [NameFinder.Hit], _ tokens: [Token], inTitle: Bool) -> Set<Int> {
    var found: Set<Int> = []
    for i in tokens.indices where tokens[i].isCapitalized {
      language.names.bodies.matches(tokens, at: i) { length, bodies in
        guard !hits.contains(where: { $0.tokens.overlaps(i..<i + length) }) else { return }
        found.formUnion(bodies.filter { entities[$0].parent == forum })
      }
      guard inTitle else { continue }
      language.eachWord(tokens, at: i) { _, use in
        if use.list == "level", let body = language.names.body(of: forum, at: use.value) { found.insert(body) }
      }
    }
    return found
  }

  private mutating func count(_ forum: Int, _ points: Int) {
    if weight[forum] == nil { forums.append(forum) }
    weight[forum, default: 0] += points
  }

  /// Forums that are named more than once, or in a title.
  var prominent: Set<Int> { Set(weight.filter { $0.value >= 4 }.keys) }

  /// The forum named most often of those that belong together and are named most often, of several the first.
  func main(without denied: Set<Int>) -> Int? {
    let forums = forums.filter { !denied.contains($0) }
    var families: [Int: Int] = [:]
    for forum in forums { families[head(of: forum), default: 0] += weight[forum] ?? 0 }
    return forums.enumerated().max { a, b in
      let (x, y) = (families[head(of: a.element)] ?? 0, families[head(of: b.element)] ?? 0)
      return (x, weight[a.element] ?? 0, -a.offset) < (y, weight[b.element] ?? 0, -b.offset)
    }?.element
  }

  /// The forum above all others that a body belongs to.
  private func head(of forum: Int) -> Int {
    var head = forum
    for _ in 0..<4 { head = entities[head].parent ?? head }
    return head
  }
}
