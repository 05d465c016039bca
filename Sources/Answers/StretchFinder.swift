import Formats
import Graph

/// Cuts a period where the certainty of a term changes.
struct StretchFinder {
  /// The term's stretches within `from` to `to`, in order and without holes, the unknown ones included.
  func callAsFunction(_ term: ChairTerm, from: Day, to: Day) -> [Answer.Stretch] {
    var starts: Set<Day> = [from]
    let bounds = [
      term.time.start.earliest, term.time.start.latest, term.time.start.latest?.adding(days: 1),
      term.time.end.earliest, term.time.end.earliest?.adding(days: 1), term.time.end.latest?.adding(days: 1),
    ]
    for case let day? in bounds where day > from && day <= to { starts.insert(day) }
    for seen in term.seen {
      for day in [seen.earliest, seen.latest.adding(days: 1)] where day > from && day <= to { starts.insert(day) }
    }
    var stretches: [Answer.Stretch] = []
    let sorted = starts.sorted()
    for (i, start) in sorted.enumerated() {
      let end = i + 1 < sorted.count ? sorted[i + 1].adding(days: -1) : to
      for stretch in split(term, start, end) { append(stretch, to: &stretches) }
    }
    return stretches
  }

  /// Between two bounds certainty changes at most once: where a presumption ends.
  private func split(_ term: ChairTerm, _ from: Day, _ to: Day) -> [Answer.Stretch] {
    let first = term.certainty(on: from)
    let last = term.certainty(on: to)
    guard first != last else { return [Answer.Stretch(from: from, to: to, certainty: first)] }
    var low = from.number
    var high = to.number
    while high - low > 1 {
      let middle = (low + high) / 2
      if term.certainty(on: Day(number: middle)) == first { low = middle } else { high = middle }
    }
    return [
      Answer.Stretch(from: from, to: Day(number: low), certainty: first),
      Answer.Stretch(from: Day(number: high), to: to, certainty: last),
    ]
  }

  private func append(_ stretch: Answer.Stretch, to stretches: inout [Answer.Stretch]) {
    if let last = stretches.last, last.certainty == stretch.certainty {
      stretches[stretches.count - 1].to = stretch.to
    } else {
      stretches.append(stretch)
    }
  }

  /// The pieces of `from` to `to` in each of which the same terms have the same certainty.
  func pieces(_ terms: [Answer.Term], from: Day, to: Day) -> [Answer.Piece] {
    var starts: Set<Day> = [from]
    for stretch in terms.flatMap(\.stretches) {
      for day in [stretch.from, stretch.to.adding(days: 1)] where day > from && day <= to { starts.insert(day) }
    }
    let sorted = starts.sorted()
    var pieces: [Answer.Piece] = []
    for (i, start) in sorted.enumerated() {
      let end = i + 1 < sorted.count ? sorted[i + 1].adding(days: -1) : to
      let holders = terms.compactMap { term -> Answer.Piece.Holding? in
        guard let stretch = term.stretches.first(where: { $0.from <= start && start <= $0.to }),
          stretch.certainty != .unknown
        else { return nil }
        return Answer.Piece.Holding(term: term.term.id, holder: term.holder, certainty: stretch.certainty)
      }
      let sure = Certainty.allCases.flatMap { certainty in holders.filter { $0.certainty == certainty } }
      if let last = pieces.last, last.holders == sure {
        pieces[pieces.count - 1].to = end
      } else {
        pieces.append(Answer.Piece(from: start, to: end, holders: sure))
      }
    }
    return pieces
  }
}
