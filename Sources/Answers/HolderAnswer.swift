import Formats
import Graph

/// Answers when one party held the chair of a forum: whether in the period, since when, for how long.
struct HolderAnswer {
  let today: Day

  func callAsFunction(
    _ facts: ForumFacts, of party: AskedParty, during period: Period, role: String? = nil
  ) -> Answer {
    let forum = facts.forum
    let claim = "\(party.label) held the \(role ?? "chair") of \(forum.label)"
    var narrowed = facts
    narrowed.graph.chairTerms = ChairsAnswer.terms(of: facts, role).filter { party.includes($0.holder.party) }
    var answer = ChairsAnswer(today: today)(narrowed, during: period, role: role)
    answer.reading.words =
      "whether and when \(party.label) held the \(role ?? "chair") of \(forum.inFull)\(period.spaced)"
    answer.pieces = []
    answer.notStated.removeAll { !$0.hasPrefix("When ") }
    let times = Dictionary(narrowed.graph.chairTerms.map { ($0.id, $0.time) }) { first, _ in first }
    let known = (answer.facts + answer.possible + answer.undated).compactMap { fact in
      times[fact.id].map { (time: $0, certainty: fact.certainty) }
    }
    let wording = CertaintyWording(canExclude: false, claim: claim, period: period)
    let outside = answer.nearest.compactMap { fact in times[fact.id].map { (time: $0, certainty: Certainty.unknown) } }
    let status = wording.known(known.isEmpty ? outside : known)
    answer.summary = [status].compactMap(\.self) + terms(answer.facts + answer.possible, times)
    if status == nil { answer.notStated = [wording.unknown] + others(facts, period, role) }
    return answer
  }

  /// Each term with its bounds and how long it lasted.
  private func terms(_ facts: [Fact], _ times: [String: Interval]) -> [String] {
    facts.compactMap { fact in
      guard let time = times[fact.id] else { return nil }
      let length = Duration.words(of: time).map { "; \($0)" } ?? "; how long is not stated"
      return "\(fact.name): \(Wording.start(of: time)), \(Wording.end(of: time))\(length)."
    }
  }

  /// Who is named in that time instead.
  private func others(_ facts: ForumFacts, _ period: Period, _ role: String?) -> [String] {
    let held = ChairsAnswer(today: today)(facts, during: period, role: role).facts.map(\.name)
    return held.isEmpty ? [] : ["Named in the office\(period.spaced): \(Wording.list(held))."]
  }
}
