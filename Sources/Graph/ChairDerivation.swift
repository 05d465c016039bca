import Formats
import Mentions
import Statements

/// Who held which office of one forum when, and how it passed on.
struct ChairDerivation {
  struct Result {
    var terms: [ChairTerm] = []
    var transitions: [ChairTransition] = []
    var discrepancies: [Discrepancy] = []
  }

  /// Offices that one holder has at a time; co-chairs, vice-chairs and the like do not end each other.
  static let singleRoles: Set<String> = ["chair", "president"]

  let forum: Party
  let termLength: TermLength?
  let successions: SuccessionSteps

  func callAsFunction(_ statements: [SourcedStatement]) -> Result {
    let chairs = statements.filter { $0.statement.kind == .chair }
    let byRole = Dictionary(grouping: chairs) { $0.statement.text(.role) ?? "chair" }
    var result = Result()
    for role in byRole.keys.sorted(by: Row.byteOrder) {
      let told = byRole[role] ?? []
      let facts = withParties(told.flatMap(ChairFact.facts))
      let lines = PartyLines(facts.compactMap(\.holder.party), successions)
      let terms = numbered(terms(facts, lines, role: role), role: role)
      result.terms += terms.map(\.row)
      result.discrepancies += clashes(terms, role: role) + disputes(terms)
    }
    result.transitions = TransitionDerivation(forum: forum)(chairs)
    return result
  }

  /// `disputed`: of a beginning or an end the facts whose dates exclude each other.
  typealias Built = (row: ChairTerm, facts: [ChairFact], disputed: Set<ChairFact.Kind>)

  /// A person who is told with one party elsewhere held the office for it here too.
  private func withParties(_ facts: [ChairFact]) -> [ChairFact] {
    var parties: [String: Set<Party>] = [:]
    for fact in facts {
      if let person = fact.holder.person, let party = fact.holder.party {
        parties[Row.slug(person), default: []].insert(party)
      }
    }
    return facts.map { fact in
      guard fact.holder.party == nil, let known = parties[Row.slug(fact.holder.person ?? "")],
        Set(known.map(\.id)).count == 1
      else { return fact }
      var copy = fact
      copy.holder.party = known.min()
      return copy
    }
  }

  private func terms(_ told: [ChairFact], _ lines: PartyLines, role: String) -> [Built] {
    let facts = told.map { fact in
      var fact = fact
      fact.line = fact.holder.party.map { lines.key($0.id) }
      return fact
    }
    let office = facts.filter { !$0.ofMeeting }
    var built: [Built] = []
    for term in ChairChain(office, isSingle: ChairDerivation.singleRoles.contains(role)).terms {
      let time = Interval(start: term.start, end: term.end)
      let row = row(term.facts, lines, role, time, assumed: term.continuityAssumed)
      built.append((row, term.facts, term.disputed))
    }
    // Two people of one party, at times that nobody tells, are two terms as far as anyone knows.
    let undated = Dictionary(grouping: office.filter { !($0.span?.isDated ?? false) }) {
      "\($0.key) \(Row.slug($0.holder.person ?? ""))"
    }
    for key in undated.keys.sorted(by: Row.byteOrder) {
      let facts = undated[key] ?? []
      let starts = facts.filter { $0.kind == .start }.compactMap { $0.span?.text }
      let ends = facts.filter { $0.kind == .end }.compactMap { $0.span?.text }
      let time = Interval(
        start: Bound(edtf: starts.min(), isStated: facts.contains { $0.kind == .start }),
        end: Bound(edtf: ends.min(), isStated: facts.contains { $0.kind == .end }))
      built.append((row(facts, lines, role, time), facts, []))
    }
    let meetings = Dictionary(grouping: facts.filter(\.ofMeeting)) { "\($0.key) \($0.span?.text ?? "")" }
    for key in meetings.keys.sorted(by: Row.byteOrder) {
      let facts = meetings[key] ?? []
      let span = facts.first?.span
      let time = Interval(
        start: Bound(latest: span?.hi, edtf: Bound.oneOf(nil, span?.hi)), end: Bound(earliest: span?.lo))
      built.append((row(facts, lines, role, time, ofMeeting: true), facts, []))
    }
    return built
  }

  private func row(
    _ facts: [ChairFact], _ lines: PartyLines, _ role: String, _ time: Interval, assumed: Bool = false,
    ofMeeting: Bool = false
  ) -> ChairTerm {
    let party = lines.newest(facts.compactMap(\.holder.party))
    let persons = Dictionary(grouping: facts.compactMap(\.holder.person)) { Row.slug($0) }
    let person = persons.count == 1 ? persons.values.first?.min(by: Row.byteOrder) : nil
    let seen = facts.filter { $0.kind == .seen }.compactMap { fact -> Seen? in
      guard let span = fact.span, let lo = span.lo, let hi = span.hi else { return nil }
      return Seen(earliest: lo, latest: hi, edtf: span.text)
    }
    return ChairTerm(
      id: "", forum: forum, role: role, holder: Holder(party: party, person: person), time: time,
      seen: Set(seen).sorted { ($0.earliest, $0.latest, $0.edtf ?? "") < ($1.earliest, $1.latest, $1.edtf ?? "") },
      continuityAssumed: assumed, ofMeeting: ofMeeting, termLength: termLength,
      statements: Row.ids(facts.map(\.statement)))
  }

