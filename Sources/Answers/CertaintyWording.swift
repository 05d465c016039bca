import Formats
import Graph

/// Says in a sentence whether something that lasts was so in a period. What no report says is never a no.
struct CertaintyWording {
  /// Whether an end and a beginning that reports tell of exclude the time between them: not of an office that passes around.
  var canExclude = true
  /// `NASA belonged to ISECG`.
  let claim: String
  let period: Period

  private var asked: String { "\(claim)\(period.spaced)" }

  /// What is known of it; nil where nothing is.
  /// - Parameter known: what lasted, with the certainty in the period.
  func known(_ known: [(time: Interval, certainty: Certainty)]) -> String? {
    guard let best = known.min(by: { $0.certainty < $1.certainty }) else { return nil }
    if best.certainty == .unknown, known.contains(where: \.time.isUndated) {
      return "A report says without a time: \(claim)."
    }
    switch best.certainty {
    case .stated:
      return known.contains { isWhole($0.time) }
        ? "Yes, as reports state: \(asked)."
        : "Yes, as reports state, for at least a part of that time: \(asked)."
    case .presumed:
      let seen = best.time.end.earliest.map { "last seen so on \(Wording.day($0))" } ?? "it had begun before"
      return "Presumed, not stated: \(asked); \(seen), and no report says that it ended."
    case .possible: return "Possible, not stated: \(asked)\(seen(best.time))."
    case .unknown: return canExclude ? denied(known.map(\.time)) : nil
    }
  }

  /// Whether reports see it on all days of the period, where that has two ends.
  private func isWhole(_ time: Interval) -> Bool {
    guard period.kind == .span, let from = period.from, let to = period.to else { return true }
    guard let begun = time.start.latest, let held = time.end.earliest else { return false }
    return begun <= from && to <= held
  }

  /// On which side of what reports see the period lies.
  private func seen(_ time: Interval) -> String {
    if let last = time.end.earliest, let from = period.from, last < from {
      return "; last seen so on \(Wording.day(last))"
    }
    return time.start.latest.map { "; seen so by \(Wording.day($0)), when it began is not stated" } ?? ""
  }

  /// A no needs reports that tell of the beginning after the period, or of the end before it, of all that is known.
  private func denied(_ times: [Interval]) -> String? {
    let reasons = times.compactMap { time -> String? in
      if let to = period.to, time.start.isStated, let begun = time.start.earliest, begun > to {
        return Wording.start(of: time)
      }
      if let from = period.from, time.end.isStated, let over = time.end.latest, over < from {
        return Wording.end(of: time)
      }
      return nil
    }
    guard reasons.count == times.count, !reasons.isEmpty else { return nil }
    let once = reasons.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return "No, as reports state: \(claim) \(Wording.list(once)), so not \(period.words)."
  }

  /// That no report says it.
  var unknown: String {
    "Whether \(asked) is not known: no report says so, and none says that it was not so."
  }
}

/// A length of time in words.
enum Duration {
  /// `3 years and 2 months`, `5 months`, `12 days`, from the first day to the last.
  static func words(_ from: Day, _ to: Day) -> String {
    var months = (to.year - from.year) * 12 + to.month - from.month
    if to.day < from.day { months -= 1 }
    guard months > 0 else { return count(max(0, to.number - from.number), "day") }
    let parts = [(months / 12, "year"), (months % 12, "month")].filter { $0.0 > 0 }.map { count($0.0, $0.1) }
    return Wording.list(parts)
  }

  private static func count(_ number: Int, _ unit: String) -> String { "\(number) \(unit)\(number == 1 ? "" : "s")" }

  /// How long something lasted, as far as its bounds tell: `at least 1 year, at most 3 years`.
  static func words(of time: Interval) -> String? {
    var parts: [String] = []
    if let begun = time.start.latest, let seen = time.end.earliest, begun < seen {
      parts.append("at least \(words(begun, seen))")
    }
    if let first = time.start.earliest, let last = time.end.latest, first < last {
      parts.append("at most \(words(first, last))")
    }
    if parts.count == 2, parts[0].dropFirst(9) == parts[1].dropFirst(8) { return String(parts[0].dropFirst(9)) }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
