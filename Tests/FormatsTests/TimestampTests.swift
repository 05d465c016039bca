import Formats
import Testing

struct TimestampTests {
  private let place = Place(file: "x")

  @Test(
    arguments: [
      ("2020-09-18T08:55:27", "2020-09-18", "2020-09-18T08:55:27"),
      ("2020-09-18T08:55:27Z", "2020-09-18", "2020-09-18T08:55:27"),
      ("2020-09-18T00:30:00+02:00", "2020-09-18", "2020-09-17T22:30:00"),
      ("2020-12-31T23:00:00-0500", "2020-12-31", "2021-01-01T04:00:00"),
      ("2020-09-18", "2020-09-18", "2020-09-18"), ("2020-09-18T08:55", "2020-09-18", "2020-09-18T08:55:00"),
      ("2020-09-18T08:55:27.123Z", "2020-09-18", "2020-09-18T08:55:27"),
      ("2020-09-18T24:00:00", "2020-09-18", "2020-09-18T24:00:00"),
      ("2016-12-31T23:59:60", "2016-12-31", "2016-12-31T23:59:60"),
      ("2020-09-18T08:55:27+14:00", "2020-09-18", "2020-09-17T18:55:27"),
    ])
  func read(text: String, day: String, sortable: String) throws {
    let found = try #require(try Timestamp.read(text, at: place))
    #expect(found.day.text == day)
    #expect(found.sortable == sortable)
  }

  @Test(arguments: ["0000-00-00T00:00:00", "0000-00-00", "-001-11-30T00:00:00"])
  func never(text: String) throws { #expect(try Timestamp.read(text, at: place) == nil) }

  @Test(arguments: [
    ("2020-02-30T00:00:00", "DATE-RANGE"), ("2020-09-18T25:61:61", "DATE-RANGE"), ("2020-09-18T24:00:01", "DATE-RANGE"),
    ("1599-01-01", "DATE-RANGE"),
    ("2020-09-18T08:55:27+25:00", "DATE-RANGE"), ("2020-9-8T8:5:7", "DATE-FORM"), ("2020-09-18 08:55:27", "DATE-FORM"),
    ("12020-09-18", "DATE-FORM"),
    (" 2020-09-18", "DATE-FORM"), ("2020-09-18T08:55:27Zx", "DATE-FORM"), ("", "DATE-FORM"),
    ("2020-09-18T", "DATE-FORM"), ("2020-09-18T08:55:27.", "DATE-FORM"),
    ("٢٠٢٠-09-18", "DATE-FORM"), ("18 September 2020", "DATE-FORM"),
  ])
  func refused(text: String, code: String) {
    #expect { try Timestamp.read(text, at: place) } throws: { ($0 as? Problem)?.code == code }
  }
}
