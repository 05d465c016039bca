import Formats
import Graph
import Store

/// What typed commands ask. A forum, an agency or a country is given by any of its names, or by its id.
///
/// All throw a ``Misunderstanding`` for an unknown or ambiguous name, or a `Problem` of the database.
extension Answerer {
  /// Who held the chair of a forum.
  public func chairs(of forum: String, _ scope: Scope) throws -> Answer {
    let facts = try reader(scope)(self.forum(named: forum), [.chairTerms, .discrepancies])
    return try finish(ChairsAnswer(today: today)(facts, during: scope.period), scope)
  }

  /// Who belonged to a forum.
  public func members(of forum: String, _ scope: Scope) throws -> Answer {
    let facts = try reader(scope)(self.forum(named: forum), [.memberships, .totals, .discrepancies])
    return try finish(MembersAnswer(today: today)(facts, during: scope.period), scope)
  }

  /// When and where a forum met.
  public func meetings(of forum: String, _ scope: Scope) throws -> Answer {
    let facts = try reader(scope)(self.forum(named: forum), [.meetings, .attendances, .discrepancies])
    return try finish(MeetingsAnswer()(facts, during: scope.period), scope)
  }

  /// What changed in a forum.
  public func changes(in forum: String, _ scope: Scope) throws -> Answer {
    let facts = try reader(scope)(
      self.forum(named: forum),
      [.events, .transitions, .meetings, .memberships, .chairTerms, .successions, .discrepancies])
    return try finish(ChangesAnswer()(facts, during: scope.period), scope)
  }

  /// What an agency, or a country with its agencies, has a part in.
  public func agency(_ name: String, _ scope: Scope) throws -> Answer {
    let row = try PartyNames(base).row(named: name)
    let parties = try PartyFamily(base)(of: row)
    let facts = try base.forums(of: parties.map(\.id)).map { forum in
      try reader(scope)(forum, [.memberships, .chairTerms, .meetings, .attendances, .discrepancies])
    }
    return try finish(
      AgencyAnswer(today: today)(
        row, parties: parties, facts, successions: base.successions(), during: scope.period), scope)
  }

  /// Which forums are known, those of which reports tell first.
  public func forums(_ scope: Scope) throws -> Answer {
    let read = reader(scope)
    let told = Set(try read.forums())
    var known: [ForumsAnswer.Known] = []
    let sql = "SELECT forum_id, label, name, parent_id, founded_edtf FROM forums ORDER BY label, forum_id"
    try base.query(sql: sql) { _ in
    } row: { cells in
      if let id = cells[0], let label = cells[1] {
        let forum = Subject(id: id, label: label, name: cells[2])
        known.append(ForumsAnswer.Known(forum: forum, parent: cells[3], founded: cells[4]))
      }
      return true
    }
    for index in known.indices where told.contains(known[index].forum.id) {
      let facts = try read(known[index].forum.id, [.memberships, .meetings, .chairTerms])
      if facts.graph != Graph() { known[index].facts = facts }
    }
    return try finish(ForumsAnswer(today: today)(known, during: scope.period), scope)
  }

  /// Which reports are known.
  /// - Parameter forum: only those about it; nil for all.
  public func reports(about forum: String?, _ scope: Scope) throws -> Answer {
    let subject = try forum.map { try reader(scope)(self.forum(named: $0), []).forum }
    return try finish(
      ReportsAnswer()(base.reports(), of: subject, during: scope.period, knownBy: scope.knownBy), scope)
  }

  /// In which reports words stand.
  public func search(_ words: String, _ scope: Scope) throws -> Answer {
    let found = try base.search(words)
    var answer = try finish(SearchAnswer()(words, in: found, during: scope.period, knownBy: scope.knownBy), scope)
    let reports = Dictionary(found.map { ($0.key, $0) }) { first, _ in first }
    for list in Answer.lists {
      for index in answer[keyPath: list].indices {
        let proof = reports[answer[keyPath: list][index].id].flatMap { SearchAnswer.proof(words, in: $0) }
        answer[keyPath: list][index].evidence = proof.map { [$0] } ?? []
      }
    }
    return answer
  }

  /// Where reports disagree.
  /// - Parameter forum: only about it; nil for all.
  public func discrepancies(about forum: String?, _ scope: Scope) throws -> Answer {
    let read = reader(scope)
    let all = try forum == nil && scope.knownBy == nil ? base.discrepancies(forum: nil) : []
    let forums =
      if let forum { [try self.forum(named: forum)] } else if scope.knownBy != nil { try read.forums() } else {
        Set(all.compactMap(\.forum?.id)).sorted()
      }
    let facts = try forums.map { try read($0, [.chairTerms, .memberships, .meetings, .totals, .discrepancies]) }
    return try finish(
      DiscrepanciesAnswer()(
        forum == nil ? nil : facts.first?.forum, facts, others: all.filter { $0.forum == nil }, during: scope.period),
      scope)
  }
}
