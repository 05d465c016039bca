import Formats
import TestSupport

@testable import Answers
@testable import Graph
@testable import Store

/// Timelines for tests: one with every form that a picture has, and random ones.
enum TimelineSample {
  static let forum = Party(id: "forum/f", label: "FORUM")

  static func day(_ text: String) -> Day { (try? EDTF(text))?.earliest ?? Day(number: 0) }

  static func stated(_ edtf: String) -> Bound {
    let date = try? EDTF(edtf)
    return Bound(earliest: date?.earliest, latest: date?.latest, edtf: edtf, isStated: true)
  }

  static func seen(_ text: String) -> Bound { Bound(earliest: day(text)) }

  static func party(_ label: String) -> Party { Party(id: "agency/" + label.lowercased(), label: label) }

  static func membership(_ label: String, _ start: Bound, _ end: Bound = .unknown, class: String = "member")
    -> Membership
  {
    Membership(
      id: "membership/f/\(label.lowercased())/\(`class`)", forum: forum, party: party(label), class: `class`,
      time: Interval(start: start, end: end), statements: ["s1"])
  }

  static func term(_ number: Int, _ label: String, _ start: Bound, _ end: Bound) -> ChairTerm {
    ChairTerm(
      id: "chair/f/\(label.lowercased())/\(number)", forum: forum, role: "chair", holder: Holder(party: party(label)),
      time: Interval(start: start, end: end), termLength: TermLength(iso8601: "P1Y"), statements: ["s1"])
  }

  static func meeting(_ date: String, _ place: String, _ status: Meeting.Status = .held) -> Meeting {
    let read = try? EDTF(date)
    let (start, end) = (read?.start.map { stated($0.text) }, read?.end.map { stated($0.text) })
    return Meeting(
      id: "meeting/f/\(date)", forum: forum, date: date,
      time: Interval(start: start ?? .unknown, end: end ?? .unknown), place: place, status: status, statements: ["s1"])
  }

  static let proof = EvidenceItem(
    statement: "s1", kind: "membership", quote: "The \"forum\" <grew> &\nlisted its members.", start: 0, end: 40,
    report: "https://www.example.org/?p=7", title: "A & B", url: "https://www.example.org/?p=7&q=1",
    published: "2023-05-06",
    isDigest: true, rule: "test")

  static func facts(_ fill: (inout Graph) -> Void) -> TimelineFacts {
    var facts = TimelineFacts(
      subject: Subject(id: forum.id, label: forum.label, name: "Forum of Agencies"), scope: .forum,
      founded: "2007-11-06",
      source: Timeline.Source(reports: 7, last: day("2024-12-18")))
    facts.evidence = ["s1": proof]
    fill(&facts.graph)
    return facts
  }

  /// Every look, a renamed party, Korean and Arabic names, undated ones, planned and imprecise meetings, a contradiction.
  static let full = TimelineBuilder()(
    facts { graph in
      graph.memberships = [
        membership("AAA", stated("2008-01-15"), stated("2019-06-30")),
        membership("한국항공우주연구원", stated("2010"), seen("2018-03-01")),
        membership("وكالة الإمارات للفضاء", Bound(latest: day("2015-10-05")), seen("2021-02-03")),
        membership("OLD", stated("2009-02-01"), stated("2012-03-31")), membership("NEW", stated("2012-04-01")),
        membership("GONE", Bound(earliest: day("2009-01-01"), latest: day("2010-01-01")), stated("2016")),
        membership("CCC", .unknown), membership("DDD", .unknown),
        membership("WATCHER", stated("2020-05-05"), class: "observer"),
      ]
      graph.chairTerms = [
        term(1, "AAA", stated("2008-01-15"), stated("2010-01-20")), term(1, "NEW", stated("2012-05-05"), .unknown),
        term(1, "GONE", stated("2010-01-20"), Bound(earliest: day("2010-06-01"), latest: day("2012-05-05"))),
        term(2, "AAA", .unknown, .unknown),
      ]
      graph.meetings = [
        meeting("2008-01-15/2008-01-17", "Montreal"), meeting("2010-01", "Kyoto"),
        meeting("2010-06-01", "Oberpfaffenhofen"),
        meeting("2024-12-01", "Songdo", .planned),
      ]
      graph.membershipTotals = [
        MembershipTotal(id: "total/1", forum: forum, count: 5, asOf: stated("2012-05"), statements: ["s1"]),
        MembershipTotal(
          id: "total/2", forum: forum, count: 9, isApproximate: true, asOf: stated("2020"), statements: ["s1"]),
        MembershipTotal(id: "total/3", forum: forum, count: 8, statements: ["s1"]),
      ]
      graph.successions = [Succession(id: "succession/old/new", old: party("OLD"), new: party("NEW"))]
    })

  /// Memberships whose bounds are drawn at random: open, exact, apart; each end on or after its beginning.
  static func random(_ random: inout SeededNumbers, rows: Int) -> Timeline {
    TimelineBuilder()(
      facts { graph in
        graph.memberships = (0..<rows).map { row in
          var days = (0..<4).map { _ in Day(number: Int.random(in: 13_800...20_000, using: &random)) }.sorted()
          if Bool.random(using: &random) { days[1] = days[0] }
          if Bool.random(using: &random) { days[3] = days[2] }
          func kept(_ day: Day) -> Day? { Int.random(in: 0..<4, using: &random) > 0 ? day : nil }
          let start = Bound(earliest: kept(days[0]), latest: kept(days[1]))
          let end = Bound(earliest: kept(days[2]), latest: Bool.random(using: &random) ? days[3] : nil)
          return membership("M\(row)", start, end)
        }
      })
  }
}
