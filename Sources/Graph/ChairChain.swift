import Formats

/// The terms of one office of one forum, from facts in time order.
struct ChairChain {
  /// A term while it is being built.
  struct Term {
    var key: String
    var facts: [ChairFact] = []
    var start = Bound.unknown
    var end = Bound.unknown
    /// Told or seen to have ended: what comes later is another term.
    var isClosed = false
    var continuityAssumed = false
    /// What was told of its beginning, or of its end, with dates that exclude each other.
    var disputed: Set<ChairFact.Kind> = []
  }

  /// Two dates no further apart than this many days are two tellings of one handover.
  private static let tellingsApart = 62

  /// Whether one holder ends the other.
  let isSingle: Bool
  private(set) var terms: [Term] = []

  init(_ facts: [ChairFact], isSingle: Bool) {
    self.isSingle = isSingle
    let dated = ChairFact.refined(facts.filter { $0.span?.isDated ?? false })
    // A year in which someone was seen says little; it joins a term that it fits, and makes one only where none does.
    let vague = dated.filter { $0.kind == .seen && !($0.span?.isShort ?? false) }.sorted(by: ChairChain.inOrder)
    var firm = dated.filter { $0.kind != .seen || $0.span?.isShort ?? false }
    build(firm)
    for fact in vague where !attach(fact, changing: false) {
      firm.append(fact)
      terms = []
      build(firm)
    }
    let unplaced = vague.filter { fact in !firm.contains { $0.statement.id == fact.statement.id && $0.kind == .seen } }
    for fact in unplaced { _ = attach(fact, changing: true) }
    for index in terms.indices { terms[index].settle() }
  }

  private mutating func build(_ facts: [ChairFact]) {
    for fact in facts.sorted(by: ChairChain.inOrder) {
      switch fact.kind {
      case .seen: see(fact)
      case .end: end(fact)
      case .start: begin(fact)
      }
    }
  }

  /// By time; on one day who was seen comes before who left, and that before who came.
  private static func inOrder(_ a: ChairFact, _ b: ChairFact) -> Bool {
    let (left, right) = (order(a), order(b))
    return left == right ? (a.key, a.statement.id) < (b.key, b.statement.id) : left < right
  }
  private static func order(_ fact: ChairFact) -> (Int, Int, Int) {
    let day = fact.span?.lo ?? fact.span?.hi
    return (day?.number ?? Int.max, fact.kind.rawValue, fact.span?.hi?.number ?? Int.max)
  }

  private mutating func see(_ fact: ChairFact) {
    guard let span = fact.span else { return }
    let index: Int
    if let last = lastTerm(fact.key), !terms[last].isClosed || reaches(terms[last], span) {
      index = last
    } else {
      index = add(Term(key: fact.key))
    }
    terms[index].take(fact)
    endOthers(than: index, fact)
    if !terms[index].start.isStated || terms[index].start.latest == nil {
      terms[index].start = terms[index].start.limited(from: nil, to: span.hi)
      terms[index].start = terms[index].start.limited(from: lastSeen(before: index, fact), to: nil)
    }
    terms[index].hold(on: span.lo)
  }

  private mutating func begin(_ fact: ChairFact) {
    guard let span = fact.span else { return }
    var index: Int?
    if let last = lastTerm(fact.key) {
      let term = terms[last]
      let begunBefore = term.start.latest.flatMap { begun in span.lo.map { begun < $0 } } ?? false
      if !begunBefore || isRetold(term.start, span), !term.isClosed || reaches(term, span) {
        index = last
      } else if !term.isClosed, fact.isElection {
        see(fact)
        finish(last, fact)
        return
      } else if !term.isClosed {
        terms[last].end = term.end.limited(from: nil, to: span.hi)
        terms[last].isClosed = true
      }
    }
    let place = index ?? add(Term(key: fact.key))
    let before = terms[place].start
    let isAssumed = terms[place].continuityAssumed
    terms[place].take(fact)
    if isRetold(before, span) { terms[place].continuityAssumed = isAssumed }
    endOthers(than: place, fact)
    let event = span.asEvent
    if before.isStated {
      let both = before.intersection(event)
      if both == nil { terms[place].disputed.insert(.start) }
      terms[place].start = both ?? before.hull(event)
    } else {
      terms[place].start = event
    }
    terms[place].start = terms[place].start.limited(from: lastSeen(before: place, fact), to: nil)
    finish(place, fact)
  }

  /// Sets the end that is told with a start.
  private mutating func finish(_ index: Int, _ fact: ChairFact) {
    guard let end = fact.termEnd else { return }
    terms[index].end(in: end)
  }

