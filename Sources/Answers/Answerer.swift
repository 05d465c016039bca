public import Formats
import Graph
public import Store

/// Answers questions from a database.
public struct Answerer: Sendable {
  private let base: KnowledgeBase
  private let today: Day
  private let forums: NameIndex

  /// - Parameter today: the day that "now" means.
  public init(base: KnowledgeBase, today: Day) throws(Problem) {
    self.base = base
    self.today = today
    forums = NameIndex(try Self.forumNames(base))
  }

  /// - Throws: a ``Misunderstanding``, or a `Problem` of the database.
  public func ask(_ words: String, limit: Int? = nil) throws -> Answer {
    let read = QuestionReader(forums: forums, today: today) { [base] id in Self.label(of: id, in: base) }
    let question = try read(words)
    return try proved(
      ChairsAnswer(today: today)(
        try facts(of: question.forum) { graph, forum throws(Problem) in
          graph.chairTerms = try base.chairTerms(forum: forum)
        }, during: question.period, question: question.words, corrections: question.corrections), limit)
  }

  /// Who held the chair of a forum, given by any of its names or its id.
  /// - Throws: a ``Misunderstanding`` for an unknown forum, or a `Problem` of the database.
  public func chairs(of forum: String, _ scope: Scope) throws -> Answer {
    let facts = try facts(of: id(of: forum)) { graph, forum throws(Problem) in
      graph.chairTerms = try base.chairTerms(forum: forum)
    }
    return try proved(ChairsAnswer(today: today)(facts, during: scope.period), scope.limit)
  }

  /// Who belonged to a forum.
  /// - Throws: as ``chairs(of:_:)``.
  public func members(of forum: String, _ scope: Scope) throws -> Answer {
    let facts = try facts(of: id(of: forum)) { graph, forum throws(Problem) in
      graph.memberships = try base.memberships(forum: forum)
      graph.membershipTotals = try base.totals(forum: forum)
    }
    return try proved(MembersAnswer(today: today)(facts, during: scope.period), scope.limit)
  }

  /// The answer within its limit, with the sentences behind the facts that are left.
  private func proved(_ answer: Answer, _ limit: Int?) throws(Problem) -> Answer {
    var answer = answer.limited(to: limit)
    for list in Answer.lists {
      for index in answer[keyPath: list].indices {
        answer[keyPath: list][index].evidence = try base.evidence(
          statements: answer[keyPath: list][index].statements)
      }
    }
    return answer
  }

  private func id(of name: String) throws(Misunderstanding) -> String {
    let ids = forums.ids(of: name)
    if let id = ids.first, ids.count == 1 { return id }
    if ids.isEmpty, let row = try? base.vocabularyRow(id: name), row.kind == .forum { return row.id }
    let candidates = ids.isEmpty ? forums.similar(to: name) : ids
    throw Misunderstanding(
      question: name,
      reason: ids.isEmpty ? "no forum is known by the name \"\(name)\"" : "several forums are called \"\(name)\"",
      candidates: candidates.map { Self.label(of: $0, in: base) })
  }

  /// Every name of every forum that the database knows, with the forum's id.
  private static func forumNames(_ base: KnowledgeBase) throws(Problem) -> [(id: String, name: String)] {
    let sql = """
      SELECT forum_id, label FROM forums UNION ALL SELECT forum_id, name FROM forums WHERE name IS NOT NULL
      UNION ALL SELECT forum_id, acronym FROM forums WHERE acronym IS NOT NULL
      UNION ALL SELECT a.party_id, a.alias FROM aliases a JOIN forums f ON f.forum_id = a.party_id
      """
    var names: [(id: String, name: String)] = []
    try base.query(sql: sql) { _ in
    } row: { cells in
      if cells.count == 2, let id = cells[0], let name = cells[1] { names.append((id, name)) }
      return true
    }
    return names
  }

  private static func label(of id: String, in base: KnowledgeBase) -> String {
    ((try? base.vocabularyRow(id: id)) ?? nil)?.label ?? id
  }

  /// What the base has of a forum: its discrepancies, and what `fill` adds.
  private func facts(
    of forum: String, _ fill: (inout Graph, String) throws(Problem) -> Void
  ) throws(Problem) -> ForumFacts {
    let row = try base.vocabularyRow(id: forum)
    var graph = Graph()
    graph.discrepancies = try base.discrepancies(forum: forum)
    try fill(&graph, forum)
    return ForumFacts(
      forum: Subject(id: forum, label: row?.label ?? forum, name: row?.name), founded: row?.founded, graph: graph)
  }
}
