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
  public func ask(_ words: String) throws -> Answer {
    let read = QuestionReader(forums: forums, today: today) { [base] id in Self.label(of: id, in: base) }
    let question = try read(words)
    return ChairsAnswer(today: today)(
      try facts(of: question.forum), during: question.period, question: question.words,
      corrections: question.corrections)
  }

  /// Who held the chair of a forum, given by any of its names or its id.
  /// - Throws: a ``Misunderstanding`` for an unknown forum, or a `Problem` of the database.
  public func chairs(of forum: String, during period: Period) throws -> Answer {
    ChairsAnswer(today: today)(try facts(of: id(of: forum)), during: period)
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

  private func facts(of forum: String) throws(Problem) -> ChairFacts {
    let row = try base.vocabularyRow(id: forum)
    let terms = try base.chairTerms(forum: forum)
    var evidence: [String: [EvidenceItem]] = [:]
    for term in terms { evidence[term.id] = try base.evidence(id: term.id) }
    let label = row?.label ?? forum
    let name = row?.name.flatMap { $0 == label ? nil : $0 }
    return ChairFacts(
      forum: ForumName(id: forum, label: label, name: name), founded: row?.founded, terms: terms, evidence: evidence,
      discrepancies: try base.discrepancies(forum: forum))
  }
}
