public import Answers
public import Formats
import Graph
import Store

/// An answer as JSON; `Schema/answer.schema.json` describes every key.
public enum AnswerJSON {
  public static func value(of answer: Answer) -> JSONValue {
    object([
      ("understood", true),
      ("question", text(answer.reading.question)),
      ("reading", reading(answer.reading)),
      ("terms", .array(answer.terms.map(term))),
      ("possible", .array(answer.possible.map(term))),
      ("undated", .array(answer.undated.map(term))),
      ("nearest", .array(answer.nearest.map(term))),
      ("pieces", .array(answer.pieces.map(piece))),
      ("not_stated", .array(answer.notStated.map(JSONValue.string))),
      ("disagreements", .array(answer.disagreements.map(discrepancy))),
      ("exit", .int(Int(answer.exit.rawValue))),
    ])
  }

  /// A question that was not understood, in the same frame.
  public static func value(of misunderstanding: Misunderstanding) -> JSONValue {
    object([
      ("understood", false),
      ("question", .string(misunderstanding.question)),
      ("reason", .string(misunderstanding.reason)),
      ("did_you_mean", .array(misunderstanding.candidates.map(JSONValue.string))),
      ("examples", .array(misunderstanding.examples.map(JSONValue.string))),
      ("exit", .int(Int(Exit.nothingKnown.rawValue))),
    ])
  }

  private static func reading(_ reading: Answer.Reading) -> JSONValue {
    object([
      ("intent", .string(reading.intent.rawValue)),
      ("words", .string(reading.words)),
      (
        "forum",
        object([
          ("id", .string(reading.forum.id)), ("label", .string(reading.forum.label)),
          ("name", text(reading.forum.name)),
        ])
      ),
      (
        "period",
        object([
          ("kind", .string(reading.period.kind.rawValue)), ("edtf", text(reading.period.edtf)),
          ("from", day(reading.period.from)), ("to", day(reading.period.to)),
        ])
      ),
      (
        "corrections",
        .array(reading.corrections.map { object([("written", .string($0.written)), ("read", .string($0.read))]) })
      ),
    ])
  }

  private static func term(_ term: Answer.Term) -> JSONValue {
    object([
      ("id", .string(term.term.id)),
      ("role", .string(term.term.role)),
      ("holder", .string(term.holder)),
      ("party", term.term.holder.party.map(party) ?? .null),
      ("person", text(term.term.holder.person)),
      ("certainty", .string(term.certainty.rawValue)),
      ("from", bound(term.term.time.start, term.start)),
      ("to", bound(term.term.time.end, term.end)),
      ("last_seen", day(term.lastSeen)),
      (
        "stretches",
        .array(
          term.stretches.map {
            object([("from", day($0.from)), ("to", day($0.to)), ("certainty", .string($0.certainty.rawValue))])
          })
      ),
      ("of_meeting", .bool(term.term.ofMeeting)),
      ("continuity_assumed", .bool(term.term.continuityAssumed)),
      ("notes", .array(term.notes.map(JSONValue.string))),
      ("evidence", .array(term.evidence.map(EvidenceJSON.value))),
    ])
  }

  private static func party(_ party: Party) -> JSONValue {
    object([("id", .string(party.id)), ("label", .string(party.label))])
  }

  private static func bound(_ bound: Bound, _ words: String) -> JSONValue {
    object([
      ("stated", .bool(bound.isStated)), ("edtf", text(bound.edtf)), ("earliest", day(bound.earliest)),
      ("latest", day(bound.latest)), ("words", .string(words)),
    ])
  }

  private static func piece(_ piece: Answer.Piece) -> JSONValue {
    object([
      ("from", day(piece.from)), ("to", day(piece.to)),
      (
        "holders",
        .array(
          piece.holders.map {
            object([
              ("term", .string($0.term)), ("holder", .string($0.holder)), ("certainty", .string($0.certainty.rawValue)),
            ])
          })
      ),
    ])
  }

  private static func discrepancy(_ discrepancy: Discrepancy) -> JSONValue {
    object([
      ("id", .string(discrepancy.id)), ("kind", .string(discrepancy.kind.rawValue)),
      ("summary", .string(discrepancy.summary)),
      ("subjects", .array(discrepancy.subjects.map(JSONValue.string))),
      ("statements", .array(discrepancy.statements.map(JSONValue.string))),
    ])
  }

  static func object(_ members: [(String, JSONValue)]) -> JSONValue { .object(members.map { JSONMember($0.0, $0.1) }) }
  static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
  private static func day(_ day: Day?) -> JSONValue { text(day?.text) }
}
