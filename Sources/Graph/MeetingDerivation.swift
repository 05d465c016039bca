import Formats
import Mentions
import Statements

/// Meetings and attendances of one forum: statements about one gathering become one meeting.
struct MeetingDerivation {
  struct Result {
    var meetings: [Meeting] = []
    var attendances: [Attendance] = []
    /// The statements of each meeting and of those who attended, in the order of `meetings`.
    var gatherings: [[SourcedStatement]] = []
    var discrepancies: [Discrepancy] = []
  }

  let forum: Party
  let successions: SuccessionSteps

  func callAsFunction(_ statements: [SourcedStatement]) -> Result {
    let relevant = statements.filter { $0.statement.kind == .meeting || $0.statement.kind == .attendance }
    let clusters = MeetingClusters(relevant).clusters
    let rows = clusters.map { (cluster: $0, meeting: meeting($0)) }
      .sorted { a, b in
        let (left, right) = (a.cluster.order, b.cluster.order)
        if left != right { return left.lexicographicallyPrecedes(right) }
        return (a.meeting.id, a.meeting.statements.joined()) < (b.meeting.id, b.meeting.statements.joined())
      }
    var result = Result()
    result.meetings = Row.numbered(rows.map(\.meeting), id: \.id)
    result.gatherings = rows.map(\.cluster.statements)
    let check = MeetingCheck(forum: forum)
    for (meeting, statements) in zip(result.meetings, result.gatherings) {
      result.attendances += attendances(of: meeting, statements)
      result.discrepancies += check(meeting, statements)
    }
    return result
  }

  private func meeting(_ cluster: MeetingClusters.Cluster) -> Meeting {
    let statements = cluster.statements
    let told = statements.filter { $0.statement.kind == .meeting }
    let ordinal = Row.choose(told.compactMap { s in s.statement.number(.ordinal).map { ($0, s) } }) { "\(10_000 + $0)" }
    let date = cluster.date
    let time = date.map { Interval(start: $0.first, end: $0.last) } ?? Interval()
    let counts = told.compactMap { s in
      s.statement.number(.represented).map { (Count(number: $0, unit: s.statement.text(.unit)), s) }
    }
    let count = Row.choose(counts) { "\($0.unit ?? "") \(1_000_000 - $0.number)" }
    let hosts = Set(told.flatMap { $0.statement.names(.host) }.map(Row.party))
    return Meeting(
      id: "meeting/\(Row.forumKey(forum))/\(key(date, ordinal, statements))", forum: forum,
      name: text(.name, told), ordinal: ordinal, date: date?.text, time: time, place: text(.place, told),
      venue: text(.venue, told), country: text(.country, told), hosts: Party.oneForId(hosts), mode: text(.mode, told),
      represented: count?.number, unit: count?.unit, level: text(.level, told), status: status(told),
      statements: Row.ids(told.isEmpty ? statements : told))
  }

  private struct Count: Hashable {
    var number: Int
    var unit: String?
  }

  private func text(_ key: Statement.Key, _ told: [SourcedStatement]) -> String? {
    Row.choose(told.compactMap { statement in value(key, statement.statement).map { ($0, statement) } })
  }
  private func value(_ key: Statement.Key, _ statement: Statement) -> String? {
    statement.text(key) ?? statement.name(key)?.label
  }

  /// What happened outweighs what was planned.
  private func status(_ told: [SourcedStatement]) -> Meeting.Status? {
    let all = Set(told.compactMap { $0.statement.text(.status).flatMap(Meeting.Status.init) })
    return [Meeting.Status.held, .cancelled, .planned].first(where: all.contains)
  }

  /// Forum and start, else ordinal, else the first statement.
  private func key(_ date: DateSpan?, _ ordinal: Int?, _ statements: [SourcedStatement]) -> String {
    if let date, let start = date.first.edtf ?? date.last.edtf { return start }
    if let ordinal { return String(ordinal) }
    return Row.ids(statements).first ?? "undated"
  }

  private func attendances(of meeting: Meeting, _ statements: [SourcedStatement]) -> [Attendance] {
    let told = statements.filter { $0.statement.kind == .attendance && $0.statement.name(.agency) != nil }
    let lines = PartyLines(told.compactMap { $0.statement.name(.agency).map(Row.party) }, successions)
    let byLine = Dictionary(grouping: told) { lines.key($0.statement.name(.agency)?.id ?? "") }
    let rows = byLine.values.map { group -> Attendance in
      let names = group.compactMap { $0.statement.name(.agency).map(Row.party) }
      let day = meeting.time.start.latest ?? meeting.time.start.earliest
      let party = lines.valid(names, on: day) ?? Party(id: "", label: "")
      let written = Row.choose(
        group.compactMap { s in s.statement.name(.agency)?.asWritten.map { (value: $0, by: s) } })
      let classes = group.map { (value: $0.statement.text(.class) ?? "participant", by: $0) }
      return Attendance(
        id: "attendance/\(meeting.id.dropFirst("meeting/".count))/\(Row.key(party.id))", meeting: meeting.id,
        forum: forum,
        party: party, class: Row.choose(classes) ?? "participant", asWritten: written, statements: Row.ids(group))
    }
    return rows.sorted { Row.byteOrder($0.id, $1.id) }
  }
}

extension Party {
  /// Sorted by id, one label for each.
  static func oneForId(_ parties: Set<Party>) -> [Party] {
    var seen: Set<String> = []
    return parties.sorted(by: <).filter { seen.insert($0.id).inserted }
  }
}
