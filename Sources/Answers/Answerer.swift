public import Formats
import Graph
public import Store

/// Answers questions from a database.
public struct Answerer: Sendable {
  let base: KnowledgeBase
  let today: Day
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
    let facts = try reader(Scope())(question.forum, [.chairTerms, .discrepancies])
    return try finish(
      ChairsAnswer(today: today)(
        facts, during: question.period, question: question.words, corrections: question.corrections), Scope())
  }

  func reader(_ scope: Scope) -> FactReader { FactReader(base: base, knownBy: scope.knownBy) }

  /// The answer within its limit, with the sentences behind the facts that are left and the reports that do not count.
  func finish(_ answer: Answer, _ scope: Scope) throws(Problem) -> Answer {
    var answer = answer.limited(to: scope.limit)
    for list in Answer.lists {
      for index in answer[keyPath: list].indices where !answer[keyPath: list][index].statements.isEmpty {
        answer[keyPath: list][index].evidence = try base.evidence(statements: answer[keyPath: list][index].statements)
      }
    }
    guard let day = scope.knownBy else { return answer }
    answer.reading.knownBy = day
    answer.reading.words += ", as reports published by \(Wording.day(day)) tell"
    answer.leftOut = try reader(scope).leftOut(answer.reading.subject.flatMap { $0.isForum ? $0.id : nil })
    return answer
  }

  /// The id of a forum by any of its names, or by its id.
  func forum(named name: String) throws -> String {
    let ids = forums.ids(of: name)
    if let id = ids.first, ids.count == 1 { return id }
    if ids.isEmpty, let row = try base.vocabularyRow(id: name), row.kind == .forum { return row.id }
    throw Misunderstanding(
      question: name,
      reason: ids.isEmpty ? "no forum is known by the name \"\(name)\"" : "several forums are called \"\(name)\"",
      candidates: (ids.isEmpty ? forums.similar(to: name) : ids).map { Self.label(of: $0, in: base) })
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
}