  private mutating func end(_ fact: ChairFact) {
    guard let span = fact.span else { return }
    let index: Int
    if let last = lastTerm(fact.key), !terms[last].isClosed || reaches(terms[last], span) {
      index = last
    } else if let last = lastTerm(fact.key), isRetold(terms[last].end, span) {
      terms[last].take(fact)
      terms[last].end(in: span)
      return
    } else {
      index = add(Term(key: fact.key, start: Bound(latest: span.hi, edtf: Bound.oneOf(nil, span.hi))))
      terms[index].start = terms[index].start.limited(from: lastSeen(before: index, fact), to: nil)
    }
    terms[index].take(fact)
    terms[index].end(in: span)
    endOthers(than: index, fact)
  }

  /// Takes a vague sighting into a term of its holder that it fits.
  private mutating func attach(_ fact: ChairFact, changing: Bool) -> Bool {
    guard let span = fact.span else { return true }
    let index = terms.firstIndex { term in
      guard term.key == fact.key else { return false }
      if let latest = term.end.latest, let lo = span.lo, latest < lo { return false }
      if let earliest = term.start.earliest, let hi = span.hi, hi < earliest { return false }
      if !term.isClosed || term.end.latest == nil { return true }
      return span.hi == nil || span.lo == nil || term.start.latest.map { begun in begun >= span.lo ?? begun } ?? true
    }
    guard let index else { return false }
    if changing { terms[index].take(fact) }
    return true
  }

  private mutating func add(_ term: Term) -> Int {
    terms.append(term)
    return terms.count - 1
  }

  private func lastTerm(_ key: String) -> Int? { terms.lastIndex { $0.key == key } }

  /// Whether a closed term still touches the span, as on the day of its handover.
  private func reaches(_ term: Term, _ span: DateSpan) -> Bool {
    guard let latest = term.end.latest, let lo = span.lo ?? span.hi else { return false }
    return lo <= latest
  }

  /// Whether the span is another date for the event that made the bound.
  private func isRetold(_ bound: Bound, _ span: DateSpan) -> Bool {
    guard bound.isStated, let known = bound.latest, let lo = span.lo else { return false }
    return lo.number - known.number <= ChairChain.tellingsApart
  }

  /// Ends the open terms of the other holders at the latest when `fact` happened. Joint holders go on.
  private mutating func endOthers(than index: Int, _ fact: ChairFact) {
    guard isSingle, let span = fact.span else { return }
    for other in terms.indices where other != index && terms[other].key != fact.key && !terms[other].isClosed {
      if terms[other].facts.contains(where: { $0.joint == fact.joint }) { continue }
      // One who was first seen on the very day on which this one left is the successor.
      if fact.kind == .end, let begun = terms[other].start.latest, begun >= span.lo ?? begun { continue }
      terms[other].end = terms[other].end.limited(from: nil, to: span.hi)
      terms[other].isClosed = true
    }
  }

  /// The last day on which another holder is known before the term.
  private func lastSeen(before index: Int, _ fact: ChairFact) -> Day? {
    guard isSingle else { return nil }
    return terms.indices.filter { $0 != index && terms[$0].key != fact.key }
      .filter { other in !terms[other].facts.contains { $0.joint == fact.joint } }
      .compactMap { terms[$0].end.earliest ?? terms[$0].start.latest }.filter { day in
        fact.span?.hi.map { day <= $0 } ?? true
      }.max()
  }
}

extension ChairChain.Term {
  /// Adds the fact, and marks the term where it has to be assumed that the office went on between two sightings.
  fileprivate mutating func take(_ fact: ChairFact) {
    if let span = fact.span, !facts.isEmpty {
      let apart = facts.allSatisfy { !($0.span?.overlaps(span) ?? true) }
      let isSighting = fact.kind == .seen || facts.allSatisfy { $0.kind == .seen }
      if apart, isSighting || fact.kind == .start { continuityAssumed = true }
    }
    facts.append(fact)
  }

  /// Of an end told twice both must hold; where they exclude each other it lies somewhere among them.
  fileprivate mutating func end(in span: DateSpan) {
    let event = span.asEvent
    if end.isStated {
      let both = end.intersection(event)
      if both == nil { disputed.insert(.end) }
      end = both ?? end.hull(event)
    } else {
      end = event.limited(from: end.earliest, to: end.latest)
    }
    isClosed = true
  }

  /// It began before it ended, and where the beginning is told the office was held then.
  fileprivate mutating func settle() {
    start = start.limited(from: nil, to: end.latest)
    if start.isStated { hold(on: start.latest) }
    if !end.isStated { end.edtf = end.latest.flatMap { Bound.oneOf(end.earliest, $0) } }
  }

  /// The office was held on the day, so it ended then or later.
  fileprivate mutating func hold(on day: Day?) {
    guard let day else { return }
    if end.isStated {
      end = end.limited(from: day, to: nil)
    } else if end.earliest.map({ $0 < day }) ?? true {
      end.earliest = day
    }
  }
}
