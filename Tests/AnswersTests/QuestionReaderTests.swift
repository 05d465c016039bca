import Formats
import Testing

@testable import Answers

@Suite("Questions")
struct QuestionReaderTests {
  static let today = "2026-11-25"
  static let names: [(id: String, name: String)] = [
    ("forum/isecg", "ISECG"), ("forum/isecg", "International Space Exploration Coordination Group"),
    ("forum/ceos", "CEOS"), ("forum/ceos", "Committee on Earth Observation Satellites"), ("forum/iawn", "IAWN"),
    ("forum/copuos", "UN COPUOS"), ("forum/a", "Lunar Group"), ("forum/b", "Lunar Group"),
  ]

  static func read(_ words: String) throws -> Question {
    let day = try PeriodReader(today: Day(number: 0)).day(today, option: "today")
    return try QuestionReader(forums: NameIndex(names), today: day) { $0 }(words)
  }

  @Test(
    "who chaired a forum, and when",
    arguments: [
      ("who chaired ISECG in 2020", "forum/isecg", "2020"),
      ("Who held the ISECG chair during 2009?", "forum/isecg", "2009"),
      ("ISECG chairs 2008-2011", "forum/isecg", "2008-01-01/2011-12-31"),
      ("ISECG chairs 2008–2011", "forum/isecg", "2008-01-01/2011-12-31"),
      ("list the chairs of CEOS between 2008 and 2011", "forum/ceos", "2008-01-01/2011-12-31"),
      ("who was chair of isecg on 9 Sept 2020", "forum/isecg", "2020-09-09"),
      ("ISECG chair 1 Oct 2014?", "forum/isecg", "2014-10-01"),
      ("who was chair of isecg on September 9th, 2020", "forum/isecg", "2020-09-09"),
      ("who was the chairman of CEOS in Sept. 2014", "forum/ceos", "2014-09"),
      ("who was chair of ISECG on 2020-09-09", "forum/isecg", "2020-09-09"),
      ("who was chair of ISECG on 13/9/2020", "forum/isecg", "2020-09-13"),
      ("which agencies have chaired ISECG since 2015", "forum/isecg", "2015-01-01/.."),
      ("who presided over UN-COPUOS before 1990", "forum/copuos", "../1989-12-31"),
      ("who chaired ISECG after September 2020", "forum/isecg", "2020-10-01/.."),
      ("who chaired ISECG until the end of 2019", "forum/isecg", "../2019-12-31"),
      ("who chaired CEOS in the 1990s", "forum/ceos", "1990-01-01/1999-12-31"),
      ("who chaired CEOS last year", "forum/ceos", "2025"),
      ("who chaired CEOS from May 2014 to 3 June 2015", "forum/ceos", "2014-05-01/2015-06-03"),
      ("who chaired the International Space Exploration Coordination Group in 2020", "forum/isecg", "2020"),
      ("who chaired ISECG", "forum/isecg", nil),
      ("chairs of CEOS", "forum/ceos", nil),
      ("who chairs CEOS", "forum/ceos", today),
      ("who's the current chair of ISECG", "forum/isecg", today),
      ("who is chair of CEOS now", "forum/ceos", today),
      ("isecg chair?", "forum/isecg", nil),
    ] as [(String, String, String?)])
  func chairs(words: String, forum: String, edtf: String?) throws {
    let question = try Self.read(words)
    #expect(question.forum == forum)
    #expect(question.period.edtf == edtf)
    #expect(question.corrections.isEmpty)
  }

  @Test(
    "not understood, with what may have been meant",
    arguments: [
      ("", "no question", []), ("?!", "no question", []),
      ("who is the boss of space", "boss", []),
      ("chair of ISEGC 2020", "ISEGC", ["forum/isecg"]),
      ("what did the chair eat", "eat", []),
      ("what did the chair of ISECG eat", "eat", []),
      ("who chaired ISECG on 3/4/2020", "two days", ["2020-04-03", "2020-03-04"]),
      ("who chaired ISECG on 31 February 2020", "there is no 31 February 2020", []),
      ("who chaired ISECG from 2020 to 2010", "ends before it begins", []),
      ("who chaired ISECG and CEOS", "one forum", ["forum/ceos", "forum/isecg"]),
      ("who chaired Lunar Group", "one forum", ["forum/a", "forum/b"]),
      ("who belongs to ISECG", "belongs", []),
      ("ISECG", "not clear", []),
      ("who did not chair ISECG", "not", []),
    ] as [(String, String, [String])])
  func refused(words: String, reason: String, candidates: [String]) throws {
    let error = try #require(throws: Misunderstanding.self) { try Self.read(words) }
    #expect(error.reason.contains(reason), "\(error.reason)")
    #expect(error.candidates == candidates)
    #expect(!error.examples.isEmpty)
  }

  @Test("a misspelt word of the question is read and told")
  func corrected() throws {
    let question = try Self.read("who chiared ISECG in 2020")
    #expect(question.corrections == [Answer.Correction(written: "chiared", read: "chaired")])
  }

  @Test("any bytes give an answer or a reason, never a trap")
  func damaged() {
    let words = Array("Who’s the chair of ISECG on 9th of Sept. 2020 (13/9/2020)?".unicodeScalars)
    for end in words.indices {
      _ = try? Self.read(String(String.UnicodeScalarView(words[..<end])))
      _ = try? Self.read(String(String.UnicodeScalarView(words[end...])))
    }
  }
}
