public import Answers
public import Formats
import Graph

/// Years of countries as a table; `iso3`, `year` and `forum_id` are its key.
public enum CountryYearRows {
  public static let columns = [
    "iso3", "cow_code", "year", "forum_id", "class_any_day", "class_31_dec", "cow_value", "certainty", "agency_count",
  ]

  public static func cells(_ row: CountryYear) -> [Cell] {
    [
      .text(row.iso3), Cell(row.cowCode), Cell(row.year), .text(row.forum), Cell(row.anyDay), Cell(row.lastDay),
      Cell(row.standing.rawValue), .text(row.certainty.rawValue), Cell(row.agencies),
    ]
  }
}
