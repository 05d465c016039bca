public import Formats
import Graph

/// Answers who held the chair of a forum in a period, from what is known of it.
public struct ChairsAnswer: Sendable {
  /// The day that "now" means, and the last one of a period without an end.
  public let today: Day

  public init(today: Day) { self.today = today }

  /// The offices that lead a forum; a deputy or a secretariat does not.
  private static let roles: Set<String> = ["chair", "co-chair", "president", "lead agency"]

  public func callAsFunction(
    _ facts: ChairFacts, during period: Period, question: String? = nil, corrections: [Answer.Correction] = []
  ) -> Answer {
    let terms = facts.terms.filter { Self.roles.contains($0.role) }
    let range = days(of: period, terms, founded: facts.founded)
    let all = terms.map { term(of: $0, facts, range) }
    let dated = all.filter { !$0.term.time.isUndated }
    let main = dated.filter { $0.certainty < .possible }.sorted(by: Self.isEarlier)
    let possible = dated.filter { $0.certainty == .possible }.sorted {
      ($0.lastKnown, $0.term.id) > ($1.lastKnown, $1.term.id)
    }
    let undated = all.filter(\.term.time.isUndated)
    let pieces = dated.isEmpty ? [] : StretchFinder().pieces(main + possible, from: range.from, to: range.to)
    let nearest = main.isEmpty && possible.isEmpty ? Self.nearest(dated, range) : []
    let shown = Set((main + possible + undated + nearest).map(\.term.id))
    let wording = ChairWording(forum: facts.forum.label, period: period, today: today)
    return Answer(
      reading: Answer.Reading(
        question: question, intent: .chairs, words: wording.reading(facts.forum), forum: facts.forum, period: period,
        corrections: corrections),
      terms: main, possible: possible, undated: undated, nearest: nearest, pieces: pieces,
      notStated: wording.notStated(
        main: main, possible: possible, pieces: pieces, range: range, founded: facts.founded),
      disagreements: facts.discrepancies.filter { !shown.isDisjoint(with: $0.subjects) },
      next: next(main + possible, facts.forum),
      exit: main.isEmpty && possible.isEmpty && undated.isEmpty ? .nothingKnown : .done)
  }

  /// The days to look at: open sides end at the first day known, or the founding, and at today.
  private func days(of period: Period, _ terms: [ChairTerm], founded: String?) -> (from: Day, to: Day) {
    let known = terms.flatMap {
      [$0.time.start.earliest, $0.time.start.latest, $0.time.end.earliest, $0.time.end.latest].compactMap { $0 }
    }
    var from = period.from ?? known.min() ?? today
    if let founded, let date = try? EDTF(founded), let earliest = date.earliest, earliest > from { from = earliest }
    let to = period.to ?? max(today, from)
    return (min(from, to), to)
  }

  private func term(of term: ChairTerm, _ facts: ChairFacts, _ range: (from: Day, to: Day)) -> Answer.Term {
    let stretches = term.time.isUndated ? [] : StretchFinder()(term, from: range.from, to: range.to)
    var notes: [String] = []
    if term.ofMeeting { notes.append("only of a meeting; of the office itself nothing is said") }
    if term.continuityAssumed { notes.append("seen more than once; that the term went on in between is assumed") }
    if term.role != "chair" { notes.append("as \(term.role)") }
    return Answer.Term(
      term: term, certainty: stretches.map(\.certainty).min() ?? .unknown,
      stretches: stretches.filter { $0.certainty != .unknown },
      start: Wording.start(of: term.time), end: Wording.end(of: term.time),
      lastSeen: term.time.end.isStated ? nil : term.time.end.earliest, notes: notes,
      evidence: facts.evidence[term.id] ?? [])
  }

  private static func isEarlier(_ a: Answer.Term, _ b: Answer.Term) -> Bool {
    func key(_ term: Answer.Term) -> (Int, Int, String) {
      let time = term.term.time
      let start = time.start.latest ?? time.start.earliest ?? time.end.earliest ?? time.end.latest
      return (start?.number ?? .max, (time.end.latest ?? time.end.earliest)?.number ?? .max, term.term.id)
    }
    let (first, second) = (key(a), key(b))
    // A term whose end is open goes on after one that ended.
    if first.0 == second.0, (a.term.time.end.latest == nil) != (b.term.time.end.latest == nil) {
      return a.term.time.end.latest != nil
    }
    return first < second
  }

  /// The last term that was over before the days, and the first that began after them.
  private static func nearest(_ terms: [Answer.Term], _ range: (from: Day, to: Day)) -> [Answer.Term] {
    let before = terms.filter { $0.firstKnown < range.from }.max { isEarlier($0, $1) }
    let after = terms.filter { $0.firstKnown > range.to }.min { isEarlier($0, $1) }
    return [before, after].compactMap { $0 }
  }

  private func next(_ terms: [Answer.Term], _ forum: ForumName) -> [String] {
    var commands = terms.prefix(1).map { "spacekb evidence \($0.term.id)" }
    let name = forum.label.contains(" ") ? "\"\(forum.label)\"" : forum.label
    commands.append("spacekb chairs \(name)")
    return commands
  }
}

extension Answer.Term {
  /// The last day on which something is known of the term; a day long ago if there is none.
  var lastKnown: Day {
    [term.time.start.latest, term.time.end.earliest, term.time.end.latest, term.time.start.earliest].compactMap { $0 }
      .max()
      ?? Day(number: .min / 2)
  }

  /// The first day on which something is known of it.
  var firstKnown: Day {
    [term.time.start.latest, term.time.end.earliest, term.time.end.latest, term.time.start.earliest].compactMap { $0 }
      .min()
      ?? Day(number: .max / 2)
  }
}
