import Formats
import Graph
import Testing

@testable import Answers

@Suite("When and where a forum met")
struct MeetingsAnswerTests {
  /// Yokohama 2009, some day of December 2009, online 2020 with two agencies named, one undated, one planned.
  private let facts: ForumFacts = {
    let forum = Party(id: "forum/isecg", label: "ISECG")
    func meeting(_ key: String, _ date: String?, _ start: Bound, _ end: Bound, _ place: String?) -> Meeting {
      Meeting(
        id: "meeting/isecg/\(key)", forum: forum, date: date, time: Interval(start: start, end: end), place: place,
        status: .held)
    }
    let december = Bound(
      earliest: Facts.day("2009-12-01"), latest: Facts.day("2009-12-31"), edtf: "2009-12", isStated: true)
    var online = meeting("2020-09-09", "2020-09-09", Facts.stated("2020-09-09"), Facts.stated("2020-09-09"), nil)
    online.represented = 23
    var facts = ForumFacts(forum: Facts.forum, founded: "2007-11-06")
    facts.graph.meetings = [
      meeting("2009-12", "2009-12", december, december, "Noordwijk"),
      meeting(
        "2009-03-10", "2009-03-10/2009-03-12", Facts.stated("2009-03-10"), Facts.stated("2009-03-12"), "Yokohama"),
      online, meeting("x", nil, .unknown, .unknown, "Montreal"),
    ]
    facts.graph.attendances = ["JAXA", "CSA"].map {
      Attendance(
        id: "attendance/isecg/2020-09-09/\($0)", meeting: "meeting/isecg/2020-09-09", forum: forum,
        party: Party(id: "agency/\($0.lowercased())", label: $0), class: "participant")
    }
    return facts
  }()

  @Test(
    "held for sure, possibly, and undated",
    arguments: [
      ("2009", ["2009-03-10", "2009-12"], []), ("2009-03-11", ["2009-03-10"], []), ("2009-12-05", [], ["2009-12"]),
      ("2009-12", ["2009-12"], []), ("2015/2021", ["2020-09-09"], []), ("2012", [], []),
    ])
  func lists(period: String, sure: [String], possible: [String]) throws {
    let reply = MeetingsAnswer(today: Facts.day("2026-11-25"))(facts, during: try Facts.period(period))
    #expect(reply.facts.map(\.id) == sure.map { "meeting/isecg/\($0)" })
    #expect(reply.possible.map(\.id) == possible.map { "meeting/isecg/\($0)" })
    #expect(reply.undated.map(\.name) == ["an undated meeting in Montreal"])
  }

  @Test("all of them, in the order of time")
  func ever() {
    let reply = MeetingsAnswer(today: Facts.day("2026-11-25"))(facts, during: .ever)
    #expect(reply.facts.map(\.name).first == "the meeting of 10 to 12 March 2009")
    #expect(reply.facts.count == 3)
    #expect(reply.reading.words == "the meetings of ISECG")
  }

  @Test("where there is none, the meetings before and after, and no denial")
  func nearest() throws {
    let reply = MeetingsAnswer(today: Facts.day("2026-11-25"))(facts, during: try Facts.period("2012"))
    #expect(reply.nearest.map(\.id) == ["meeting/isecg/2009-12", "meeting/isecg/2020-09-09"])
    #expect(reply.notStated == ["Whether ISECG met in 2012 is not stated in any report."])
  }

  @Test("of one meeting who is named, beside the number that is stated")
  func who() throws {
    let online = MeetingsAnswer(today: Facts.day("2026-11-25"))(facts, during: try Facts.period("2020"))
    #expect(
      online.summary == [
        "Place: not stated. Mode: not stated. Host: not stated.",
        "Named at the meeting of 9 September 2020: CSA and JAXA (2; a report counts 23 represented).",
      ])
    let yokohama = MeetingsAnswer(today: Facts.day("2026-11-25"))(facts, during: try Facts.period("2009-03-10"))
    #expect(
      yokohama.summary == [
        "Place: Yokohama. Mode: not stated. Host: not stated.",
        "Who came to the meeting of 10 to 12 March 2009 is not stated in any report.",
      ])
  }

  @Test("before the founding nothing is known")
  func nothing() throws {
    var facts = facts
    facts.graph.meetings.removeAll { $0.date == nil }
    let reply = MeetingsAnswer(today: Facts.day("2026-11-25"))(facts, during: try Facts.period("1990"))
    #expect(reply.exit == .nothingKnown)
    #expect(reply.notStated.last == "ISECG was founded later: 6 November 2007.")
  }
}
