import Formats
import Graph
import Testing

@testable import Answers

@Suite("Who held the chair")
struct ChairsAnswerTests {
  private let answer = ChairsAnswer(today: Facts.day("2026-11-25"))

  private func start(_ fact: Fact) -> String? {
    if case .lasting(let time) = fact.time { Wording.start(of: time) } else { nil }
  }

  private func end(_ fact: Fact) -> String? {
    if case .lasting(let time) = fact.time { Wording.end(of: time) } else { nil }
  }

  @Test("a handover in the year: both holders, and what is not stated")
  func handover() throws {
    let reply = answer(Facts.handover, during: try Facts.period("2020"))
    #expect(reply.facts.map(\.name) == ["JAXA", "CSA"])
    #expect(reply.facts.map(end) == ["until 9 September 2020", "end not stated (last seen 9 September 2020)"])
    #expect(reply.facts.map(start) == ["beginning not stated", "from 9 September 2020"])
    #expect(reply.facts.map(\.certainty) == [.stated, .stated])
    #expect(reply.notStated.contains { $0.contains("When JAXA's term began is not stated in any report") })
    #expect(reply.notStated.contains { $0.contains("When CSA's term ended is not stated in any report") })
    #expect(reply.exit == .done)
  }

  @Test("the pieces of the year have no holes and tell the handover day")
  func pieces() throws {
    let reply = answer(Facts.handover, during: try Facts.period("2020"))
    #expect(reply.pieces.first?.from.text == "2020-01-01")
    #expect(reply.pieces.last?.to.text == "2020-12-31")
    for (piece, next) in zip(reply.pieces, reply.pieces.dropFirst()) { #expect(piece.to.adding(days: 1) == next.from) }
    let day = try #require(reply.pieces.first { $0.from.text == "2020-09-09" })
    #expect(day.facts.map(\.name) == ["JAXA", "CSA"])
    #expect(day.facts.allSatisfy { $0.certainty == .stated })
    #expect(reply.pieces.first?.facts.map(\.certainty) == [.possible])
  }

  @Test("on the day of a handover both hold the chair", arguments: ["2020-09-09"])
  func handoverDay(day: String) throws {
    #expect(answer(Facts.handover, during: .day(Facts.day(day))).facts.map(\.name) == ["JAXA", "CSA"])
  }

  @Test("a gap between two terms is named")
  func gap() throws {
    let reply = answer(Facts.withGap, during: try Facts.period("2009-2015"))
    #expect(reply.facts.map(\.name) == ["ESA", "CSA"])
    #expect(
      reply.notStated.contains { $0.hasPrefix("Who held the chair of ISECG from 2011 to 2012 is not stated") },
      "\(reply.notStated)"
    )
    #expect(reply.pieces.contains { $0.facts.isEmpty })
  }

  @Test("nothing in the period: exit 1, the sentence, and the nearest terms")
  func nothing() throws {
    let reply = answer(Facts.withGap, during: try Facts.period("2012"))
    #expect(reply.facts.isEmpty)
    #expect(reply.exit == .nothingKnown)
    #expect(reply.nearest.map(\.name) == ["ESA", "CSA"])
    #expect(reply.notStated == ["Who held the chair of ISECG in 2012 is not stated in any report."])
  }

  @Test("a forum of which nothing is known")
  func unknown() {
    let reply = answer(Facts.chairs([]), during: .ever)
    #expect(reply.exit == .nothingKnown)
    #expect(reply.pieces.isEmpty)
    #expect(reply.notStated == ["Who held the chair of ISECG is not stated in any report."])
  }

  @Test("a term without any time is always listed", arguments: ["2020", "1990"])
  func undated(period: String) throws {
    let facts = Facts.chairs([Facts.term("jaxa/1", "JAXA", .unknown, .unknown)])
    let reply = answer(facts, during: try Facts.period(period))
    #expect(reply.undated.map(\.name) == ["JAXA"])
    #expect(reply.exit == .done)
  }

  @Test("before the forum was founded")
  func founded() throws {
    var facts = Facts.handover
    facts.founded = "2007-11-06"
    let reply = answer(facts, during: try Facts.period("1950"))
    #expect(reply.facts.isEmpty)
    #expect(reply.notStated.contains("ISECG was founded later: 6 November 2007."))
  }

  @Test("a deputy and a secretariat are no chair")
  func roles() {
    var term = Facts.term("jaxa/1", "JAXA", .unknown, .unknown)
    term.role = "vice-chair"
    #expect(answer(Facts.chairs([term]), during: .ever).exit == .nothingKnown)
  }
}
