import Formats
import Graph

/// Answers which offices a person held, for whom and when.
struct PersonAnswer {
  let today: Day

  /// - Parameters:
  ///   - name: as reports write it; several where they write it differently.
  ///   - facts: the forums in which the person held an office.
  func callAsFunction(_ asked: String, names: [String], _ facts: [ForumFacts], during period: Period) -> Answer {
    let name = names.isEmpty ? asked : Wording.list(names)
    var answer = Answer(
      reading: Answer.Reading(
        question: nil, intent: .person, words: "which offices \(name) held\(period.spaced)", subject: nil,
        period: period),
      columns: ChairsAnswer.columns, dating: .lasting)
    var all: [Fact] = []
    for facts in facts {
      let terms = facts.graph.chairTerms.filter { $0.holder.person.map(names.contains) ?? false }
      let cut = StretchFinder(period, known: terms.flatMap(\.time.knownDays), founded: facts.founded, today: today)
      all += terms.map { term in
        var fact = ChairsAnswer(today: today).fact(of: term, cut)
        fact.name = "\(name), \(term.role) of \(facts.forum.label)"
        fact.notes.append(
          term.holder.party.map { "the office is named as \($0.label)'s, held by the person" }
            ?? "the person alone is named, no agency")
        return fact
      }
      answer.summary += terms.map { term in
        let body = term.holder.party.map { " for \($0.label)" } ?? "; for whom is not stated"
        return "\(name) was \(term.role) of \(facts.forum.label)\(term.ofMeeting ? " at a meeting" : "")\(body): "
          + "\(Wording.start(of: term.time)), \(Wording.end(of: term.time))."
      }
    }
    answer.list(all)
    if answer.facts.isEmpty, answer.possible.isEmpty { answer.nearest = all.filter { !$0.isUndated } }
    answer.notStated =
      all.isEmpty
      ? [
        "No report names \(name) in an office of \(facts.count == 1 ? facts[0].forum.label : "a forum that was asked about")."
      ]
      : ["Whether \(name) held other offices is not stated in any report."]
    answer.next = answer.shown.prefix(1).map { "spacekb evidence \($0.id)" }
    return answer
  }
}

/// Finds the persons whom a name may mean: the full name in any case and accents, the last name, or a name with a letter or
/// two changed.
struct PersonNames {
  let known: [String]

  func callAsFunction(_ name: String) -> [String] {
    let index = NameIndex(known.map { (id: $0, name: $0) })
    let exact = index.ids(of: name)
    if !exact.isEmpty { return exact }
    let words = index.words(of: name)
    let partial = known.filter { person in
      let own = index.words(of: person)
      return !words.isEmpty
        && (own.suffix(words.count) == words[...] || own.first == words.first && own.last == words.last
          || own.count > 1 && words.starts(with: own))
    }
    return partial.isEmpty ? index.similar(to: name) : partial
  }
}
