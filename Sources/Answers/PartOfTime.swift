import Formats

/// Reads a part of a year or decade: `early 2015`, `mid-2015`, `the second half of 2019`, `Q3 2020`, `the late 1990s`.
///
/// Early, mid and late are the thirds of a year (January to April, May to August, September to December) and of a decade.
struct PartOfTime {
  let text: QuestionText

  /// The part that begins at `start`, and where its year begins; nil if none does.
  func callAsFunction(at start: Int) -> (part: Part, next: Int)? {
    for (words, part) in Self.parts
    where words.enumerated().allSatisfy({ text[start + $0.offset]?.folded == $0.element }) {
      var next = start + words.count
      while let word = text[next]?.folded, ["-", "of", "in", "the"].contains(word) { next += 1 }
      return (part, next)
    }
    if text[start]?.folded == "q", let number = text[start + 1], number.isGlued, (1...4).contains(number.value) {
      return (Part(number.value - 1, of: 4), start + 2)
    }
    return nil
  }

  struct Part: Hashable {
    /// Which part, from 0, of how many.
    var index: Int
    var count: Int

    init(_ index: Int, of count: Int) {
      self.index = index
      self.count = count
    }

    /// The days of the part of a whole year or decade; nil of anything else.
    func callAsFunction(_ whole: DateWords.Found) -> DateWords.Found? {
      let (from, to) = (whole.from, whole.to)
      guard from.month == 1, from.day == 1, to.month == 12, to.day == 31 else { return nil }
      let months = (to.year - from.year + 1) * 12
      guard months == 12 || months == 120 else { return nil }
      // Thirds of ten years: four years, three, three.
      let starts =
        months == 12 ? (0...count).map { $0 * 12 / count } : (0...count).map { ($0 * 10 + count - 1) / count * 12 }
      func day(_ month: Int) -> Day? { Day(year: from.year + month / 12, month: month % 12 + 1, day: 1) }
      guard let first = day(starts[index]), let last = day(starts[index + 1])?.adding(days: -1) else { return nil }
      return DateWords.Found(from: first, to: last, end: whole.end)
    }
  }

  private static let parts: [([String], Part)] = [
    (["the", "first", "half"], Part(0, of: 2)), (["the", "second", "half"], Part(1, of: 2)),
    (["first", "half"], Part(0, of: 2)), (["second", "half"], Part(1, of: 2)), (["early"], Part(0, of: 3)),
    (["mid"], Part(1, of: 3)), (["middle"], Part(1, of: 3)), (["the", "middle"], Part(1, of: 3)),
    (["late"], Part(2, of: 3)), (["the", "early"], Part(0, of: 3)), (["the", "mid"], Part(1, of: 3)),
    (["the", "late"], Part(2, of: 3)),
  ]
}
