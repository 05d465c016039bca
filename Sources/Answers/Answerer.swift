public import Formats
import Graph
public import Store

/// Answers questions from a database.
public struct Answerer: Sendable {
  let base: KnowledgeBase
  let today: Day
  let names: PartyNames

  /// - Parameter today: the day that "now" means.
  public init(base: KnowledgeBase, today: Day) {
    self.base = base
    self.today = today
    names = PartyNames(base)
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
}
