import Formats
import GRDB
import Graph

/// Writes a graph as rows.
struct FactWriter {
  private let db: Database
  /// Ids of nodes that are there, with their row numbers.
  private(set) var nodes: [String: Int64] = [:]
  private let insertFact: Statement
  private let insertEdge: Statement
  private let insertEvidence: Statement

  init(_ db: Database) throws {
    self.db = db
    insertFact = try db.cachedStatement(sql: "INSERT INTO fact (id, kind, forum) VALUES (:id, :kind, :forum)")
    insertEdge = try db.cachedStatement(
      sql: """
        INSERT INTO edge (fact, subject, predicate, object, class, person, from_edtf, from_earliest, from_latest,
          from_stated, to_edtf, to_earliest, to_latest, to_stated, is_founder, ordinal, continuity_assumed, of_meeting,
          as_written, in_vocabulary)
        VALUES (:fact, :subject, :predicate, :object, :class, :person, :fromEDTF, :fromEarliest, :fromLatest,
          :fromStated, :toEDTF, :toEarliest, :toLatest, :toStated, :isFounder, :ordinal, :assumed, :ofMeeting,
          :written, :inVocabulary)
        """)
    insertEvidence = try db.cachedStatement(
      sql: "INSERT INTO edge_evidence (fact, statement) SELECT :fact, statement FROM statement WHERE id = :id")
  }

  mutating func insert(_ graph: Graph) throws {
    for meeting in graph.meetings { try insert(meeting) }
    for attendance in graph.attendances { try insert(attendance) }
    for membership in graph.memberships { try insert(membership) }
    for event in graph.membershipEvents { try insert(event) }
    for total in graph.membershipTotals { try insert(total) }
    for term in graph.chairTerms { try insert(term) }
    for transition in graph.chairTransitions { try insert(transition) }
    for succession in graph.successions { try insert(succession) }
    for discrepancy in graph.discrepancies { try insert(discrepancy) }
  }

  /// The place of sub-bodies under their forums, as the vocabulary has it.
  mutating func insertParents() throws {
    let rows = try GRDB.Row.fetchAll(
      db,
      sql: """
        SELECT c.id AS child, p.id AS parent FROM node c JOIN node p ON p.id = c.parent_id
        WHERE c.kind = 'forum' ORDER BY c.id
        """)
    for cells in rows.map(Cells.init) {
      guard let child = cells.text("child"), let parent = cells.text("parent") else { continue }
      let fact = try self.fact("part-of/\(child)/\(parent)", "part_of", forum: nil, [])
      try edge(
        fact, from: try node(child, child), "part_of", to: try node(parent, parent), ["inVocabulary": true])
    }
  }

  // MARK: Nodes and facts

  /// A node, made if it is not there.
  private mutating func node(_ id: String, _ label: String) throws -> Int64 {
    if let known = nodes[id] { return known }
    let find = try db.cachedStatement(sql: "SELECT node FROM node WHERE id = :id")
    if let found = try Int64.fetchOne(find, arguments: ["id": id]) {
      nodes[id] = found
      return found
    }
    let prefix = id.prefix { $0 != "/" }
    let kinds = ["agency", "forum", "country", "organization", "person", "meeting"]
    let insert = try db.cachedStatement(
      sql: "INSERT INTO node (id, kind, label, in_vocabulary) VALUES (:id, :kind, :label, 0)")
    try insert.execute(arguments: [
      "id": id, "kind": kinds.first { $0 == prefix } ?? "organization", "label": label,
    ])
    nodes[id] = db.lastInsertedRowID
    return db.lastInsertedRowID
  }

  private mutating func node(_ party: Party) throws -> Int64 { try node(party.id, party.label) }

  private mutating func fact(_ id: String, _ kind: String, forum: Party?, _ statements: [String]) throws -> Int64 {
    let forum = try forum.map { try node($0) }
    try insertFact.execute(arguments: ["id": id, "kind": kind, "forum": forum])
    let fact = db.lastInsertedRowID
    for statement in statements { try insertEvidence.execute(arguments: ["fact": fact, "id": statement]) }
    return fact
  }

