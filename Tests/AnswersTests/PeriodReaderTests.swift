import Formats
import Testing

@testable import Answers

@Suite("Periods")
struct PeriodReaderTests {
  private let reader = PeriodReader(today: Day(number: 20_000))

  @Test(
    "as --in takes them",
    arguments: [
      ("2020", "2020", "in 2020"), ("2020-09", "2020-09", "in September 2020"),
      ("2020-09-09", "2020-09-09", "on 9 September 2020"),
      ("2008-2011", "2008-01-01/2011-12-31", "from 2008 to 2011"),
      ("2018/2020-06", "2018-01-01/2020-06-30", "from 1 January 2018 to 30 June 2020"),
      ("2015/..", "2015-01-01/..", "since 2015"), ("../2015-06", "../2015-06-30", "until June 2015"),
      ("since September 2015", "2015-09-01/..", "since September 2015"),
      ("1990s", "1990-01-01/1999-12-31", "from 1990 to 1999"),
      ("this month", "2024-10", "in October 2024"),
    ])
  func period(written: String, edtf: String, words: String) throws {
    let period = try reader.period(written, option: "--in")
    #expect(period.edtf == edtf)
    #expect(period.words == words)
  }

  @Test(
    "refused with 64 and the option's name",
    arguments: ["", "0000", "abc", "2020-02-30", "2020-13", "3/4/2020", "2020 x", "٢٠٢٠"])
  func refused(written: String) throws {
    let problem = try #require(throws: Problem.self) { try reader.period(written, option: "--in") }
    #expect(problem.exit == .usage)
    #expect(problem.description.contains("--in"))
  }

  @Test("a day for --on", arguments: [("2020-09-09", "2020-09-09"), ("9 September 2020", "2020-09-09")])
  func day(written: String, text: String) throws {
    #expect(try reader.day(written, option: "--on").text == text)
  }

  @Test("no day for --on", arguments: ["2020-09", "2020", "since 2015"])
  func noDay(written: String) {
    #expect(throws: Problem.self) { try reader.day(written, option: "--on") }
  }
}
