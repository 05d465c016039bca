import Mentions
import Reports
import Statements
import Testing

/// What a statement is told by where it stands: lines, tables, headings, the sentence before.
@Suite("Statements by the layout of a text")
struct TextLayoutTests {
  /// `KIND NAME DATE [CLASS|STATUS]` of each statement.
  private func read(_ text: String, published: String? = nil) throws -> [String] {
    let report = Report(title: "", text: ReportText(plain: text), published: published)
    return try StatementReaderTests.reader.get()(report).map { statement in
      let name = [.member, .agency, .to, .forum].lazy.compactMap { statement.name($0)?.label }.first
      let time = statement.text(.date) ?? statement.text(.asOf)
      let ordinal = statement.number(.ordinal).map { "#\($0)" }
      let parts = [name, ordinal, time, statement.text(.class) ?? statement.text(.status)]
      return ([statement.kind.rawValue] + parts.compactMap { $0 }).joined(separator: " ")
    }
  }

  @Test("a day in front of a text is that of its publication")
  func dateline() throws {
    #expect(
      try read("Darmstadt, 2 December 2010 – Yesterday CEOS met in Rome. It has 26 members.")
        == ["meeting CEOS 2010-12-01 held", "membership_total CEOS 2010-12-02"])
  }

  @Test(
    "days of the week, and verbs of the present",
    arguments: [
      ("The 30th CEOS plenary runs in Rome from Tuesday to Friday this week.", "2022-11-15/2022-11-18 held"),
      ("The 30th CEOS plenary was held in Rome last Friday.", "2022-11-11 held"),
      ("The 30th CEOS plenary meets again on 14 December.", "2022-12-14 planned"),
    ])
  func weekdays(text: String, time: String) throws {
    #expect(try read(text, published: "2022-11-16") == ["meeting CEOS #30 \(time)"])
  }

  @Test("rows with one bar are a table; its column of bodies is who was there")
  func bars() throws {
    let text = """
      The 38th CEOS plenary met in Rome on 5 May 2014.

      Participants

      Name | Affiliation
      Jane Doe | NASA
      John Roe | ESA
      """
    #expect(
      try read(text) == [
        "meeting CEOS #38 2014-05-05 held", "attendance NASA 2014-05-05", "attendance ESA 2014-05-05",
      ])
  }

  @Test("a column tells who is an observer and who was absent")
  func status() throws {
    let text = """
      The 38th CEOS plenary met in Rome on 5 May 2014.

      Delegations

      Agency\tHead\tStatus
      NASA\tJane Doe\tMember
      CNSA\tJohn Roe\tObserver
      ISRO\tabsent
      """
    #expect(
      try read(text) == [
        "meeting CEOS #38 2014-05-05 held", "attendance NASA 2014-05-05", "attendance CNSA 2014-05-05 observer",
      ])
  }

  @Test("those present in lines that each body heads")
  func lines() throws {
    let text = """
      The 38th CEOS plenary met in Rome on 5 May 2014.

      Participants
      CNES: Jean Durand
      ESA: Jane Doe, John Roe
      Apologies: ISRO
      """
    #expect(
      try read(text) == [
        "meeting CEOS #38 2014-05-05 held", "attendance CNES 2014-05-05", "attendance ESA 2014-05-05",
      ])
  }

  @Test("the date of an introduction is that of the lists under the short headings behind it")
  func introduction() throws {
    let text = """
      At the time of publication (June 2000), the Member and Observer Agencies of CEOS were

      Member Agencies
      - Agenzia Spaziale Italiana (ASI)/Italy.
      - European Space Agency (ESA)/Europe.

      Observer Agencies
      - EUMETSAT/Europe.
      - Korea Aerospace Research Institute (KARI)/Korea.
      """
    #expect(
      try read(text) == [
        "membership ASI 2000-06", "membership ESA 2000-06", "membership EUMETSAT 2000-06 observer",
        "membership KARI 2000-06 observer",
      ])
  }

  @Test("a meeting whose number, place and day stand in lines of their own")
  func header() throws {
    #expect(
      try read("Committee on Earth Observation Satellites (CEOS)\nTwenty-second session\nBangkok, 10-11 October 2018")
        == ["meeting CEOS #22 2018-10-10/2018-10-11 held"])
  }

  @Test("a week and days in it are one meeting; a sitting is none")
  func oneMeeting() throws {
    #expect(
      try read(
        "CEOS met last week in Rome. The 30th CEOS plenary took place on 28 and 29 October in Rome.",
        published: "2015-11-02") == ["meeting CEOS #30 2015-10-28/2015-10-29 held"])
    #expect(try read("At its 903rd meeting, on 4 April 2016, COPUOS adopted the agenda.") == [])
  }

  @Test("an acronym that the vocabulary lacks is the same body in a list and alone")
  func unknown() throws {
    let text = "CEOS admitted NASA, ESA, QXZ and JAXA in 2019. The Qua Xen Zet Agency (QXZ) joined CEOS in 2019."
    let report = Report(title: "", text: ReportText(plain: text))
    let ids = try StatementReaderTests.reader.get()(report).compactMap { $0.name(.member)?.id }
    #expect(Set(ids).count == 4, "\(ids)")
    #expect(ids.contains("agency/?qxz"))
  }
}
