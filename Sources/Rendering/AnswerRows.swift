public import Answers
public import Formats
import Graph
import Store

/// An answer as a table for other programs: a row for each fact, the sure ones first. The columns of the answer are followed by
/// those that all answers have.
public enum AnswerRows {
  public static func columns(of answer: Answer) -> [String] {
    answer.columns.map(\.name) + timeColumns(answer.dating) + ["notes", "id", "report", "sentence"]
  }

  public static func rows(of answer: Answer) -> [[Cell]] {
    let lists = [
      ("in period", answer.facts), ("possible", answer.possible), ("undated", answer.undated),
      ("nearest", answer.nearest),
    ]
    return lists.flatMap { listed, facts in facts.map { row($0, listed) } }
  }

  private static func timeColumns(_ dating: Answer.Dating) -> [String] {
    switch dating {
    case .none: []
    case .dated: ["listed_as", "certainty", "date_edtf", "date_earliest", "date_latest"]
    case .lasting:
      [
        "listed_as", "certainty", "from_edtf", "from_earliest", "from_latest", "to_edtf", "to_earliest", "to_latest",
        "last_seen",
      ]
    }
  }

  private static func row(_ fact: Fact, _ listed: String) -> [Cell] {
    let proof = fact.evidence.first
    var time: [Cell] = []
    switch fact.time {
    case .none: break
    case .dated(let date): time = [.text(listed), .text(fact.certainty.rawValue)] + cells(date)
    case .lasting(let interval):
      time = [.text(listed), .text(fact.certainty.rawValue)] + cells(interval.start) + cells(interval.end)
      time.append(Cell(fact.lastSeen?.text))
    }
    return fact.values + time + [
      Cell(fact.notes.isEmpty ? nil : fact.notes.joined(separator: "; ")), .text(fact.id),
      Cell(proof.map { $0.url ?? $0.report }), Cell(proof.map { Printable.sentence($0.quote) }),
    ]
  }

  private static func cells(_ bound: Bound) -> [Cell] {
    [Cell(bound.edtf), Cell(bound.earliest?.text), Cell(bound.latest?.text)]
  }
}
