/// A date of metadata with or without a time of day and an offset, after ISO 8601: `2020-09-18T08:55:27+02:00`.
///
/// Taken besides: no seconds, a fraction of a second, the offset as `Z`, `±HH:MM` or `±HHMM` (up to 14 hours), a date
/// alone. `24:00:00` and a 60th second are kept as written. Nothing else, and ASCII digits only.
public struct Timestamp: Sendable, Hashable {
  /// As written.
  public let text: String
  /// The day as written, in whatever zone that is.
  public let day: Day
  /// Seconds since midnight; nil for a date alone.
  public let second: Int?
  /// Nil if no zone is written.
  public let offsetMinutes: Int?
  /// `HH:MM:SS` as written.
  private let clock: String?

  /// Nil for WordPress's ways to say "never": `0000-00-00…` and `-001-11-30…`.
  ///
  /// - Throws: `DATE-FORM`, and `DATE-RANGE` for a day or time that doesn't exist or a year outside 1600 to 2100.
  public static func read(_ text: String, at place: Place) throws(Problem) -> Timestamp? {
    if text.utf8.starts(with: "0000-00-00".utf8) || text.utf8.starts(with: "-001-11-30".utf8) { return nil }
    return try Timestamp(text, at: place)
  }

  /// Text that sorts by time: in UTC where the offset is known, else as written.
  public var sortable: String {
    guard let second, let clock else { return day.text }
    guard let offsetMinutes, offsetMinutes != 0 else { return "\(day.text)T\(clock)" }
    var number = day.number
    var seconds = second - offsetMinutes * 60
    if seconds < 0 { (number, seconds) = (number - 1, seconds + 86_400) }
    if seconds >= 86_400 { (number, seconds) = (number + 1, seconds - 86_400) }
    return "\(Day(number: number).text)T\(Self.clock(seconds / 3600, seconds / 60 % 60, seconds % 60))"
  }

  /// Seconds since 1970-01-01T00:00:00 of the time as written, without regard to its zone.
  public var localSeconds: Int { day.number * 86_400 + (second ?? 0) }

  private init(_ text: String, at place: Place) throws(Problem) {
    let bytes = Array(text.utf8)
    var scanner = TimestampScanner(bytes)
    guard bytes.count <= 40, let date = scanner.date() else { throw Timestamp.form(text, place) }
    var second: Int?
    var offset: Int?
    var clock: String?
    if scanner.take(UInt8(ascii: "T")) {
      guard let time = scanner.time() else { throw Timestamp.form(text, place) }
      second = time.hour * 3600 + time.minute * 60 + time.second
      clock = Self.clock(time.hour, time.minute, time.second)
      let isMidnight = time.hour == 24 && time.minute == 0 && time.second == 0
      guard time.hour < 24 || isMidnight, time.minute < 60, time.second <= 60 else {
        throw Problem("DATE-RANGE", at: place, "there is no such time: \"\(Visible.shortened(text, to: 40))\"")
      }
      if !scanner.isAtEnd {
        guard let zone = scanner.offset() else { throw Timestamp.form(text, place) }
        guard abs(zone) <= 14 * 60 else {
          throw Problem(
            "DATE-RANGE", at: place, "an offset of more than 14 hours: \"\(Visible.shortened(text, to: 40))\"")
        }
        offset = zone
      }
    }
    guard scanner.isAtEnd else { throw Timestamp.form(text, place) }
    guard EDTFParser.years.contains(date.year), let day = Day(year: date.year, month: date.month, day: date.day) else {
      throw Problem(
        "DATE-RANGE", at: place, "no such day, or a year outside 1600 to 2100: \"\(Visible.shortened(text, to: 40))\"")
    }
    self.text = text
    self.day = day
    self.second = second
    self.clock = clock
    offsetMinutes = offset
  }

  private static func clock(_ hour: Int, _ minute: Int, _ second: Int) -> String {
    [hour, minute, second].map { Day.padded($0, to: 2) }.joined(separator: ":")
  }

  private static func form(_ text: String, _ place: Place) -> Problem {
    Problem(
      "DATE-FORM", at: place,
      "\"\(Visible.shortened(text, to: 40))\" is not a date; expected YYYY-MM-DD or "
        + "YYYY-MM-DDTHH:MM:SS, perhaps with Z or ±HH:MM"
    )
  }
}

/// The pieces of a timestamp.
private struct TimestampScanner {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }

  mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  mutating func digits(_ count: Int) -> Int? {
    guard index + count <= bytes.count, bytes[index..<(index + count)].allSatisfy(\.isASCIIDigit) else { return nil }
    defer { index += count }
    return bytes[index..<(index + count)].reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  mutating func date() -> (year: Int, month: Int, day: Int)? {
    guard let year = digits(4), take(UInt8(ascii: "-")), let month = digits(2), take(UInt8(ascii: "-")),
      let day = digits(2)
    else { return nil }
    return (year, month, day)
  }

  mutating func time() -> (hour: Int, minute: Int, second: Int)? {
    guard let hour = digits(2), take(UInt8(ascii: ":")), let minute = digits(2) else { return nil }
    guard take(UInt8(ascii: ":")) else { return (hour, minute, 0) }
    guard let second = digits(2) else { return nil }
    if take(UInt8(ascii: ".")) {
      guard digits(1) != nil else { return nil }
      while digits(1) != nil {}
    }
    return (hour, minute, second)
  }

  /// The offset in minutes.
  mutating func offset() -> Int? {
    if take(UInt8(ascii: "Z")) { return 0 }
    let isWest = take(UInt8(ascii: "-"))
    guard isWest || take(UInt8(ascii: "+")), let hours = digits(2) else { return nil }
    _ = take(UInt8(ascii: ":"))
    guard let minutes = digits(2), minutes < 60 else { return nil }
    return (hours * 60 + minutes) * (isWest ? -1 : 1)
  }
}
