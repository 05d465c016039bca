import Formats
import Graph
import Store
import Testing

@testable import Answers

@Suite("What an agency has a part in")
struct AgencyAnswerTests {
  private let row = VocabularyRow(
    id: "agency/jaxa", kind: .agency, label: "JAXA", name: "Japan Aerospace Exploration Agency", country: "JP",
    category: "space_agency", founded: "2003-10-01")
  private let jaxa = Party(id: "agency/jaxa", label: "JAXA")
  private let nasda = Party(id: "agency/nasda", label: "NASDA")

  private func answer(_ period: Period) -> Answer {
    var facts = Facts.handover
    facts.graph.memberships = [Facts.member("JAXA", .unknown), Facts.member("CSA", Facts.stated("2008-01-01"))]
    let time = Interval(start: Facts.stated("2020-09-09"), end: Facts.stated("2020-09-09"))
    let forum = Party(id: "forum/isecg", label: "ISECG")
    facts.graph.meetings = [
      Meeting(id: "meeting/isecg/2020-09-09", forum: forum, date: "2020-09-09", time: time, hosts: [jaxa])
    ]
    facts.graph.attendances = [
      Attendance(
        id: "attendance/isecg/2020-09-09/jaxa", meeting: "meeting/isecg/2020-09-09", forum: forum, party: jaxa,
        class: "participant")
    ]
    let merger = Succession(
      id: "succession/nasda/jaxa", old: nasda, new: jaxa, time: Facts.stated("2003-10-01"), how: "merger")
    return AgencyAnswer(today: Facts.day("2026-11-25"))(
      row, parties: [jaxa, nasda], [facts], successions: [merger], during: period)
  }

  @Test("offices, meetings, memberships, each once")
  func whole() {
    let reply = answer(.ever)
    #expect(reply.facts.map(\.name) == ["office in ISECG", "came to ISECG", "host of ISECG"])
    #expect(reply.undated.map(\.name) == ["member of ISECG"])
    #expect(
      reply.summary == [
        "JAXA (agency/jaxa): Japan Aerospace Exploration Agency, space agency, JP, founded 1 October 2003, as the "
          + "vocabulary has it.",
        "JAXA continues NASDA, 1 October 2003.",
      ])
    for fact in reply.shown { #expect(fact.values.count == reply.columns.count) }
  }

  @Test("a time of which nothing is told: 1, though the agency is known")
  func nothing() throws {
    let reply = AgencyAnswer(today: Facts.day("2026-11-25"))(
      row, parties: [jaxa], [], successions: [], during: try Facts.period("1990"))
    #expect(reply.exit == .nothingKnown)
    #expect(reply.notStated == ["No report tells of JAXA in 1990."])
  }
}
