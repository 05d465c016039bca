import Formats
import Graph

/// Answers by which shared forums and meetings one party is tied to another.
struct PathAnswer {
  private static let columns = [
    Column("step", "step"), Column("from", "from"), Column("from_id"), Column("relation", "relation"),
    Column("to", "to"), Column("to_id"), Column("class", "as"),
  ]

  /// - Parameter path: the links in order; nil if there is no way.
  func callAsFunction(_ path: [GraphLink]?, from start: Subject, to end: Subject, during period: Period) -> Answer {
    var answer = Answer(
      reading: Answer.Reading(
        intent: .path, words: "how \(start.inFull) is tied to \(end.inFull)\(period.spaced)", subject: start,
        period: period),
      columns: Self.columns, dating: .lasting)
    guard let path else {
      answer.notStated = ["No report ties \(start.label) to \(end.label) by forums or meetings\(period.spaced)."]
      return answer
    }
    var here = start.id
    for (index, link) in path.enumerated() {
      let next = link.other(than: here)
      answer.facts.append(fact(link, from: here, to: next, step: index + 1))
      here = next.id
    }
    answer.summary = [
      path.isEmpty ? "\(start.label) and \(end.label) are one." : "In \(path.count) steps; no way is shorter."
    ]
    answer.next = ["spacekb compare \(start.argument) \(end.argument)"]
    return answer
  }

  private func fact(_ link: GraphLink, from id: String, to next: Party, step: Int) -> Fact {
    let here = link.other(than: next.id)
    let relation = link.relation.words(forward: link.subject.id == id)
    return Fact(
      id: link.fact, name: "\(here.label) \(relation) \(next.label)",
      values: [
        .integer(Int64(step)), .text(here.label), .text(here.id), .text(relation), .text(next.label), .text(next.id),
        Cell(link.class),
      ], time: .lasting(link.time), statements: link.statements)
  }
}

extension GraphLink.Relation {
  /// From the subject to the object, or the other way.
  func words(forward: Bool) -> String {
    switch self {
    case .memberOf: forward ? "member of" : "has as member"
    case .attended: forward ? "came to" : "was attended by"
    case .hosted: forward ? "was host of" : "had as host"
    case .held: forward ? "held an office in" : "had in an office"
    }
  }
}
