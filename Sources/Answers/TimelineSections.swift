import Formats
import Graph

/// The sections of a timeline.
struct TimelineSections {
  let facts: TimelineFacts
  let marks: TimelineMarks
  let kind: Timeline.Kind?

  // MARK: A forum

  func ofForum() -> [Timeline.Section] {
    var sections = offices()
    let classes = Dictionary(grouping: facts.graph.memberships, by: \.class)
    for name in classes.keys.sorted(by: Self.isEarlierClass) {
      sections.append(members(classes[name] ?? [], of: name))
    }
    let meetings = facts.graph.meetings.compactMap { marks.mark($0) }
    sections.append(section("Meetings", .strip, .meeting, [row(facts.subject.label, meetings)], gaps: []))
    if kind == .meetings { sections.append(attendances()) }
    return sections
  }

  private static func isEarlierClass(_ a: String, _ b: String) -> Bool {
    a == "member" || b == "member" ? a == "member" && b != "member" : a < b
  }

  /// One strip an office, the leading ones first.
  private func offices() -> [Timeline.Section] {
    let roles = Dictionary(grouping: facts.graph.chairTerms, by: \.role)
    let leading = TimelineBuilder.leadingRoles.filter { roles[$0] != nil }
    return (leading + Set(roles.keys).subtracting(leading).sorted()).map { role in
      let found = (roles[role] ?? []).compactMap(marks.mark)
      return section(
        Self.capitalized(role), .strip, .term, [row(Self.capitalized(role), found)], gaps: gaps(between: found))
    }
  }

  /// One row a party, whatever its name was at the time.
  private func members(_ memberships: [Membership], of name: String) -> Timeline.Section {
    let title = name == "member" ? "Members" : Self.capitalized(Self.plural(name))
    return section(title, .rows, .membership, byParty(memberships) { ($0.party, marks.mark($0)) }, gaps: [])
  }

  private func attendances() -> Timeline.Section {
    let meetings = Dictionary(facts.graph.meetings.map { ($0.id, $0) }) { first, _ in first }
    let rows = byParty(facts.graph.attendances) { attendance in
      (
        attendance.party,
        meetings[attendance.meeting].flatMap { marks.mark($0, attendance: attendance.statements) }
      )
    }
    return section("Who came", .rows, .meeting, rows, gaps: [])
  }

  // MARK: Parties

  func ofParties(_ parties: [Party]) -> [Timeline.Section] {
    let lines = PartyLines(Set(parties.map(\.id)), facts.graph.successions)
    let groups = parties.map { lines.line(of: $0.id) }.reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return groups.flatMap { group in
      let ids = Set(parties.map(\.id).filter { lines.line(of: $0) == group })
      let name = parties.first { $0.id == group }?.label ?? group
      return ofParty(ids, called: groups.count > 1 ? "\(name): " : "")
    }
  }

  private func ofParty(_ ids: Set<String>, called name: String) -> [Timeline.Section] {
    let memberships = facts.graph.memberships.filter { ids.contains($0.party.id) }
    let terms = facts.graph.chairTerms.filter { $0.holder.party.map { ids.contains($0.id) } ?? false }
    let came = Dictionary(grouping: facts.graph.attendances.filter { ids.contains($0.party.id) }, by: \.meeting)
      .mapValues { $0.flatMap(\.statements) }
    let meetings = facts.graph.meetings.filter { meeting in
      came[meeting.id] != nil || meeting.hosts.contains { ids.contains($0.id) }
    }
    func title(_ words: String) -> String { name.isEmpty ? Self.capitalized(words) : name + words }
    return [
      section(
        title("member of"), .rows, .membership,
        byForum(memberships, \.forum, \.class) { membership in
          marks.mark(membership).map { Self.labelled($0, membership.party.label) }
        }, gaps: []),
      section(
        title("offices held in"), .rows, .term, byForum(terms, \.forum, \.role, marks.mark), gaps: []),
      section(
        title("at meetings of"), .rows, .meeting,
        byForum(meetings, \.forum, { _ in "" }) { marks.mark($0, attendance: came[$0.id] ?? []) }, gaps: []),
    ]
  }

  private static func labelled(_ mark: Timeline.Mark, _ label: String) -> Timeline.Mark {
    var mark = mark
    mark.label = label
    return mark
  }

  // MARK: Rows

  private func byParty<Fact>(_ all: [Fact], _ mark: (Fact) -> (Party, Timeline.Mark?)) -> [Timeline.Row] {
    let found = all.map(mark).compactMap { party, mark in mark.map { (party, $0) } }
    let lines = PartyLines(Set(found.map(\.0.id)), facts.graph.successions)
    return Dictionary(grouping: found) { lines.line(of: $0.0.id) }.map { line, members in
      let labels = members.sorted { Self.isEarlier($0.1, $1.1) }.map(\.0)
      let label = labels.first { $0.id == line }?.label ?? labels.last?.label ?? line
      var row = self.row(label, members.map(\.1))
      row.formerly = labels.map(\.label).reduce(into: []) { if $1 != label && !$0.contains($1) { $0.append($1) } }
      return row
    }
  }

  private struct ForumRow: Hashable {
    var forum: Party
    /// The class or the role.
    var detail: String
  }

  private func byForum<Fact>(
    _ all: [Fact], _ forum: (Fact) -> Party, _ detail: (Fact) -> String, _ mark: (Fact) -> Timeline.Mark?
  ) -> [Timeline.Row] {
    Dictionary(grouping: all) { ForumRow(forum: forum($0), detail: detail($0)) }.map { key, facts in
      var row = row(key.forum.label, facts.compactMap(mark))
      row.detail = ["", "member", "chair"].contains(key.detail) ? nil : key.detail
      return row
    }
  }

