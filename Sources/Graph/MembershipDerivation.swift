import Formats
import Mentions
import Statements

/// Memberships, their events and the stated totals of one forum.
struct MembershipDerivation {
  struct Result {
    var memberships: [Membership] = []
    var events: [MembershipEvent] = []
    var totals: [MembershipTotal] = []
    var discrepancies: [Discrepancy] = []
  }

  /// A membership statement that could be read.
  struct Step {
    var statement: SourcedStatement
    var party: Party
    var kind: MembershipEvent.Kind
    var `class`: String
    var span: DateSpan?
    var isPlanned: Bool

    init?(_ statement: SourcedStatement) {
      guard statement.statement.kind == .membership, let name = statement.statement.name(.member),
        let kind = statement.statement.text(.event).flatMap(MembershipEvent.Kind.init)
      else { return nil }
      self.statement = statement
      self.kind = kind
      party = Row.party(name)
      `class` = statement.statement.text(.class) ?? "member"
      span = DateSpan(statement.statement.text(.date))
      isPlanned = statement.statement.text(.status) == "planned"
    }
  }

  private struct Group: Hashable {
    /// The newest party of a line.
    var party: String
    var `class`: String
  }

  let forum: Party
  let successions: SuccessionSteps

  func callAsFunction(_ statements: [SourcedStatement]) -> Result {
    let steps = statements.compactMap(Step.init)
    let lines = PartyLines(steps.map(\.party), successions)
    let groups = Dictionary(grouping: steps) { Group(party: lines.key($0.party.id), class: $0.class) }
    var result = Result()
    for group in groups.keys.sorted(by: { a, b in
      a.party == b.party ? Row.byteOrder(a.class, b.class) : Row.byteOrder(a.party, b.party)
    }) {
      let steps = groups[group] ?? []
      for (_, same) in Dictionary(grouping: steps, by: \.party.id).sorted(by: { Row.byteOrder($0.key, $1.key) }) {
        let party = same.map(\.party).min() ?? Party(id: group.party, label: group.party)
        result.events += events(same, party, group.class)
      }
      let names = names(lines.names(group.party), steps)
      guard let party = names.last?.party else { continue }
      let line = MembershipLine(
        forum: forum, party: party, names: names.count > 1 ? names : [], class: group.class,
        ends: lines.ends[group.party])(steps)
      result.memberships += line.memberships
      result.discrepancies += line.discrepancies
    }
    result.discrepancies += clashes(result.memberships)
    result.events = Row.numberedFromOne(result.events, id: \.id)
    result.totals = totals(statements)
    return result
  }

  /// The names of a line that these steps bear; where nobody tells when one began, it is seen by a day at the latest.
  private func names(_ line: [PartyName], _ steps: [Step]) -> [PartyName] {
    let told = Dictionary(grouping: steps, by: \.party.id)
    let names = line.filter { told[$0.party.id] != nil }
    return names.enumerated().map { index, name in
      guard index > 0 else { return PartyName(party: name.party) }
      guard name.since.isUnknown, let day = (told[name.party.id] ?? []).compactMap({ $0.span?.hi }).min() else {
        return name
      }
      return PartyName(party: name.party, since: Bound(latest: day, edtf: Bound.oneOf(nil, day)))
    }
  }

  /// A party that is certain to be in two classes on one day.
  private func clashes(_ memberships: [Membership]) -> [Discrepancy] {
    let byParty = Dictionary(grouping: memberships, by: \.party.id)
    return byParty.keys.sorted(by: Row.byteOrder).flatMap { id -> [Discrepancy] in
      let rows = byParty[id] ?? []
      return rows.enumerated().flatMap { index, one in
        rows[(index + 1)...].compactMap { other -> Discrepancy? in
          guard one.class != other.class, let first = one.time.certainDays, let second = other.time.certainDays,
            first.overlaps(second)
          else { return nil }
          let day = max(first.lowerBound, second.lowerBound)
          return Discrepancy(
            id: "discrepancy/class-differs/\(Row.forumKey(forum))/\(Row.key(id))", kind: .classDiffers, forum: forum,
            subjects: [one.id, other.id],
            summary: "\(one.party.label) in \(forum.label): \(one.class) and \(other.class) on \(day)",
            statements: Set(one.statements + other.statements).sorted(by: Row.byteOrder))
        }
      }
    }
  }