  private func edge(
    _ fact: Int64, from subject: Int64, _ predicate: String, to object: Int64,
    _ more: [String: (any DatabaseValueConvertible & Sendable)?], time: Interval = Interval()
  ) throws {
    var values = FactWriter.noDetails
    values.merge(FactWriter.values(of: time.start, "from")) { $1 }
    values.merge(FactWriter.values(of: time.end, "to")) { $1 }
    values.merge(more) { $1 }
    values["fact"] = fact
    values["subject"] = subject
    values["predicate"] = predicate
    values["object"] = object
    try insertEdge.execute(arguments: StatementArguments(values))
  }

  private static let noDetails: [String: (any DatabaseValueConvertible & Sendable)?] = [
    "class": nil, "person": nil, "isFounder": nil, "ordinal": nil, "assumed": nil, "ofMeeting": nil, "written": nil,
    "inVocabulary": nil,
  ]

  static func values(of bound: Bound, _ name: String) -> [String: (any DatabaseValueConvertible & Sendable)?] {
    [
      name + "EDTF": bound.edtf, name + "Earliest": bound.earliest?.text, name + "Latest": bound.latest?.text,
      name + "Stated": bound.isStated,
    ]
  }

  // MARK: Kinds of rows

  private mutating func insert(_ meeting: Meeting) throws {
    let fact = try self.fact(meeting.id, "meeting", forum: meeting.forum, meeting.statements)
    let node = try self.node(meeting.id, meeting.label)
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO meeting (fact, node, name, ordinal, date_edtf, start_edtf, start_earliest, start_latest,
          start_stated, end_edtf, end_earliest, end_latest, end_stated, place, venue, country, mode, represented, unit,
          level, status)
        VALUES (:fact, :node, :name, :ordinal, :date, :startEDTF, :startEarliest, :startLatest, :startStated,
          :endEDTF, :endEarliest, :endLatest, :endStated, :place, :venue, :country, :mode, :represented, :unit, :level,
          :status)
        """)
    var values: [String: (any DatabaseValueConvertible & Sendable)?] = [
      "fact": fact, "node": node, "name": meeting.name, "ordinal": meeting.ordinal, "date": meeting.date,
      "place": meeting.place, "venue": meeting.venue, "country": meeting.country, "mode": meeting.mode,
      "represented": meeting.represented, "unit": meeting.unit, "level": meeting.level,
      "status": meeting.status?.rawValue,
    ]
    values.merge(FactWriter.values(of: meeting.time.start, "start")) { $1 }
    values.merge(FactWriter.values(of: meeting.time.end, "end")) { $1 }
    try insert.execute(arguments: StatementArguments(values))
    for host in meeting.hosts {
      let tail = meeting.id.dropFirst("meeting/".count)
      let fact = try self.fact("host/\(tail)/\(host.id)", "host", forum: meeting.forum, meeting.statements)
      try edge(fact, from: try self.node(host), "hosted", to: node, [:])
    }
  }

  private mutating func insert(_ attendance: Attendance) throws {
    let fact = try self.fact(attendance.id, "attendance", forum: attendance.forum, attendance.statements)
    try edge(
      fact, from: try node(attendance.party), "attended", to: try node(attendance.meeting, attendance.meeting),
      ["class": attendance.class, "written": attendance.asWritten])
  }

  private mutating func insert(_ membership: Membership) throws {
    let fact = try self.fact(membership.id, "membership", forum: membership.forum, membership.statements)
    try edge(
      fact, from: try node(membership.party), "member_of", to: try node(membership.forum),
      ["class": membership.class, "isFounder": membership.isFounder, "ordinal": membership.ordinal],
      time: membership.time)
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO edge_name (fact, position, party, since_edtf, since_earliest, since_latest, since_stated)
        VALUES (:fact, :position, :party, :sinceEDTF, :sinceEarliest, :sinceLatest, :sinceStated)
        """)
    for (position, name) in membership.names.enumerated() {
      var values = FactWriter.values(of: name.since, "since")
      values["fact"] = fact
      values["position"] = position
      values["party"] = try node(name.party)
      try insert.execute(arguments: StatementArguments(values))
    }
  }

  private mutating func insert(_ term: ChairTerm) throws {
    let fact = try self.fact(term.id, "chair_term", forum: term.forum, term.statements)
    try edge(
      fact, from: try node(term.holder.node), "held", to: try node(term.forum),
      [
        "class": term.role, "person": term.holder.person, "assumed": term.continuityAssumed,
        "ofMeeting": term.ofMeeting,
      ], time: term.time)
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO edge_seen (fact, position, earliest, latest, edtf)
        VALUES (:fact, :position, :earliest, :latest, :edtf)
        """)
    for (position, seen) in term.seen.enumerated() {
      try insert.execute(arguments: [
        "fact": fact, "position": position, "earliest": seen.earliest.text, "latest": seen.latest.text,
        "edtf": seen.edtf,
      ])
    }
  }

  private mutating func insert(_ succession: Succession) throws {
    let fact = try self.fact(succession.id, "succession", forum: nil, succession.statements)
    try edge(
      fact, from: try node(succession.new), "continues", to: try node(succession.old),
      ["class": succession.how, "inVocabulary": succession.isKnown], time: Interval(start: succession.time))
  }

  private mutating func insert(_ discrepancy: Discrepancy) throws {
    let fact = try self.fact(discrepancy.id, "discrepancy", forum: discrepancy.forum, discrepancy.statements)
    try db.cachedStatement(sql: "INSERT INTO discrepancy (fact, kind, summary) VALUES (:fact, :kind, :summary)")
      .execute(arguments: ["fact": fact, "kind": discrepancy.kind.rawValue, "summary": discrepancy.summary])
    let insert = try db.cachedStatement(
      sql: "INSERT INTO discrepancy_subject (fact, position, subject_id) VALUES (:fact, :position, :subject)")
    for (position, subject) in discrepancy.subjects.enumerated() {
      try insert.execute(arguments: ["fact": fact, "position": position, "subject": subject])
    }
  }

  private mutating func insert(_ event: MembershipEvent) throws {
    let fact = try self.fact(event.id, "membership_event", forum: event.forum, event.statements)
    try insertEvent(
      fact, event.time,
      [
        "kind": event.kind.rawValue, "party": try node(event.party), "class": event.class, "number": event.ordinal,
        "isPlanned": event.isPlanned,
      ])
  }

  private mutating func insert(_ total: MembershipTotal) throws {
    let fact = try self.fact(total.id, "membership_total", forum: total.forum, total.statements)
    try insertEvent(
      fact, total.asOf,
      ["class": total.class, "number": total.count, "unit": total.unit, "isApproximate": total.isApproximate])
  }

  private mutating func insert(_ transition: ChairTransition) throws {
    let fact = try self.fact(transition.id, "chair_transition", forum: transition.forum, transition.statements)
    let isNamed = transition.to.party != nil || transition.to.person != nil
    try insertEvent(
      fact, transition.time,
      [
        "kind": transition.kind.rawValue, "party": isNamed ? try node(transition.to.node) : nil,
        "class": transition.role, "person": transition.to.person, "fromPerson": transition.fromPerson,
        "untilEDTF": transition.until.edtf,
        "untilEarliest": transition.until.earliest?.text, "untilLatest": transition.until.latest?.text,
      ])
    let insert = try db.cachedStatement(sql: "INSERT INTO event_from (fact, party) VALUES (:fact, :party)")
    for party in transition.from { try insert.execute(arguments: ["fact": fact, "party": try node(party)]) }
  }

  private func insertEvent(
    _ fact: Int64, _ time: Bound, _ more: [String: (any DatabaseValueConvertible & Sendable)?]
  ) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO event (fact, kind, party, class, edtf, earliest, latest, is_stated, is_planned, number, unit,
          is_approximate, person, from_person, until_edtf, until_earliest, until_latest)
        VALUES (:fact, :kind, :party, :class, :dateEDTF, :dateEarliest, :dateLatest, :dateStated, :isPlanned, :number,
          :unit, :isApproximate, :person, :fromPerson, :untilEDTF, :untilEarliest, :untilLatest)
        """)
    var values: [String: (any DatabaseValueConvertible & Sendable)?] = [
      "kind": nil, "party": nil, "class": nil, "isPlanned": nil, "number": nil, "unit": nil, "isApproximate": nil,
      "person": nil, "fromPerson": nil, "untilEDTF": nil, "untilEarliest": nil, "untilLatest": nil,
    ]
    values.merge(FactWriter.values(of: time, "date")) { $1 }
    values.merge(more) { $1 }
    values["fact"] = fact
    try insert.execute(arguments: StatementArguments(values))
  }
}
