import Formats
import Store
import Testing

@testable import Answers
@testable import Graph

@Suite("Country-years")
struct CountryYearTests {
  private static let countries = Countries([
    VocabularyRow(id: "country/au", kind: .country, label: "Australia", country: "AU", iso3: "AUS", cowCode: 900),
    VocabularyRow(id: "country/jp", kind: .country, label: "Japan", country: "JP", iso3: "JPN", cowCode: 740),
    VocabularyRow(
      id: "country/suhh", kind: .country, label: "Soviet Union", country: "SU", iso3: "SUN", cowCode: 365,
      founded: "1922-12-30", dissolved: "1991-12-26"),
  ])

  private static let entries = Dictionary(
    uniqueKeysWithValues: [("asa", "AU"), ("csiro", "AU"), ("jaxa", "JP"), ("isas", "JP"), ("ran", "SU"), ("esa", nil)]
      .map { key, country in
        ("agency/\(key)", VocabularyRow(id: "agency/\(key)", kind: .agency, label: key, country: country))
      })

  private static func party(_ key: String) -> Party { Party(id: "agency/\(key)", label: key.uppercased()) }
  private static let forum = Party(id: "forum/isecg", label: "ISECG")

  /// Joined and left as a report states, or seen to be a member.
  private static func membership(
    _ key: String, from: String? = nil, to: String? = nil, seen: String? = nil, class: String = "member"
  ) -> Membership {
    var time = Interval(start: from.map(bound) ?? .unknown, end: to.map(bound) ?? .unknown)
    if from == nil { time.start.latest = seen.map(Facts.day) ?? time.end.latest }
    if to == nil { time.end.earliest = seen.map(Facts.day) ?? time.start.latest }
    return Membership(
      id: "membership/isecg/\(key)/\(`class`)/1", forum: forum, party: party(key), class: `class`, time: time)
  }

  private static func bound(_ edtf: String) -> Bound {
    let date = try? EDTF(edtf)
    return Bound(earliest: date?.earliest, latest: date?.latest, edtf: edtf, isStated: true)
  }

  private static func years(
    _ memberships: [Membership], _ period: String = "2010-2020", founded: String? = nil, dissolved: String? = nil,
    fill: (inout Graph) -> Void = { _ in }
  ) throws -> [CountryYear] {
    var facts = ForumFacts(forum: Subject(id: forum.id, label: forum.label), founded: founded)
    facts.graph.memberships = memberships
    fill(&facts.graph)
    let items = facts.graph.membershipEvents.flatMap(\.statements) + facts.graph.membershipTotals.flatMap(\.statements)
    let evidence = Set(items).map { statement in
      EvidenceItem(
        statement: statement, kind: "membership", quote: "", start: 0, end: 0, report: String(statement.prefix(1)),
        title: "", rule: "test")
    }
    return CountryYearBuilder(
      facts: facts, dissolved: dissolved, period: try Facts.period(period), newest: Facts.day("2020-06-30"),
      evidence: evidence)(entries, in: countries)
  }

  /// The values of a country as runs: `-9 2010-2014, 1 2015-2020`.
  private static func runs(_ years: [CountryYear], _ iso3: String = "AUS") -> String {
    var runs: [(value: Int, from: Int, to: Int)] = []
    for row in years.filter({ $0.iso3 == iso3 }).sorted(by: { $0.year < $1.year }) {
      if let last = runs.last, last.value == row.standing.rawValue {
        runs[runs.count - 1].to = row.year
      } else {
        runs.append((row.standing.rawValue, row.year, row.year))
      }
    }
    return runs.map { "\($0.value) \($0.from)-\($0.to)" }.joined(separator: ", ")
  }

  @Test(
    "unknown is not 0",
    arguments: [
      ("2015-03-01", nil, nil, "0 2010-2014, 1 2015-2020"),
      ("2015", "2018-02", nil, "0 2010-2014, 1 2015-2018, 0 2019-2020"),
      // Seen, but nothing is known of the beginning; no date at all.
      (nil, nil, "2015-05-05", "-9 2010-2014, 1 2015-2020"), (nil, nil, nil, "-9 2010-2020"),
      // Joined some day in three years, or by a day; left, and nothing is known of the beginning.
      ("[2014-02-01..2016-03-31]", nil, nil, "0 2010-2013, -9 2014-2015, 1 2016-2020"),
      ("[..2016-03-31]", nil, nil, "-9 2010-2015, 1 2016-2020"),
      (nil, "2013-04-05", nil, "-9 2010-2012, 1 2013-2013, 0 2014-2020"),
    ] as [(String?, String?, String?, String)])
  func values(from: String?, to: String?, seen: String?, expected: String) throws {
    #expect(Self.runs(try Self.years([Self.membership("asa", from: from, to: to, seen: seen)])) == expected)
  }

  @Test("before the forum and after it: -1")
  func noForum() throws {
    let years = try Self.years([Self.membership("asa", from: "2015-03-01")], founded: "2012-05", dissolved: "2018")
    #expect(Self.runs(years) == "-1 2010-2011, 0 2012-2014, 1 2015-2018, -1 2019-2020")
    // Without a period from the founding to the newest report.
    #expect(Self.runs(try Self.years([Self.membership("asa")], "2012/..", founded: "2012-05")) == "-9 2012-2020")
  }

