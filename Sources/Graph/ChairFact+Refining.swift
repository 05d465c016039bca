import Formats

extension ChairFact {
  /// The same facts, where what is told several times of one event, with dates that can be the same, has the date that fits
  /// them all. Both sides of a handover happen at once.
  static func refined(_ facts: [ChairFact]) -> [ChairFact] {
    var facts = facts
    refine(.start, &facts)
    share(.start, &facts)
    refine(.end, &facts)
    share(.end, &facts)
    return facts
  }

  /// The most exact dates come first; a vague one joins the one event that it fits.
  private static func refine(_ kind: Kind, _ facts: inout [ChairFact]) {
    let told = facts.indices.filter { facts[$0].kind == kind && facts[$0].span?.isDated ?? false }
      .sorted { a, b in order(facts[a]) < order(facts[b]) }
    var events: [String: [(span: DateSpan, facts: [Int])]] = [:]
    for index in told {
      guard let span = facts[index].span else { continue }
      let known = events[facts[index].key] ?? []
      let fitting = known.indices.filter { known[$0].span.overlaps(span) }
      if fitting.count == 1, let event = fitting.first {
        events[facts[index].key]?[event].span = known[event].span.narrowed(by: span)
        events[facts[index].key]?[event].facts.append(index)
      } else {
        events[facts[index].key, default: []].append((span, [index]))
      }
    }
    for event in events.values.joined() {
      for index in event.facts { facts[index].span = event.span }
    }
  }

  private static func order(_ fact: ChairFact) -> (Int, Int, String) {
    (fact.span?.length ?? Int.max, fact.span?.lo?.number ?? fact.span?.hi?.number ?? 0, fact.statement.id)
  }

  /// Gives the other side of each statement's handover the date of its `kind`.
  private static func share(_ kind: Kind, _ facts: inout [ChairFact]) {
    let spans = Dictionary(
      facts.filter { $0.kind == kind }.map { ($0.statement.id, $0.span) }, uniquingKeysWith: { first, _ in first })
    for index in facts.indices where facts[index].kind != kind && facts[index].kind != .seen {
      if let span = spans[facts[index].statement.id] { facts[index].span = span }
    }
  }
}
