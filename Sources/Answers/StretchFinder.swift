import Formats
import Graph

/// Cuts a period where the certainty of what lasts changes.
struct StretchFinder {
  let from: Day
  let to: Day

  /// The days that a question looks at: an open side of the period ends at the first day known, or the founding of the
  /// forum, and at today.
  init(_ period: Period, known: [Day], founded: String? = nil, today: Day) {
    var from = period.from ?? known.min() ?? today
    if let founded, let earliest = (try? EDTF(founded))?.earliest, earliest > from { from = earliest }
    to = period.to ?? max(today, from)
    self.from = min(from, to)
  }

  /// The stretches in order and without holes, the unknown ones included; none of what is undated.
  func callAsFunction(_ lasting: some Lasting) -> [Fact.Stretch] {
    let time = lasting.time
    guard !time.isUndated else { return [] }
    var starts: Set<Day> = [from]
    let bounds = [
      time.start.earliest, time.start.latest, time.start.latest?.adding(days: 1), time.end.earliest,
      time.end.earliest?.adding(days: 1), time.end.latest?.adding(days: 1),
    ]
    for case let day? in bounds where day > from && day <= to { starts.insert(day) }
    var stretches: [Fact.Stretch] = []
    let sorted = starts.sorted()
    for (i, start) in sorted.enumerated() {
      let end = i + 1 < sorted.count ? sorted[i + 1].adding(days: -1) : to
      for stretch in split(lasting, start, end) { append(stretch, to: &stretches) }
    }
    return stretches
  }

  /// Between two bounds certainty changes at most once: where a presumption ends.
  private func split(_ lasting: some Lasting, _ from: Day, _ to: Day) -> [Fact.Stretch] {
    let first = lasting.certainty(on: from)
    let last = lasting.certainty(on: to)
    guard first != last else { return [Fact.Stretch(from: from, to: to, certainty: first)] }
    var low = from.number
    var high = to.number
    while high - low > 1 {
      let middle = (low + high) / 2
      if lasting.certainty(on: Day(number: middle)) == first { low = middle } else { high = middle }
    }
    return [
      Fact.Stretch(from: from, to: Day(number: low), certainty: first),
      Fact.Stretch(from: Day(number: high), to: to, certainty: last),
    ]
  }

  private func append(_ stretch: Fact.Stretch, to stretches: inout [Fact.Stretch]) {
    if let last = stretches.last, last.certainty == stretch.certainty {
      stretches[stretches.count - 1].to = stretch.to
    } else {
      stretches.append(stretch)
    }
  }

  /// The pieces of the period in each of which the same facts have the same certainty.
  func pieces(_ facts: [Fact]) -> [Answer.Piece] {
    var starts: Set<Day> = [from]
    for stretch in facts.flatMap(\.stretches) {
      for day in [stretch.from, stretch.to.adding(days: 1)] where day > from && day <= to { starts.insert(day) }
    }
    let sorted = starts.sorted()
    var pieces: [Answer.Piece] = []
    for (i, start) in sorted.enumerated() {
      let end = i + 1 < sorted.count ? sorted[i + 1].adding(days: -1) : to
      let holding = facts.compactMap { fact in
        fact.stretches.first { $0.from <= start && start <= $0.to }
          .map { Answer.Piece.Holding(id: fact.id, name: fact.name, certainty: $0.certainty) }
      }
      let sure = Certainty.allCases.flatMap { certainty in holding.filter { $0.certainty == certainty } }
      if let last = pieces.last, last.facts == sure {
        pieces[pieces.count - 1].to = end
      } else {
        pieces.append(Answer.Piece(from: start, to: end, facts: sure))
      }
    }
    return pieces
  }
}
