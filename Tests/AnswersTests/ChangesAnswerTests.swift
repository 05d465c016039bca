import Formats
import Graph
import Testing

@testable import Answers

@Suite("What changed in a forum")
struct ChangesAnswerTests {
  private let facts: ForumFacts = {
    let forum = Party(id: "forum/isecg", label: "ISECG")
    func event(_ label: String, _ kind: MembershipEvent.Kind, _ time: Bound, planned: Bool = false) -> MembershipEvent {
      MembershipEvent(
        id: "membership-event/isecg/\(label)/\(kind.rawValue)", forum: forum,
        party: Party(id: "agency/\(label)", label: label), kind: kind, class: "member", time: time, isPlanned: planned)
    }
    var facts = ForumFacts(forum: Facts.forum)
    facts.graph.membershipEvents = [
      event("AEB", .joined, Facts.stated("2020-03-13")), event("ASI", .listed, Facts.stated("2020-05-01")),
      event("NSAU", .withdrew, .unknown), event("LSA", .joined, Facts.stated("2020-12-01"), planned: true),
      event("KARI", .joined, Bound(earliest: Facts.day("2019-01-01"), latest: Facts.day("2020-06-30"), isStated: true)),
    ]
    facts.graph.chairTransitions = [
      ChairTransition(
        id: "chair-transition/isecg/2020-09-09/csa", forum: forum, role: "chair", kind: .transition,
        from: [Party(id: "agency/jaxa", label: "JAXA")], to: Holder(party: Party(id: "agency/csa", label: "CSA")),
        time: Facts.stated("2020-09-09"))
    ]
    facts.graph.memberships = [Facts.member("NSAU", .unknown)]
    facts.graph.successions = [
      Succession(
        id: "succession/nsau/ssau", old: Party(id: "agency/nsau", label: "NSAU"),
        new: Party(id: "agency/ssau", label: "SSAU"), time: Facts.stated("2010-12-09"), how: "rename", isKnown: true),
      Succession(
        id: "succession/a/b", old: Party(id: "agency/a", label: "A"), new: Party(id: "agency/b", label: "B"),
        time: Facts.stated("2020-01-01")),
    ]
    return facts
  }()

  @Test(
    "in the order of time, the possible and the undated apart",
    arguments: [
      ("2020", ["joined: AEB", "chair passed: JAXA to CSA", "joined, planned: LSA"], ["joined: KARI"]),
      ("2010", ["rename: NSAU to SSAU"], []), ("2019", [], ["joined: KARI"]),
    ])
  func lists(period: String, sure: [String], possible: [String]) throws {
    let reply = ChangesAnswer()(facts, during: try Facts.period(period))
    #expect(reply.facts.map(\.name) == sure)
    #expect(reply.possible.map(\.name) == possible)
    #expect(reply.undated.map(\.name) == ["left: NSAU"])
  }

  @Test("that none left is never taken from silence")
  func silence() throws {
    let reply = ChangesAnswer()(ForumFacts(forum: Facts.forum), during: try Facts.period("2016"))
    #expect(reply.exit == .nothingKnown)
    #expect(
      reply.notStated == [
        "Whether anything changed in ISECG in 2016 is not stated in any report.",
        "That a member left is not stated in any report.",
      ])
  }
}
