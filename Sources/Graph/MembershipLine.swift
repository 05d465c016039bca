import Formats
import Statements

/// The memberships of one party in one class: a leaving ends one, what is told of later times is another.
struct MembershipLine {
  typealias Step = MembershipDerivation.Step

  let forum: Party
  let party: Party
  let names: [PartyName]
  let `class`: String
  /// When the party ended that another continues in a line of its own.
  let ends: Bound?

  func callAsFunction(_ steps: [Step]) -> (memberships: [Membership], discrepancies: [Discrepancy]) {
    // An application or an announced leaving makes no fact.
    let facts = steps.filter { $0.kind != .applied && !$0.isPlanned }
    var memberships: [Membership] = []
    var discrepancies: [Discrepancy] = []
    for stretch in stretches(facts) {
      let number = memberships.count + 1
      let classPart = `class` == "member" ? "" : "\(Row.slug(`class`))/"
      let id = "membership/\(Row.forumKey(forum))/\(Row.key(party.id))/\(classPart)\(number)"
      let (membership, contradictions) = membership(stretch, id: id)
      memberships.append(membership)
      discrepancies += contradictions
    }
    return (memberships, discrepancies)
  }

  /// Steps parted by the leavings, the undated ones in the first part.
  private func stretches(_ steps: [Step]) -> [[Step]] {
    let leavings = steps.filter { $0.kind == .withdrew && $0.span?.hi != nil }
    var ends: [DateSpan] = []
    for span in leavings.compactMap(\.span).sorted(by: <) where !(ends.last?.overlaps(span) ?? false) {
      ends.append(span)
    }
    var parts = [[Step]](repeating: [], count: ends.count + 1)
    for step in steps {
      guard let span = step.span, span.isDated else {
        parts[0].append(step)
        continue
      }
      let part = ends.firstIndex { end in
        if step.kind == .withdrew { return end.overlaps(span) }
        guard let day = span.lo ?? span.hi, let leaving = end.hi else { return false }
        return day <= leaving
      }
      parts[part ?? ends.count].append(step)
    }
    return parts.filter { !$0.isEmpty }
  }

  private func membership(_ steps: [Step], id: String) -> (Membership, [Discrepancy]) {
    let joinings = steps.filter { $0.kind == .joined || $0.kind == .founded }
    let leavings = steps.filter { $0.kind == .withdrew }
    let listings = steps.filter { $0.kind == .listed }
    var discrepancies: [Discrepancy] = []

    let joined = told(joinings)
    if joined.contradicts {
      discrepancies.append(discrepancy(.joinedTwice, id, joinings, "joined with dates that exclude each other"))
    }
    var time = Interval(start: joined.bound ?? .unknown, end: told(leavings).bound ?? .unknown)
    let seenLatest = listings.compactMap { $0.span?.hi }.min()
    // What was joined by a day holds on it; what is seen some time in a month holds on no day of it for sure.
    let held = (listings.compactMap { $0.span?.lo } + [joined.bound?.latest].compactMap(\.self)).max()
    if let limit = [seenLatest, time.end.latest].compactMap(\.self).min() {
      if let earliest = time.start.earliest, limit < earliest {
        time.start.earliest = nil
        time.start.latest = limit
        time.start.edtf = Bound.oneOf(nil, limit)
        discrepancies.append(
          discrepancy(.joinedTwice, id, joinings + listings + leavings, "a member before the date of joining"))
      } else {
        time.start = time.start.limited(from: nil, to: limit)
      }
    }
    if time.end.isStated {
      time.end = time.end.limited(from: held, to: nil)
    } else {
      time.end.earliest = held
      if let last = ends?.latest {
        time.end = time.end.limited(from: nil, to: last)
        time.end.edtf = time.end.latest.flatMap { Bound.oneOf(time.end.earliest, $0) }
      }
    }
    let ordinals = steps.compactMap { s in s.statement.statement.number(.ordinal).map { (value: $0, by: s.statement) } }
    let membership = Membership(
      id: id, forum: forum, party: party, class: `class`, time: time,
      isFounder: steps.contains { $0.kind == .founded }, ordinal: Row.choose(ordinals) { "\(10_000 + $0)" },
      names: names,
      statements: Row.ids(steps.map(\.statement)))
    return (membership, discrepancies)
  }

  /// One event from all that is told of it; told with dates that exclude each other it lies somewhere among them.
  private func told(_ steps: [Step]) -> (bound: Bound?, contradicts: Bool) {
    let bounds = steps.compactMap(\.span).filter(\.isDated).sorted(by: <).map(\.asEvent)
    guard let first = bounds.first else { return (steps.isEmpty ? nil : Bound(isStated: true), false) }
    var common: Bound? = first
    for bound in bounds.dropFirst() { common = common?.intersection(bound) }
    if let common { return (common, false) }
    return (bounds.dropFirst().reduce(first) { $0.hull($1) }, true)
  }

  private func discrepancy(_ kind: Discrepancy.Kind, _ id: String, _ steps: [Step], _ what: String) -> Discrepancy {
    Discrepancy(
      id: "discrepancy/\(kind.rawValue)/\(Row.forumKey(forum))/\(Row.key(party.id))", kind: kind, forum: forum,
      subjects: [id], summary: "\(party.label) in \(forum.label): \(what)", statements: Row.ids(steps.map(\.statement)))
  }
}