  /// By time, undated ones last, with their ids.
  private func numbered(_ terms: [Built], role: String) -> [Built] {
    let rolePart = role == "chair" ? "" : Row.slug(role) + "/"
    let sorted = terms.sorted { a, b in
      let (left, right) = (a.row.order, b.row.order)
      if left != right { return left.lexicographicallyPrecedes(right) }
      let (one, other) = (a.facts.first?.key ?? "", b.facts.first?.key ?? "")
      if one != other { return Row.byteOrder(one, other) }
      return Row.byteOrder(a.row.statements.joined(), b.row.statements.joined())
    }
    let named = sorted.map { term -> Built in
      var row = term.row
      let holder = row.holder.party.map { Row.key($0.id) } ?? "person-" + Row.slug(row.holder.person ?? "")
      row.id = "chair/\(Row.forumKey(forum))/\(rolePart)\(holder)"
      return (row, term.facts, term.disputed)
    }
    return zip(Row.numberedFromOne(named.map(\.row), id: \.id), named).map { ($0, $1.facts, $1.disputed) }
  }

  /// Two holders on one day, in an office that has one, with no handover between them on it and not told jointly.
  private func clashes(_ terms: [Built], role: String) -> [Discrepancy] {
    guard ChairDerivation.singleRoles.contains(role) else { return [] }
    var found: [Discrepancy] = []
    for (index, one) in terms.enumerated() where !one.row.ofMeeting {
      for other in terms[(index + 1)...] where !other.row.ofMeeting {
        guard one.row.holder.party?.id != other.row.holder.party?.id || one.row.holder.party == nil,
          let first = [one.row.time.start.latest, other.row.time.start.latest].allPresent()?.max(),
          let last = [one.row.time.end.earliest, other.row.time.end.earliest].allPresent()?.min(), first <= last,
          first != last || !isHandover(one.row, other.row, on: first),
          Set(one.facts.map(\.joint)).isDisjoint(with: other.facts.map(\.joint))
        else { continue }
        let days = first == last ? "on \(first)" : "from \(first) to \(last)"
        let names = [one.row, other.row].map { $0.holder.party?.label ?? $0.holder.person ?? "" }
        found.append(
          Discrepancy(
            id: "discrepancy/holders-differ/\(Row.forumKey(forum))/\(first)", kind: .holdersDiffer, forum: forum,
            subjects: [one.row.id, other.row.id],
            summary: "\(forum.label): two holders of the role \(role) \(days): \(names.joined(separator: " and "))",
            statements: Set(one.row.statements + other.row.statements).sorted(by: Row.byteOrder)))
      }
    }
    return found
  }

  /// Beginnings and ends that are told with dates that exclude each other; the two sides of one handover once.
  private func disputes(_ terms: [Built]) -> [Discrepancy] {
    var seen: Set<[String]> = []
    var found: [Discrepancy] = []
    for kind in [ChairFact.Kind.start, .end] {
      for term in terms where term.disputed.contains(kind) {
        // An end may be told together with a beginning.
        let told = term.facts.compactMap { fact in
          (fact.kind == kind ? fact.span : kind == .end ? fact.termEnd : nil).map { (fact: fact, span: $0) }
        }
        let statements = Row.ids(told.map(\.fact.statement))
        guard seen.insert(statements).inserted else { continue }
        let dates = Set(told.map(\.span.text)).sorted(by: Row.byteOrder).joined(separator: " and ")
        let holder = term.row.holder.party?.label ?? term.row.holder.person ?? ""
        let what = kind == .start ? "took" : "left"
        found.append(
          Discrepancy(
            id: "discrepancy/dates-differ/\(term.row.id.dropFirst("chair/".count))", kind: .datesDiffer, forum: forum,
            subjects: [term.row.id],
            summary: "\(forum.label): \(holder) \(what) the role \(term.row.role) at different times: \(dates)",
            statements: statements))
      }
    }
    return found
  }

  private func isHandover(_ a: ChairTerm, _ b: ChairTerm, on day: Day) -> Bool {
    [a.time.end, b.time.end, a.time.start, b.time.start].contains {
      $0.isStated && ($0.earliest.map { $0 <= day } ?? true) && ($0.latest.map { day <= $0 } ?? true)
    }
  }
}

extension ChairTerm {
  /// Place in time, undated ones last.
  fileprivate var order: [Int] {
    let start = time.start.latest ?? time.end.earliest ?? time.start.earliest
    return [start, time.end.latest, time.end.earliest].map { $0?.number ?? Int.max }
  }
}

extension Array {
  /// The values, if none is nil.
  fileprivate func allPresent<Wrapped>() -> [Wrapped]? where Element == Wrapped? {
    contains { $0 == nil } ? nil : compactMap(\.self)
  }
}
