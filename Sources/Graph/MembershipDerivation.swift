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

  struct Group: Hashable {
    var party: String
    var `class`: String
  }

  let forum: Party

  func callAsFunction(_ statements: [SourcedStatement]) -> Result {
    let steps = statements.compactMap(Step.init)
    var labels: [String: String] = [:]
    for step in steps {
      labels[step.party.id] = [labels[step.party.id], step.party.label].compactMap(\.self).min(by: Row.byteOrder)
    }
    let groups = Dictionary(grouping: steps) { Group(party: $0.party.id, class: $0.class) }
    var result = Result()
    for group in groups.keys.sorted(by: { a, b in
      a.party == b.party ? Row.byteOrder(a.class, b.class) : Row.byteOrder(a.party, b.party)
    }) {
      let party = Party(id: group.party, label: labels[group.party] ?? group.party)
      let steps = groups[group] ?? []
      result.events += events(steps, party, group.class)
      let line = MembershipLine(forum: forum, party: party, class: group.class)(steps)
      result.memberships += line.memberships
      result.discrepancies += line.discrepancies
    }
    result.events = Row.numberedFromOne(result.events, id: \.id)
    result.totals = totals(statements)
    return result
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
