public import Answers
import Formats
import Graph
import Store

/// An answer as a table for other programs: a row for each term, the sure ones first.
public enum AnswerRows {
  public static let columns = [
    "forum", "role", "holder", "party_id", "person", "listed_as", "certainty", "from_edtf", "from_earliest",
    "from_latest",
    "to_edtf", "to_earliest", "to_latest", "last_seen", "term_id", "report", "sentence",
  ]

  public static func rows(of answer: Answer) -> [[Cell]] {
    let lists = [
      ("in period", answer.terms), ("possible", answer.possible), ("undated", answer.undated),
      ("nearest", answer.nearest),
    ]
    return lists.flatMap { listed, terms in terms.map { row($0, listed, answer.reading.forum.label) } }
  }

  private static func row(_ term: Answer.Term, _ listed: String, _ forum: String) -> [Cell] {
    let time = term.term.time
    let proof = term.evidence.first
    return [
      .text(forum), .text(term.term.role), .text(term.holder), Cell(term.term.holder.party?.id),
      Cell(term.term.holder.person),
      .text(listed), .text(term.certainty.rawValue), Cell(time.start.edtf), Cell(time.start.earliest?.text),
      Cell(time.start.latest?.text), Cell(time.end.edtf), Cell(time.end.earliest?.text), Cell(time.end.latest?.text),
      Cell(term.lastSeen?.text), .text(term.term.id), Cell(proof.map { $0.url ?? $0.report }),
      Cell(proof.map { Printable.sentence($0.quote) }),
    ]
  }
}
