import Formats
import Graph
import Testing

@testable import Answers

@Suite("What a timeline shows")
struct TimelineBuilderTests {
  private static let forum = Party(id: "forum/isecg", label: "ISECG")
  private static let source = Timeline.Source(reports: 2, last: Facts.day("2024-12-18"))

  private static func facts(_ memberships: [Membership] = [], terms: [ChairTerm] = []) -> TimelineFacts {
    var facts = TimelineFacts(
      subject: .init(id: forum.id, label: forum.label), scope: .forum, founded: "2007-11-06", source: source)
    (facts.graph.memberships, facts.graph.chairTerms) = (memberships, terms)
    return facts
  }

  @Test("rows by latest possible joining day, then name; the undated in a block of their own")
  func order() throws {
    let listed = Bound(latest: Facts.day("2020-08-31"))
    let timeline = TimelineBuilder()(
      Self.facts([
        Facts.member("ASI", .unknown), Facts.member("NASA", listed, Bound(earliest: Facts.day("2020-08-31"))),
        Facts.member("CSA", listed, Bound(earliest: Facts.day("2020-08-31"))),
        Facts.member("UAESA", Facts.stated("2015-10-05"), Bound(earliest: Facts.day("2015-10-05"))),
      ]))
    let members = try #require(timeline.sections.first)
    #expect(members.rows.map(\.label) == ["UAESA", "CSA", "NASA"])
    #expect(members.undated.map(\.label) == ["ASI"])
    #expect(members.rows.allSatisfy { $0.marks.allSatisfy(\.isOpen) })
    let stretches = try #require(members.rows.first?.marks.first?.stretches)
    #expect(stretches.map(\.certainty) == [.stated, .presumed])
    #expect(stretches.map(\.from.text) == ["2015-10-05", "2015-10-06"])
    #expect(stretches.last?.to == timeline.last)
  }

  @Test("the axis: from the founding to the newest report, or the period")
  func axis() throws {
    let facts = Self.facts([Facts.member("UAESA", Facts.stated("2015-10-05"))])
    let whole = TimelineBuilder()(facts)
    #expect([whole.first.text, whole.last.text] == ["2007-11-06", "2024-12-18"])
    let part = TimelineBuilder()(facts, during: try Facts.period("2016-2018"))
    #expect([part.first.text, part.last.text] == ["2016-01-01", "2018-12-31"])
    let since = TimelineBuilder()(facts, during: try Facts.period("since 2016"))
    #expect([since.first.text, since.last.text] == ["2016-01-01", "2024-12-18"])
  }

  @Test("a row outside the period goes, an undated one stays")
  func period() throws {
    let ended = Facts.member("AAA", Facts.stated("2010-01-01"), Facts.stated("2011-01-01"))
    let timeline = TimelineBuilder()(
      Self.facts([ended, Facts.member("ASI", .unknown)]), during: try Facts.period("2016-2018"))
    #expect(timeline.sections.first?.rows.isEmpty == true)
    #expect(timeline.sections.first?.undated.map(\.label) == ["ASI"])
  }

  @Test("a renamed party is one row with both names, two that a third continues are two")
  func renamed() throws {
    var facts = Self.facts([
      Facts.member("BNSC", Facts.stated("2007-11-06"), Facts.stated("2010-03-31")),
      Facts.member("UKSA", Facts.stated("2010-04-01")), Facts.member("NASDA", Facts.stated("2007-11-06")),
      Facts.member("ISAS", Facts.stated("2007-11-06")),
    ])
    func succession(_ old: String, _ new: String) -> Succession {
      Succession(
        id: "succession/\(old)/\(new)", old: Party(id: "agency/\(old)", label: old),
        new: Party(id: "agency/\(new)", label: new))
    }
    facts.graph.successions = [succession("bnsc", "uksa"), succession("nasda", "jaxa"), succession("isas", "jaxa")]
    let rows = TimelineBuilder()(facts).sections[0].rows
    #expect(rows.map(\.label) == ["ISAS", "NASDA", "UKSA"])
    #expect(rows.map(\.formerly) == [[], [], ["BNSC"]])
    #expect(rows[2].marks.map(\.label) == ["BNSC", "UKSA"])
  }

