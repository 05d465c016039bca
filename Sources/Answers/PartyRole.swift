import Formats
import Graph

/// A part that a party has in a forum: a membership, an office, a meeting it came to or was host of.
struct PartyRole {
  /// `member of`, `office in`, `came to`, `host of`.
  var relation: String
  var forum: Subject
  var id: String
  var `class`: String
  var party: Party?
  var time: Interval
  var certainty: Certainty
  var stretches: [Fact.Stretch] = []
  var statements: [String]

  static let columns = [
    Column("what", "what"), Column("class", "as"), Column("relation"), Column("forum"), Column("forum_id"),
    Column("party"), Column("party_id"),
  ]

  /// - Parameter label: the name that was asked about; another one is noted.
  func fact(called label: String) -> Fact {
    let what = "\(relation) \(forum.label)"
    let other = party.flatMap { $0.label == label ? nil : "as \($0.label)" }
    return Fact(
      id: id, name: what,
      values: [
        .text(what), .text(`class`), .text(relation), .text(forum.label), .text(forum.id), Cell(party?.label),
        Cell(party?.id),
      ],
      time: .lasting(time), certainty: certainty, stretches: stretches, notes: [other].compactMap(\.self),
      statements: statements)
  }
}

/// Finds the parts that some parties have in a forum.
struct PartyRoles {
  let parties: Set<String>
  let period: Period
  let today: Day

  func callAsFunction(in facts: ForumFacts) -> [PartyRole] {
    let memberships = facts.graph.memberships.filter { membership in
      parties.contains(membership.party.id) || membership.names.contains { parties.contains($0.party.id) }
    }
    let terms = facts.graph.chairTerms.filter { $0.holder.party.map { parties.contains($0.id) } ?? false }
    let known = (memberships.map(\.time) + terms.map(\.time)).flatMap(\.knownDays)
    let cut = StretchFinder(period, known: known, founded: facts.founded, today: today)
    func lasting(_ item: some Lasting, _ role: PartyRole) -> PartyRole {
      let stretches = cut(item)
      var role = role
      role.certainty = stretches.map(\.certainty).min() ?? .unknown
      role.stretches = stretches.filter { $0.certainty != .unknown }
      return role
    }
    return memberships.map { membership in
      lasting(
        membership,
        PartyRole(
          relation: "member of", forum: facts.forum, id: membership.id, class: membership.class,
          party: membership.party, time: membership.time, certainty: .unknown, statements: membership.statements))
    }
      + terms.map { term in
        lasting(
          term,
          PartyRole(
            relation: "office in", forum: facts.forum, id: term.id, class: term.role, party: term.holder.party,
            time: term.time, certainty: .unknown, statements: term.statements))
      } + meetings(in: facts)
  }

  private func meetings(in facts: ForumFacts) -> [PartyRole] {
    let meetings = facts.graph.meetings.sorted { ($0.days.order, $0.id) < ($1.days.order, $1.id) }
    let attendances = Dictionary(
      grouping: facts.graph.attendances.filter { parties.contains($0.party.id) }, by: \.meeting)
    return meetings.flatMap { meeting in
      let certainty = period.certainty(of: meeting.time)
      return (attendances[meeting.id] ?? []).map { attendance in
        PartyRole(
          relation: "came to", forum: facts.forum, id: attendance.id, class: attendance.class, party: attendance.party,
          time: meeting.time, certainty: certainty, statements: attendance.statements)
      }
        + meeting.hosts.filter { parties.contains($0.id) }.map { host in
          PartyRole(
            relation: "host of", forum: facts.forum, id: meeting.id, class: "host", party: host, time: meeting.time,
            certainty: certainty, statements: meeting.statements)
        }
    }
  }
}
