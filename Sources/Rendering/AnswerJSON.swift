public import Answers
public import Formats
import Graph
import Store

/// An answer as JSON; `Schema/answer.schema.json` describes every key.
public enum AnswerJSON {
  public static func value(of answer: Answer) -> JSONValue {
    func facts(_ facts: [Fact]) -> JSONValue { .array(facts.map { fact($0, answer.columns) }) }
    return object([
      ("understood", true),
      ("question", text(answer.reading.question)),
      ("reading", reading(answer.reading)),
      ("summary", .array(answer.summary.map(JSONValue.string))),
      ("facts", facts(answer.facts)),
      ("possible", facts(answer.possible)),
      ("undated", facts(answer.undated)),
      ("nearest", facts(answer.nearest)),
      ("omitted", .int(answer.omitted)),
      ("pieces", .array(answer.pieces.map(piece))),
      ("not_stated", .array(answer.notStated.map(JSONValue.string))),
      ("disagreements", .array(answer.disagreements.map(discrepancy))),
      ("left_out", .array(answer.leftOut.map(subject))),
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
      ("subject", reading.subject.map(subject) ?? .null),
      ("period", period(reading.period)),
      ("other_period", reading.otherPeriod.map(period) ?? .null),
      ("known_by", day(reading.knownBy)),
      (
        "corrections",
        .array(reading.corrections.map { object([("written", .string($0.written)), ("read", .string($0.read))]) })
      ),
    ])
  }

  private static func period(_ period: Period) -> JSONValue {
    object([
      ("kind", .string(period.kind.rawValue)), ("edtf", text(period.edtf)), ("from", day(period.from)),
      ("to", day(period.to)),
    ])
  }

  private static func subject(_ subject: Subject) -> JSONValue {
    object([("id", .string(subject.id)), ("label", .string(subject.label)), ("name", text(subject.name))])
  }

  private static func fact(_ fact: Fact, _ columns: [Column]) -> JSONValue {
    var members: [(String, JSONValue)] = [("id", .string(fact.id)), ("name", .string(fact.name))]
    members += zip(columns, fact.values).map { ($0.name, value($1)) }
    members += time(of: fact)
    members += [
      ("notes", .array(fact.notes.map(JSONValue.string))), ("evidence", .array(fact.evidence.map(EvidenceJSON.value))),
    ]
    return object(members)
  }

  private static func time(of fact: Fact) -> [(String, JSONValue)] {
    let certainty = ("certainty", JSONValue.string(fact.certainty.rawValue))
    switch fact.time {
    case .none: return []
    case .dated(let date): return [certainty, ("date", bound(date, Wording.date(date)))]
    case .lasting(let time):
      return [
        certainty, ("from", bound(time.start, Wording.start(of: time))), ("to", bound(time.end, Wording.end(of: time))),
        ("last_seen", day(fact.lastSeen)),
        (
          "stretches",
          .array(
            fact.stretches.map {
              object([("from", day($0.from)), ("to", day($0.to)), ("certainty", .string($0.certainty.rawValue))])
            })
        ),
      ]
    }
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
        "facts",
        .array(
          piece.facts.map {
            object([
              ("id", .string($0.id)), ("name", .string($0.name)), ("certainty", .string($0.certainty.rawValue)),
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

  private static func value(_ cell: Cell) -> JSONValue {
    switch cell {
    case .none: .null
    case .text(let text): .string(text)
    case .integer(let number): .int(Int(number))
    case .flag(let flag): .bool(flag)
    }
  }

  static func object(_ members: [(String, JSONValue)]) -> JSONValue { .object(members.map { JSONMember($0.0, $0.1) }) }
  static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
  private static func day(_ day: Day?) -> JSONValue { text(day?.text) }
}
