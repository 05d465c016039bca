import Formats

/// Dates in the metadata of reports.
enum MetadataDate {
  /// A date in EDTF as it is, the day of a date with a time; nil for WordPress's "never".
  ///
  /// - Throws: `DATE-FORM`, `DATE-RANGE`.
  static func published(_ text: String, at place: Place) throws(Problem) -> String? {
    if text.utf8.contains(UInt8(ascii: "T")) || text.utf8.starts(with: "0000-00-00".utf8) {
      return try Timestamp.read(text, at: place)?.day.text
    }
    return try EDTF(text, at: place).text
  }

  /// A date of change as it is; nil for "never".
  static func changed(_ text: String, at place: Place) throws(Problem) -> String? {
    try published(text, at: place) == nil ? nil : text
  }
}