  /// One event a kind, class and date, from all reports that tell of it.
  private func events(_ steps: [Step], _ party: Party, _ class: String) -> [MembershipEvent] {
    struct Key: Hashable {
      var kind: MembershipEvent.Kind
      var date: String?
      var isPlanned: Bool
    }
    let groups = Dictionary(grouping: steps) { Key(kind: $0.kind, date: $0.span?.text, isPlanned: $0.isPlanned) }
    let rows = groups.map { key, group in
      let ordinals = group.compactMap { s in s.statement.statement.number(.ordinal).map { (value: $0, by: s.statement) }
      }
      return MembershipEvent(
        id: "membership-event/\(Row.forumKey(forum))/\(Row.key(party.id))/\(key.kind.rawValue)", forum: forum,
        party: party, kind: key.kind, class: `class`, time: group.first?.span?.asEvent ?? .unknown,
        ordinal: Row.choose(ordinals) { "\(10_000 + $0)" }, isPlanned: key.isPlanned,
        statements: Row.ids(group.map(\.statement)))
    }
    return rows.sorted { a, b in
      (a.time.order, a.id, a.time.edtf ?? "", a.isPlanned ? 1 : 0) < (
        b.time.order, b.id, b.time.edtf ?? "", b.isPlanned ? 1 : 0
      )
    }
  }

  private func totals(_ statements: [SourcedStatement]) -> [MembershipTotal] {
    struct Key: Hashable {
      var count: Int
      var unit: String?
      var `class`: String?
      var isApproximate: Bool
      var date: String?
    }
    let told = statements.filter { $0.statement.kind == .membershipTotal && $0.statement.number(.count) != nil }
    let groups = Dictionary(grouping: told) { item in
      let statement = item.statement
      return Key(
        count: statement.number(.count) ?? 0, unit: statement.text(.unit), class: statement.text(.class),
        isApproximate: statement.flag(.approximate), date: statement.text(.asOf) ?? statement.text(.date))
    }
    let rows = groups.map { key, group in
      MembershipTotal(
        id: "membership-total/\(Row.forumKey(forum))/\(key.date ?? "undated")/\(key.count)", forum: forum,
        count: key.count, unit: key.unit, class: key.class, isApproximate: key.isApproximate,
        asOf: DateSpan(key.date)?.asTold ?? .unknown, statements: Row.ids(group))
    }
    let sorted = rows.sorted { a, b in
      (a.asOf.order, a.id, a.class ?? "", a.unit ?? "", a.isApproximate ? 1 : 0)
        < (b.asOf.order, b.id, b.class ?? "", b.unit ?? "", b.isApproximate ? 1 : 0)
    }
    return Row.numbered(sorted, id: \.id)
  }
}

extension Bound {
  /// For sorting by time; unknown ones are last.
  var order: Int { earliest?.number ?? latest?.number ?? Int.max }
}

extension DateSpan {
  /// The date as it is told, for what is true at it.
  var asTold: Bound { Bound(earliest: lo, latest: hi, edtf: text, isStated: true) }
}

extension Row {
  /// Appends `/1`, `/2`, … to equal ids, in the order given.
  static func numberedFromOne<Element>(_ rows: [Element], id: WritableKeyPath<Element, String>) -> [Element] {
    var counts: [String: Int] = [:]
    return rows.map { row in
      var copy = row
      counts[row[keyPath: id], default: 0] += 1
      copy[keyPath: id] += "/\(counts[row[keyPath: id]] ?? 1)"
      return copy
    }
  }
}
