import Formats
import Graph

/// Answers what two have in common and what only one of them has: two parties their forums, two forums their members.
struct CompareAnswer {
  /// One of the two with its memberships, each by whom or what it is with: a forum, or a member under its newest name.
  struct Side {
    var subject: Subject
    var memberships: [(with: Party, membership: Membership)]
  }

  let today: Day

  /// What a side says of one forum or member.
  private struct Part {
    var certainty: Certainty
    var membership: Membership
  }

  func callAsFunction(_ one: Side, _ other: Side, during period: Period) -> Answer {
    let (a, b) = (one.subject, other.subject)
    let what = a.isForum ? "who belongs to" : "what forums are those of"
    var answer = Answer(
      reading: Answer.Reading(
        intent: .compare, words: "\(what) \(a.inFull) and \(b.inFull)\(period.spaced)", subject: a, period: period),
      columns: [
        Column(a.isForum ? "member" : "forum", a.isForum ? "member" : "forum"), Column("id"), Column("in", "in"),
        Column("a_class", a.label), Column("a_certainty", ""), Column("b_class", b.label), Column("b_certainty", ""),
      ], dating: .none)
    let (first, second) = (parts(one, period), parts(other, period))
    let all = Set(first.keys).union(second.keys).sorted { ($0.label, $0.id) < ($1.label, $1.id) }
    var counts: [String: Int] = [:]
    for party in all {
      let (left, right) = (first[party], second[party])
      let place = left == nil ? "only \(b.label)" : right == nil ? "only \(a.label)" : "both"
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
    let words = ["both", "only \(a.label)", "only \(b.label)"].map { "\($0): \(counts[$0] ?? 0)" }
    if !answer.facts.isEmpty { answer.summary = [words.joined(separator: ", ") + "."] }
    answer.notStated = [
      "That one of the two lacks what only the other has is stated in no report; it is not told, that is all."
    ]
    answer.next = ["spacekb path \(a.argument) \(b.argument)"]
    return answer
  }

  /// The surest membership with each; those that do not touch the period are left out.
  private func parts(_ side: Side, _ period: Period) -> [Party: Part] {
    var parts: [Party: Part] = [:]
    for (party, membership) in side.memberships {
      let cut = StretchFinder(period, known: membership.time.knownDays, today: today)
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
      id: sides.map(\.membership.id).joined(separator: " "), name: party.label,
      values: [.text(party.label), .text(party.id), .text(place)] + cells(left) + cells(right),
      certainty: sides.map(\.certainty).max() ?? .unknown, statements: sides.flatMap(\.membership.statements))
  }
}