  @Test("the agencies of a country together, the highest class first; ESA has no country")
  func together() throws {
    let years = try Self.years(
      [
        Self.membership("asa", from: "2015-03-01", class: "observer"), Self.membership("csiro", from: "2018-03-01"),
        Self.membership("esa", from: "2012-01-01"), Self.membership("jaxa", from: "2012-01-01", class: "affiliate"),
      ])
    #expect(Self.runs(years) == "0 2010-2014, 3 2015-2017, 1 2018-2020")
    #expect(Self.runs(years, "JPN") == "0 2010-2011, 2 2012-2020")
    #expect(Set(years.map(\.iso3)) == ["AUS", "JPN"])
    let last = try #require(years.first { $0.iso3 == "AUS" && $0.year == 2020 })
    #expect(last.agencies == 2 && last.anyDay == "member" && last.certainty == .presumed && last.cowCode == 900)
    #expect(years.allSatisfy { ($0.agencies == nil) == ($0.standing == .unknown || $0.standing == .forumDidNotExist) })
  }

  @Test("one agency of which nothing is known leaves the country unknown")
  func oneUnknown() throws {
    let years = try Self.years([Self.membership("asa", from: "2015-03-01"), Self.membership("csiro")])
    #expect(Self.runs(years) == "-9 2010-2014, 1 2015-2020")
    // A member of which no date is told is possible in each year.
    #expect(years.first?.certainty == .possible)
  }

  @Test("the class of the last day stands beside that of any day")
  func lastDay() throws {
    let years = try Self.years([Self.membership("asa", from: "2012-01-05", to: "2018-02-03")])
    #expect(years.first { $0.year == 2018 }.map { [$0.anyDay, $0.lastDay] } == ["member", nil])
    #expect(years.first { $0.year == 2017 }.map { [$0.anyDay, $0.lastDay] } == ["member", "member"])
  }

  @Test("a country of former times has rows only while it was")
  func former() throws {
    let years = try Self.years([Self.membership("ran", seen: "1980-05-05")], "1985-1995")
    #expect(Self.runs(years, "SUN") == "1 1985-1991")
  }

  @Test(
    "a whole list of a year that lacks the country: 0, unless it may have joined or left in that year",
    arguments: [
      (2, nil, "a", "-9 2010-2012, 0 2013-2013, -9 2014-2015, 1 2016-2020"),
      // The total is another one, about, of countries, or in another report.
      (3, nil, "a", "-9 2010-2015, 1 2016-2020"), (2, "countries", "a", "-9 2010-2015, 1 2016-2020"),
      (2, nil, "b", "-9 2010-2015, 1 2016-2020"),
    ])
  func wholeList(count: Int, unit: String?, report: String, expected: String) throws {
    let told = Self.bound("2013-05-05")
    let years = try Self.years([Self.membership("asa", seen: "2016-05-05")]) { graph in
      graph.membershipEvents = ["jaxa", "esa"].map { key in
        MembershipEvent(
          id: "membership-event/isecg/\(key)/listed/1", forum: Self.forum, party: Self.party(key), kind: .listed,
          class: "member", time: told, statements: ["a-\(key)"])
      }
      graph.membershipTotals = [
        MembershipTotal(
          id: "membership-total/isecg/2013-05-05/\(count)", forum: Self.forum, count: count, unit: unit, asOf: told,
          statements: ["\(report)-total"])
      ]
    }
    #expect(Self.runs(years) == expected)
  }

  @Test("all bounds: a class where a day has one, 0 only where a report excludes every day")
  func allBounds() throws {
    let days: [Day?] = [nil, Facts.day("2011-07-01"), Facts.day("2013-12-31"), Facts.day("2014-01-01")]
    func bounds(_ isStated: Bool) -> [Bound] {
      days.flatMap { first in
        days.compactMap { last in
          if let first, let last, last < first { return nil }
          return Bound(earliest: first, latest: last, isStated: isStated)
        }
      }
    }
    for (start, end) in (bounds(true) + bounds(false)).flatMap({ start in
      (bounds(true) + bounds(false)).map { (start, $0) }
    }) {
      var row = Self.membership("asa")
      row.time = Interval(start: start, end: end)
      let years = try Self.years([row])
      #expect(years.map(\.year) == Array(2010...2020))
      for year in years {
        // On other days of a year nothing changes.
        let all = ["01-01", "06-30", "07-01", "07-02", "12-30", "12-31"].map { day in
          row.certainty(on: Facts.day("\(year.year)-\(day)"))
        }
        let surest = all.min() ?? .unknown
        #expect((year.anyDay != nil) == (surest < .possible), "\(row.time) \(year)")
        #expect((year.lastDay != nil) == (all.last.map { $0 < .possible } ?? false), "\(row.time) \(year)")
        if year.standing == .none {
          #expect(surest == .unknown && (start.isStated || end.isStated), "\(row.time) \(year)")
        }
      }
    }
  }
}
