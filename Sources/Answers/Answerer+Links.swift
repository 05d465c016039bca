import Formats
import Graph
import Store

/// What ties parties, forums and meetings. Each is given by any of its names, or by its id.
///
/// All throw a ``Misunderstanding`` for an unknown or ambiguous name, or a `Problem` of the database.
extension Answerer {
  /// What two parties, or two forums, have in common, and what only one of them has.
  /// - Parameters:
  ///   - other: nil: the same one, at another time.
  ///   - otherPeriod: the time of the other side; nil: the same.
  ///   - class: only memberships of this class; nil, or `member`: of every class.
  public func compare(
    _ one: String, _ other: String?, at otherPeriod: Period? = nil, class: String? = nil, _ scope: Scope
  ) throws -> Answer {
    let names = PartyNames(base)
    let rows = try [names.row(named: one), names.row(named: other ?? one)]
    guard (rows[0].kind == .forum) == (rows[1].kind == .forum) else {
      throw Misunderstanding(
        question: "\(one) \(other ?? one)", reason: "a forum is compared with a forum, a party with a party")
    }
    let sides = try zip(rows, [scope.period, otherPeriod ?? scope.period]).map { row, period in
      var side = try row.kind == .forum ? forumSide(row, period, scope) : partySide(row, period, scope)
      if let `class`, `class` != "member" { side.memberships.removeAll { $0.membership.class != `class` } }
      return side
    }
    return try finish(CompareAnswer(today: today)(sides[0], sides[1]), scope)
  }

  /// By which shared forums and meetings one party is tied to another, on a shortest way.
  public func path(from start: String, to end: String, _ scope: Scope) throws -> Answer {
    let names = PartyNames(base)
    let ends = try [subject(start, names), subject(end, names)]
    let source = try links(scope)
    let find = PathFinder { id in
      try source(id).filter { $0.time.isUndated || $0.certainty(in: scope.period, today: today) != .unknown }
    }
    let path = try find(from: ends[0].id, to: ends[1].id)?.map(proved)
    return try finish(PathAnswer()(path, from: ends[0], to: ends[1], during: scope.period), scope)
  }

  /// What a party, a forum or a meeting is tied to at once.
  public func neighbours(of name: String, _ scope: Scope) throws -> Answer {
    let subject = try subject(name, PartyNames(base))
    return try finish(
      NeighboursAnswer(today: today)(links(scope)(subject.id).map(proved), of: subject, during: scope.period), scope)
  }

  /// The link with the statements behind it.
  private func proved(_ link: GraphLink) throws(Problem) -> GraphLink {
    guard link.statements.isEmpty else { return link }
    var link = link
    link.statements = try base.statements(ofFact: link.fact)
    return link
  }

  private func subject(_ name: String, _ names: PartyNames) throws -> Subject {
    if name.hasPrefix("meeting/"), let label = try base.label(of: name) { return Subject(id: name, label: label) }
    let row = try names.row(named: name)
    return Subject(id: row.id, label: row.label, name: row.name)
  }

  /// The links of a node: those of the base, or those that follow from the reports known by a day.
  private func links(_ scope: Scope) throws -> (String) throws -> [GraphLink] {
    guard scope.knownBy != nil else { return { [base] id in try base.links(of: id) } }
    let read = reader(scope)
    var byNode: [String: [GraphLink]] = [:]
    for forum in try base.toldForums() {
      for link in try read(forum, []).graph.links {
        byNode[link.subject.id, default: []].append(link)
        byNode[link.object.id, default: []].append(link)
      }
    }
    let known = byNode.mapValues { $0.sorted { ($0.relation.rawValue, $0.fact) < ($1.relation.rawValue, $1.fact) } }
    return { id in known[id] ?? [] }
  }

  private func forumSide(_ row: VocabularyRow, _ period: Period, _ scope: Scope) throws -> CompareAnswer.Side {
    let facts = try reader(scope)(row.id, [.memberships])
    return CompareAnswer.Side(
      subject: facts.forum, period: period, memberships: facts.graph.memberships.map { ($0.party, $0) })
  }

  /// A country belongs with its agencies, a party with those that it continues.
  private func partySide(_ row: VocabularyRow, _ period: Period, _ scope: Scope) throws -> CompareAnswer.Side {
    let family = try PartyFamily(base)(of: row).map(\.id)
    let memberships = try base.forums(of: family).flatMap { forum in
      try reader(scope)(forum, [.memberships]).graph.memberships.filter { family.contains($0.party.id) }
    }
    return CompareAnswer.Side(
      subject: Subject(id: row.id, label: row.label, name: row.name), period: period,
      memberships: memberships.map { ($0.forum, $0) })
  }
}
