import Formats

/// The date of a report's publication as the report gives it: EDTF, and the day if it is a day.
struct ReportDate {
  let edtf: String?
  let day: Day?

  init(_ edtf: String?) {
    self.edtf = edtf
    let parts = (edtf ?? "").split(separator: "-").compactMap { Int($0) }
    day = parts.count == 3 ? Day(year: parts[0], month: parts[1], day: parts[2]) : nil
  }
}