  private func row(_ label: String, _ marks: [Timeline.Mark]) -> Timeline.Row {
    Timeline.Row(label: label, formerly: [], detail: nil, marks: marks.sorted(by: Self.isEarlier))
  }

  /// Undated marks go to a block of their own, so that none is lost; rows are sorted by the latest possible first day.
  private func section(
    _ title: String, _ form: Timeline.Section.Form, _ kind: Timeline.Mark.Kind, _ rows: [Timeline.Row],
    gaps: [Timeline.Gap]
  ) -> Timeline.Section {
    var undated: [Timeline.Mark] = []
    var dated: [Timeline.Row] = []
    for row in rows {
      var row = row
      let isNamedByRow = form == .rows && (facts.scope != .forum || kind == .meeting)
      undated += row.marks.filter(\.time.isUndated).map { isNamedByRow ? Self.labelled($0, row.label) : $0 }
      row.marks.removeAll(where: \.time.isUndated)
      if !row.marks.isEmpty { dated.append(row) }
    }
    return Timeline.Section(
      title: title, form: form, kind: kind, rows: dated.sorted(by: Self.isEarlier),
      undated: undated.sorted { ($0.label, $0.id) < ($1.label, $1.id) }, gaps: gaps)
  }

  private static func isEarlier(_ a: Timeline.Row, _ b: Timeline.Row) -> Bool {
    func key(_ row: Timeline.Row) -> (Int, String, String) {
      (row.marks.map(begun).min() ?? .max, row.label, row.detail ?? "")
    }
    return key(a) < key(b)
  }

  private static func isEarlier(_ a: Timeline.Mark, _ b: Timeline.Mark) -> Bool {
    (begun(a), a.time.end.latest?.number ?? .max, a.id) < (begun(b), b.time.end.latest?.number ?? .max, b.id)
  }

  /// The number of the latest possible first day.
  private static func begun(_ mark: Timeline.Mark) -> Int {
    (mark.time.start.latest ?? mark.time.end.earliest ?? mark.time.end.latest)?.number ?? .max
  }

  // MARK: Gaps and totals

  /// The days of the picture on which nobody is stated or presumed to hold the office.
  private func gaps(between terms: [Timeline.Mark]) -> [Timeline.Gap] {
    let sure = terms.flatMap(\.stretches).filter { $0.certainty < .possible }.sorted { $0.from < $1.from }
    guard !terms.allSatisfy(\.time.isUndated) else { return [] }
    var gaps: [Timeline.Gap] = []
    var next = marks.first
    for stretch in sure {
      if stretch.from > next { gaps.append(Timeline.Gap(from: next, to: stretch.from.adding(days: -1))) }
      next = max(next, stretch.to.adding(days: 1))
    }
    if next <= marks.last { gaps.append(Timeline.Gap(from: next, to: marks.last)) }
    return gaps
  }

  /// Of a forum: its members as drawn beside the numbers that reports state, or how many came to its meetings.
  func totals(in sections: [Timeline.Section]) -> Timeline.Totals? {
    guard facts.scope == .forum else { return nil }
    if kind == .meetings {
      return totals("Number represented", [], facts.graph.meetings.compactMap(represented))
    }
    let members = sections.first { $0.form == .rows && $0.kind == .membership }
    let steps = members.map {
      TimelineCurve(first: marks.first, last: marks.last)($0.rows, undated: Set($0.undated.map(\.label)).count)
    }
    return totals("Number of members", steps ?? [], facts.graph.membershipTotals.compactMap(count))
  }

  private func totals(
    _ title: String, _ steps: [Timeline.Totals.Step], _ counts: [Timeline.Totals.Count]
  ) -> Timeline.Totals? {
    let dated = counts.filter { !$0.asOf.isUnknown && touches($0.asOf) }
    let undated = counts.filter(\.asOf.isUnknown)
    if steps.isEmpty && dated.isEmpty && undated.isEmpty { return nil }
    return Timeline.Totals(title: title, steps: steps, counts: dated, undated: undated)
  }

  private func touches(_ bound: Bound) -> Bool {
    (bound.earliest ?? marks.first) <= marks.last && marks.first <= (bound.latest ?? marks.last)
  }

  /// What counts members of no special class, in no other unit.
  private func count(_ total: MembershipTotal) -> Timeline.Totals.Count? {
    guard total.unit == nil, total.class == nil || total.class == "member" else { return nil }
    let when = total.asOf.edtf.map { "as of \(Wording.date($0))" } ?? "at a time that no report states"
    return Timeline.Totals.Count(
      id: total.id, count: total.count, isApproximate: total.isApproximate, asOf: total.asOf,
      words: "\(total.isApproximate ? "About " : "")\(total.count) members, \(when)",
      evidence: marks.proof(total.statements))
  }

  private func represented(_ meeting: Meeting) -> Timeline.Totals.Count? {
    guard let count = meeting.represented, meeting.unit == nil else { return nil }
    let asOf = Bound(earliest: meeting.time.start.earliest, latest: meeting.time.end.latest, edtf: meeting.date)
    return Timeline.Totals.Count(
      id: meeting.id, count: count, isApproximate: false, asOf: asOf,
      words: "\(count) represented, \(meeting.date.map(Wording.date) ?? "at a time that no report states")",
      evidence: marks.proof(meeting.statements))
  }

  // MARK: Words

  private static func capitalized(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }

  /// `observers`, `participating organizations`, `cooperating states`.
  private static func plural(_ name: String) -> String { name.hasSuffix("s") ? name : name + "s" }
}
