import Formats
import Mentions
import Statements

/// The handovers, elections and plans for an office, each once for all reports that tell of it.
struct TransitionDerivation {
  let forum: Party

  func callAsFunction(_ statements: [SourcedStatement]) -> [ChairTransition] {
    var rows: [ChairTransition] = []
    for group in groups(statements) { rows.append(row(group)) }
    rows = confirmed(rows)
    let sorted = rows.sorted { a, b in
      (a.time.order, a.id, a.statements.joined()) < (b.time.order, b.id, b.statements.joined())
    }
    return Row.numbered(sorted, id: \.id)
  }

  /// A plan that was carried out is told with the handover that it became.
  private func confirmed(_ rows: [ChairTransition]) -> [ChairTransition] {
    var done = rows.filter { $0.kind != .planned }
    let open = rows.filter { plan in
      guard plan.kind == .planned, let range = plan.time.days else { return plan.kind == .planned }
      let index = done.firstIndex { row in
        row.role == plan.role && ChairFact.key(row.to) == ChairFact.key(plan.to)
          && (row.time.days.map { $0.overlaps(range) } ?? false)
      }
      guard let index else { return true }
      done[index].statements = Set(done[index].statements + plan.statements).sorted(by: Row.byteOrder)
      return false
    }
    return done + open
  }

  private struct Key: Hashable {
    var kind: ChairTransition.Kind
    var role: String
    var holder: String
  }

  /// Statements of one kind, office and holder, with dates that can be the same and predecessors that agree.
  private func groups(_ statements: [SourcedStatement]) -> [[SourcedStatement]] {
    var byKey: [Key: [SourcedStatement]] = [:]
    for item in statements {
      guard let kind = item.statement.text(.event).flatMap(ChairTransition.Kind.init) else { continue }
      let holder = Holder(party: item.statement.name(.to).map(Row.party), person: item.statement.text(.person))
      let role = item.statement.text(.role) ?? "chair"
      byKey[Key(kind: kind, role: role, holder: ChairFact.key(holder)), default: []].append(item)
    }
    return byKey.values.flatMap { same -> [[SourcedStatement]] in
      var groups: [[SourcedStatement]] = []
      for item in same.sorted(by: earlier) {
        let index = groups.firstIndex { group in group.allSatisfy { agree($0, item) } }
        if let index { groups[index].append(item) } else { groups.append([item]) }
      }
      return groups
    }
  }

  /// The most exact dates first, so that a vague one joins what it fits.
  private func earlier(_ a: SourcedStatement, _ b: SourcedStatement) -> Bool {
    let (left, right) = (DateSpan(a.statement.text(.date)), DateSpan(b.statement.text(.date)))
    let (l, r) = (left?.length ?? Int.max, right?.length ?? Int.max)
    return (l, left?.lo?.number ?? 0, a.id) < (r, right?.lo?.number ?? 0, b.id)
  }

  private func agree(_ a: SourcedStatement, _ b: SourcedStatement) -> Bool {
    let (left, right) = (DateSpan(a.statement.text(.date)), DateSpan(b.statement.text(.date)))
    guard (left?.isDated ?? false) == (right?.isDated ?? false) else { return false }
    if let left, let right, !left.overlaps(right) { return false }
    let (from, other) = (Set(a.statement.names(.from).map(\.id)), Set(b.statement.names(.from).map(\.id)))
    return from.isEmpty || other.isEmpty || from == other
  }

  private func row(_ group: [SourcedStatement]) -> ChairTransition {
    let first = group[0].statement
    let kind = first.text(.event).flatMap(ChairTransition.Kind.init) ?? .transition
    let role = first.text(.role) ?? "chair"
    let to = Party.oneForId(Set(group.flatMap { $0.statement.names(.to) }.map(Row.party))).first
    let spans = group.compactMap { DateSpan($0.statement.text(.date))?.asEvent }
    let time = spans.dropFirst().reduce(spans.first ?? .unknown) { $0.intersection($1) ?? $0 }
    let person = text(.person, group)
    let holder = Holder(party: to, person: person)
    let kindPart = kind == .transition ? "" : "\(kind.rawValue)/"
    let rolePart = role == "chair" ? "" : "\(Row.slug(role))/"
    let holderPart = to.map { Row.key($0.id) } ?? "person-" + Row.slug(person ?? "unnamed")
    let date = first.text(.date) ?? "undated"
    return ChairTransition(
      id: "chair-transition/\(Row.forumKey(forum))/\(rolePart)\(kindPart)\(Row.slug(date))/\(holderPart)",
      forum: forum, role: role, kind: kind,
      from: Party.oneForId(Set(group.flatMap { $0.statement.names(.from) }.map(Row.party))).filter {
        $0.id != forum.id
      },
      fromPerson: text(.fromPerson, group), to: holder, time: time,
      until: DateSpan(text(.until, group))?.asTold ?? .unknown, statements: Row.ids(group))
  }

  private func text(_ key: Statement.Key, _ group: [SourcedStatement]) -> String? {
    Row.choose(group.compactMap { s in s.statement.text(key).map { (value: $0, by: s) } })
  }
}

extension Bound {
  /// The days between its sides; nil if one is open.
  fileprivate var days: ClosedRange<Day>? {
    guard let earliest, let latest, earliest <= latest else { return nil }
    return earliest...latest
  }
}
