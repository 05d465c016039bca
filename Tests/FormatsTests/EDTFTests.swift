import Formats
import Testing

struct EDTFTests {
  @Test(
    "Dates and their bounds",
    arguments: [
      ("2020", "2020-01-01", "2020-12-31", "year"), ("2020-09", "2020-09-01", "2020-09-30", "month"),
      ("2020-02", "2020-02-01", "2020-02-29", "month"), ("2020-09-09", "2020-09-09", "2020-09-09", "day"),
      ("198X", "1980-01-01", "1989-12-31", "decade"), ("19XX", "1900-01-01", "1999-12-31", "century"),
      ("20XX", "2000-01-01", "2099-12-31", "century"), ("1600", "1600-01-01", "1600-12-31", "year"),
      ("2100-12-31", "2100-12-31", "2100-12-31", "day"), ("XXXX-07-10", nil, nil, "dayOfUnknownYear"),
      ("XXXX-02-29", nil, nil, "dayOfUnknownYear"), ("XXXX-12", nil, nil, "monthOfUnknownYear"),
      ("2013~", "2013-01-01", "2013-12-31", "year"), ("2013-05?", "2013-05-01", "2013-05-31", "month"),
      ("2009-03-10/2009-03-12", "2009-03-10", "2009-03-12", "interval"),
      ("2014/2018", "2014-01-01", "2018-12-31", "interval"),
      ("../2020-09-09", nil, "2020-09-09", "interval"), ("1987/..", "1987-01-01", nil, "interval"),
      ("2020/2020-03", "2020-01-01", "2020-03-31", "interval"), ("2014~/2018?", "2014-01-01", "2018-12-31", "interval"),
      ("[2020-03-13..2020-09-09]", "2020-03-13", "2020-09-09", "oneOf"), ("[..2020-09]", nil, "2020-09-30", "oneOf"),
      ("[2020-09-09..]", "2020-09-09", nil, "oneOf"), ("{2021-11-30,2021-12-02}", "2021-11-30", "2021-12-02", "allOf"),
      ("{2021,2019-05}", "2019-05-01", "2021-12-31", "allOf"), ("{2020}", "2020-01-01", "2020-12-31", "allOf"),
      ("XXXX-07-10/XXXX-07-12", nil, nil, "interval"),
    ] as [(String, String?, String?, String)])
  func bounds(text: String, earliest: String?, latest: String?, precision: String) throws {
    let date = try EDTF(text)
    #expect(date.earliest?.text == earliest)
    #expect(date.latest?.text == latest)
    #expect(date.precision.rawValue == precision)
    #expect(date.text == text)
  }

  @Test(
    "Doubt",
    arguments: [
      ("2013", false, false), ("2013~", true, false), ("2013?", false, true), ("2013%", true, true),
      ("2013~/..", true, false),
    ])
  func doubt(text: String, isApproximate: Bool, isUncertain: Bool) throws {
    let date = try EDTF(text)
    #expect(date.isApproximate == isApproximate)
    #expect(date.isUncertain == isUncertain)
  }

  @Test(
    "Parts",
    arguments: [
      ("2014/2018", "2014", "2018"), ("../2018", nil, "2018"), ("2014/..", "2014", nil),
      ("[2014..2018]", "2014", "2018"), ("2014~", "2014~", "2014~"),
    ] as [(String, String?, String?)])
  func parts(text: String, start: String?, end: String?) throws {
    let date = try EDTF(text)
    #expect(date.start?.text == start)
    #expect(date.end?.text == end)
  }

  @Test(
    "Refused",
    arguments: [
      ("2020-02-30", "DATE-RANGE"), ("2019-02-29", "DATE-RANGE"), ("2020-04-31", "DATE-RANGE"),
      ("2020-13-01", "DATE-RANGE"),
      ("2020-00-10", "DATE-RANGE"), ("2020-01-00", "DATE-RANGE"), ("0000", "DATE-RANGE"), ("1599", "DATE-RANGE"),
      ("2101", "DATE-RANGE"),
      ("21XX", "DATE-RANGE"), ("159X", "DATE-RANGE"), ("XXXX-02-30", "DATE-RANGE"), ("2020/2019", "DATE-RANGE"),
      ("[2020-05..2020-04]", "DATE-RANGE"), ("12020", "DATE-FORM"), ("-2020", "DATE-FORM"), ("99", "DATE-FORM"),
      ("", "DATE-FORM"),
      ("2020-9-8", "DATE-FORM"), (" 2020", "DATE-FORM"), ("2020 ", "DATE-FORM"), ("٢٠٢٠", "DATE-FORM"),
      ("2020-09-09T10:00", "DATE-FORM"),
      ("2020/", "DATE-FORM"), ("/2020", "DATE-FORM"), ("../..", "DATE-FORM"), ("[..]", "DATE-FORM"),
      ("{}", "DATE-FORM"), ("[]", "DATE-FORM"),
      ("[", "DATE-FORM"), ("{", "DATE-FORM"), ("[2020]", "DATE-FORM"), ("[A..B]/..", "DATE-FORM"),
      ("2020-21", "DATE-RANGE"), ("XXXX", "DATE-FORM"),
      ("2X20", "DATE-FORM"), ("198X-05", "DATE-FORM"), ("2020~?", "DATE-FORM"), ("2020/2021/2022", "DATE-FORM"),
      ("20200909", "DATE-FORM"),
      ("2020_09", "DATE-FORM"), ("September 2020", "DATE-FORM"), ("{2020,}", "DATE-FORM"), ("..", "DATE-FORM"),
      ("~", "DATE-FORM"),
    ])
  func refused(text: String, code: String) {
    #expect { try EDTF(text) } throws: { ($0 as? Problem)?.code == code }
  }
}
