import Formats
import Graph

/// Answers what a party, a forum or a meeting is tied to at once.
struct NeighboursAnswer {
  let today: Day

  private static let columns = [
    Column("relation", "relation"), Column("neighbour", "neighbour"), Column("neighbour_id"), Column("class", "as"),
  ]

  func callAsFunction(_ links: [GraphLink], of subject: Subject, during period: Period) -> Answer {
    var answer = Answer(
      reading: Answer.Reading(
        intent: .neighbours, words: "what \(subject.inFull) is tied to\(period.spaced)", subject: subject,
        period: period),
      columns: Self.columns, dating: .lasting)
    answer.list(links.map { fact($0, of: subject.id, period) })
    if answer.shown.isEmpty { answer.notStated = ["No report ties \(subject.label) to anything\(period.spaced)."] }
    answer.next = ["spacekb agency \(subject.argument)"]
    return answer
  }

  private func fact(_ link: GraphLink, of id: String, _ period: Period) -> Fact {
    let other = link.other(than: id)
    let relation = link.relation.words(forward: link.subject.id == id)
    return Fact(
      id: link.fact, name: "\(relation) \(other.label)",
      values: [.text(relation), .text(other.label), .text(other.id), Cell(link.class)], time: .lasting(link.time),
      certainty: link.certainty(in: period, today: today), statements: link.statements)
  }
}

extension GraphLink: Lasting {
  func certainty(on day: Day) -> Certainty {
    lasts ? time.certainty(on: day, term: termLength) : time.certaintyWithoutPresumption(on: day)
  }

  /// The surest that it is on any day of the period.
  func certainty(in period: Period, today: Day) -> Certainty {
    guard lasts else { return period.certainty(of: time) }
    return StretchFinder(period, known: time.knownDays, today: today)(self).map(\.certainty).min() ?? .unknown
  }
}
