import Formats
import Graph

/// Answers what two have in common and what only one of them has: two parties their forums, two forums their members, one of
/// them the same at two times.
struct CompareAnswer {
  /// One of the two with its memberships, each by whom or what it is with: a forum, or a member under its newest name.
  struct Side {
    var subject: Subject
    var period: Period
    var memberships: [(with: Party, membership: Membership)]
  }

  let today: Day

  /// What a side says of one forum or member.
  private struct Part {
    var certainty: Certainty
    var membership: Membership
  }

  func callAsFunction(_ one: Side, _ other: Side) -> Answer {
    let subject = one.subject
    let (a, b) = labels(one, other)
    var answer = Answer(
      reading: Answer.Reading(
        intent: .compare, words: words(one, other), subject: subject, period: one.period,
        otherPeriod: one.period == other.period ? nil : other.period),
      columns: [
        Column(subject.isForum ? "member" : "forum", subject.isForum ? "member" : "forum"), Column("id"),
        Column("in", "in"), Column("a_class", a), Column("a_certainty", ""), Column("b_class", b),
        Column("b_certainty", ""),
      ], dating: .none)
    let (first, second) = (parts(one), parts(other))
    // What both have comes first, then what only the one has, then what only the other has.
    func rank(_ party: Party) -> Int { first[party] == nil ? 2 : second[party] == nil ? 1 : 0 }
    let all = Set(first.keys).union(second.keys).sorted {
      (rank($0), $0.label, $0.id) < (rank($1), $1.label, $1.id)
    }
    var counts: [String: Int] = [:]
    for party in all {
      let (left, right) = (first[party], second[party])
      let place = left == nil ? "only \(b)" : right == nil ? "only \(a)" : "both"
      let fact = fact(party, left, right, place)
      let isUndated = [left, right].compactMap(\.self).contains { $0.membership.time.isUndated }
      if isUndated {
        answer.undated.append(fact)
      } else if fact.certainty < .possible {
        counts[place, default: 0] += 1
        answer.facts.append(fact)
      } else {
        answer.possible.append(fact)
      }
    }
    let counted = ["both", "only \(a)", "only \(b)"].map { "\($0): \(counts[$0] ?? 0)" }
    if !answer.facts.isEmpty { answer.summary = [counted.joined(separator: ", ") + "."] }
    let isOneSubject = subject == other.subject
    answer.notStated = [
      isOneSubject
        ? "Of what stands under one time only, reports may just not tell at the other."
        : "That one of the two lacks what only the other has is stated in no report; it is not told, that is all."
    ]
    answer.next = [
      isOneSubject
        ? "spacekb \(subject.isForum ? "changes" : "agency") \(subject.argument)"
        : "spacekb path \(subject.argument) \(other.subject.argument)"
    ]
    return answer
  }

  /// What tells the sides apart: the names, the times, or both.
  private func labels(_ one: Side, _ other: Side) -> (String, String) {
    if one.period == other.period { return (one.subject.label, other.subject.label) }
    if one.subject == other.subject { return (one.period.words, other.period.words) }
    return (one.subject.label + one.period.spaced, other.subject.label + other.period.spaced)
  }

  private func words(_ one: Side, _ other: Side) -> String {
    let (a, b) = (one.subject, other.subject)
    let what = a.isForum ? "who belongs to" : "what forums are those of"
    if a == b { return "\(what) \(a.inFull)\(one.period.spaced) and\(other.period.spaced)" }
    if one.period == other.period { return "\(what) \(a.inFull) and \(b.inFull)\(one.period.spaced)" }
    return "\(what) \(a.inFull)\(one.period.spaced) and \(b.inFull)\(other.period.spaced)"
  }

  /// The surest membership with each; those that do not touch the period are left out.
  private func parts(_ side: Side) -> [Party: Part] {
    var parts: [Party: Part] = [:]
    for (party, membership) in side.memberships {
      let cut = StretchFinder(side.period, known: membership.time.knownDays, today: today)
      let certainty = cut(membership).map(\.certainty).min() ?? .unknown
      guard certainty != .unknown || membership.time.isUndated else { continue }
      if let known = parts[party], known.certainty <= certainty { continue }
      parts[party] = Part(certainty: certainty, membership: membership)
    }
    return parts
  }

  private func fact(_ party: Party, _ left: Part?, _ right: Part?, _ place: String) -> Fact {
    let sides = [left, right].compactMap(\.self)
    func cells(_ part: Part?) -> [Cell] {
      [Cell(part?.membership.class), Cell(part?.certainty.rawValue)]
    }
    return Fact(
      id: unique(sides.map(\.membership.id)).joined(separator: " "), name: party.label,
      values: [.text(party.label), .text(party.id), .text(place)] + cells(left) + cells(right),
      certainty: sides.map(\.certainty).max() ?? .unknown, statements: unique(sides.flatMap(\.membership.statements)))
  }

  private func unique(_ ids: [String]) -> [String] { ids.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
