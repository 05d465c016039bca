import Formats

@testable import Answers
@testable import Graph

/// Chair terms for tests, as few values as a case needs.
enum Facts {
  static let forum = Subject(id: "forum/isecg", label: "ISECG")

  static func day(_ text: String) -> Day {
    (try? EDTF(text))?.earliest ?? Day(number: 0)
  }

  static func period(_ text: String) throws -> Period {
    try PeriodReader(today: day("2026-11-25")).period(text, option: "--in")
  }

  static func stated(_ text: String) -> Bound {
    Bound(earliest: day(text), latest: day(text), edtf: text, isStated: true)
  }

  static func term(_ key: String, _ holder: String, _ start: Bound, _ end: Bound) -> ChairTerm {
    ChairTerm(
      id: "chair/isecg/\(key)", forum: Party(id: "forum/isecg", label: "ISECG"), role: "chair",
      holder: Holder(party: Party(id: "agency/\(holder.lowercased())", label: holder)),
      time: Interval(start: start, end: end), seen: [], continuityAssumed: false, ofMeeting: false, termLength: nil,
      statements: [])
  }

  static func chairs(_ terms: [ChairTerm]) -> ForumFacts {
    var facts = ForumFacts(forum: forum)
    facts.graph.chairTerms = terms
    return facts
  }

  static func member(_ label: String, _ start: Bound, _ end: Bound = .unknown) -> Membership {
    Membership(
      id: "membership/isecg/\(label.lowercased())/1", forum: Party(id: "forum/isecg", label: "ISECG"),
      party: Party(id: "agency/\(label.lowercased())", label: label), class: "member",
      time: Interval(start: start, end: end))
  }

  /// JAXA to CSA on 9 September 2020, nothing else.
  static let handover = chairs(
    [
      term("jaxa/1", "JAXA", Bound(latest: day("2020-09-09")), stated("2020-09-09")),
      term("csa/1", "CSA", stated("2020-09-09"), Bound(earliest: day("2020-09-09"))),
    ])

  /// ESA from 2009-05-20 to 2010-12-31, CSA from 2013-01-01 to 2014-09-30.
  static let withGap = chairs(
    [
      term("esa/1", "ESA", stated("2009-05-20"), stated("2010-12-31")),
      term("csa/1", "CSA", stated("2013-01-01"), stated("2014-09-30")),
    ])
}
