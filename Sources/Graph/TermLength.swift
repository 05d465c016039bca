/// The length of a term of office in whole years, months and days: `P1Y`, `P6M`, `P2Y6M` (ISO 8601, no time of day).
public struct TermLength: Sendable, Hashable {
  public var years: Int
  public var months: Int
  public var days: Int

  public init(years: Int = 0, months: Int = 0, days: Int = 0) {
    self.years = years
    self.months = months
    self.days = days
  }

  /// Nil for anything but `P` with one to three counts of at most three digits, in the order `Y`, `M`, `W` or `D`.
  public init?(iso8601 text: String) {
    var counts: [Int] = [0, 0, 0, 0]
    var number: Int?
    var digits = 0
    var next = 0
    let bytes = Array(text.utf8)
    guard bytes.first == UInt8(ascii: "P"), bytes.count > 2 else { return nil }
    for byte in bytes.dropFirst() {
      if let unit = Array("YMWD".utf8).firstIndex(of: byte) {
        guard let count = number, unit >= next else { return nil }
        (counts[unit], number, digits, next) = (count, nil, 0, unit + 1)
      } else {
        digits += 1
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), digits <= 3 else { return nil }
        number = (number ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    guard number == nil else { return nil }
    self.init(years: counts[0], months: counts[1], days: counts[2] * 7 + counts[3])
  }

  /// The ISO 8601 form.
  public var iso8601: String {
    let parts = [(years, "Y"), (months, "M"), (days, "D")].filter { $0.0 != 0 }.map { "\($0.0)\($0.1)" }
    return "P" + (parts.isEmpty ? "0D" : parts.joined())
  }
}