  @Test("gaps between the holders of an office, and offices that lead alone unless asked for")
  func gaps() throws {
    var secretariat = Facts.term("esa/2", "ESA", Facts.stated("2009-05-20"), Facts.stated("2010-12-31"))
    secretariat.role = "secretariat"
    let facts = Self.facts(terms: Facts.withGap.graph.chairTerms + [secretariat])
    let strip = try #require(TimelineBuilder()(facts).sections.first)
    #expect(TimelineBuilder()(facts).sections.map(\.title) == ["Chair"])
    #expect(TimelineBuilder()(facts, kind: .chairs).sections.map(\.title) == ["Chair", "Secretariat"])
    #expect(
      strip.gaps.map { "\($0.from)/\($0.to)" } == [
        "2007-11-06/2009-05-19", "2011-01-01/2012-12-31", "2014-10-01/2024-12-18",
      ])
  }

  @Test("the number of members on each day, and the numbers that reports state")
  func totals() throws {
    var facts = Self.facts([
      Facts.member("AAA", Facts.stated("2010-01-01"), Facts.stated("2011-01-01")),
      Facts.member("BBB", Facts.stated("2010-06-01")), Facts.member("CCC", .unknown),
    ])
    facts.graph.membershipTotals = [
      MembershipTotal(id: "t1", forum: Self.forum, count: 3, asOf: Facts.stated("2010-07-01")),
      MembershipTotal(id: "t2", forum: Self.forum, count: 9, unit: "countries", asOf: Facts.stated("2010-07-01")),
      MembershipTotal(id: "t3", forum: Self.forum, count: 4),
    ]
    let totals = try #require(TimelineBuilder()(facts).totals)
    #expect(
      totals.steps.map { "\($0.from) \($0.sure) \($0.possible)" } == [
        "2007-11-06 0 1", "2010-01-01 1 2", "2010-06-01 2 3", "2011-01-02 1 2",
      ])
    #expect(totals.counts.map(\.id) == ["t1"])
    #expect(totals.undated.map(\.id) == ["t3"])
  }

  @Test("an agency: its forums, its offices, its meetings, under its former names too")
  func agency() throws {
    let party = Party(id: "agency/uksa", label: "UKSA")
    let old = Party(id: "agency/bnsc", label: "BNSC")
    var facts = TimelineFacts(
      subject: .init(id: party.id, label: party.label), scope: .parties([party, old]), source: Self.source)
    facts.graph.successions = [Succession(id: "s", old: old, new: party)]
    facts.graph.memberships = [Facts.member("BNSC", Facts.stated("2007-11-06")), Facts.member("JAXA", .unknown)]
    facts.graph.meetings = [
      Meeting(
        id: "m1", forum: Self.forum, time: Interval(start: Facts.stated("2012-01-01"), end: Facts.stated("2012-01-02"))),
      Meeting(id: "m2", forum: Self.forum),
    ]
    facts.graph.attendances = [
      Attendance(id: "a", meeting: "m1", forum: Self.forum, party: party, class: "participant")
    ]
    let timeline = TimelineBuilder()(facts)
    #expect(timeline.sections.map(\.title) == ["Member of", "At meetings of"])
    #expect(timeline.sections.map { $0.rows.map(\.label) } == [["ISECG"], ["ISECG"]])
    #expect(timeline.sections[0].rows[0].marks.map(\.label) == ["BNSC"])
    #expect(timeline.sections[1].rows[0].marks.map(\.id) == ["m1"])
  }

  @Test("nothing known: nothing drawn")
  func nothing() { #expect(TimelineBuilder()(Self.facts()).isEmpty) }
}
