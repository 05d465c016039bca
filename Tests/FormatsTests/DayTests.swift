import Formats
import Testing

struct DayTests {
  @Test("Every day from 1599 to 2101 comes once, in order, with its weekday")
  func all() throws {
    let first = try #require(Day(year: 1599, month: 1, day: 1))
    let last = try #require(Day(year: 2101, month: 12, day: 31))
    var number = first.number
    var weekday = first.weekday
    for year in 1599...2101 {
      for month in 1...12 {
        for day in 1...Day.daysInMonth(year: year, month: month) {
          let found = Day(number: number)
          guard found.year == year, found.month == month, found.day == day, found.weekday == weekday,
            Day(year: year, month: month, day: day) == found
          else {
            Issue.record("\(year)-\(month)-\(day) came as \(found.text)")
            return
          }
          number += 1
          weekday = weekday % 7 + 1
        }
      }
    }
    #expect(number == last.number + 1)
  }

  @Test(arguments: [
    (1970, 1, 1, 0, 4), (2000, 2, 29, 11_016, 2), (1969, 12, 31, -1, 3), (2020, 9, 9, 18_514, 3),
    (1600, 3, 1, -135_080, 3),
    (1, 1, 1, -719_162, 1), (9999, 12, 31, 2_932_896, 5),
  ])
  func known(year: Int, month: Int, day: Int, number: Int, weekday: Int) {
    let found = Day(year: year, month: month, day: day)
    #expect(found?.number == number)
    #expect(found?.weekday == weekday)
  }

  @Test(arguments: [
    (2020, 2, 30), (2019, 2, 29), (1900, 2, 29), (2020, 4, 31), (2020, 13, 1), (2020, 0, 1), (2020, 1, 0), (0, 1, 1),
    (10_000, 1, 1),
  ])
  func missing(year: Int, month: Int, day: Int) { #expect(Day(year: year, month: month, day: day) == nil) }

  @Test func text() {
    #expect(Day(number: 0).text == "1970-01-01")
    #expect(Day(year: 33, month: 4, day: 3)?.text == "0033-04-03")
    #expect(Day(number: 1) > Day(number: 0))
  }
}
