import Formats
import Graph
import Testing

@testable import Answers

@Suite("Wording")
struct WordingTests {
  @Test(
    "dates",
    arguments: [
      ("2020-09-09", "9 September 2020"), ("2020-09", "September 2020"), ("2020", "2020"), ("2019~", "about 2019"),
      ("2019-03-18/2019-03-19", "18 to 19 March 2019"), ("2019-02-27/2019-03-01", "27 February to 1 March 2019"),
      ("2018/2020", "2018 to 2020"), ("XXXX-07-10", "10 July, year not stated"), ("nonsense", "nonsense"),
    ])
  func date(edtf: String, words: String) { #expect(Wording.date(edtf) == words) }

  @Test(
    "bounds of a stated event",
    arguments: [
      (
        Bound(earliest: Facts.day("2020-09-09"), latest: Facts.day("2020-09-09"), isStated: true),
        "until 9 September 2020"
      ),
      (
        Bound(earliest: Facts.day("2020-03-13"), latest: Facts.day("2020-09-09"), isStated: true),
        "until a day between 13 March 2020 and 9 September 2020"
      ),
      (Bound(latest: Facts.day("2020-09-09"), isStated: true), "until 9 September 2020 or earlier"),
      (Bound(latest: Facts.day("2020-09-09")), "end not stated (over by 9 September 2020)"),
      (Bound(earliest: Facts.day("2020-09-09")), "end not stated (last seen 9 September 2020)"),
      (.unknown, "end not stated"),
    ])
  func bound(bound: Bound, words: String) { #expect(Wording.end(of: Interval(end: bound)) == words) }
}
