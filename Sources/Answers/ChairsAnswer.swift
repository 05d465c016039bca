public import Formats
import Graph

/// Answers who held the chair of a forum in a period, from what is known of it.
public struct ChairsAnswer: Sendable {
  /// The day that "now" means, and the last one of a period without an end.
  public let today: Day

  public init(today: Day) { self.today = today }

  /// A term and how the answer shows it.
  struct Held {
    var term: ChairTerm
    var fact: Fact
  }

  /// The offices that lead a forum; a deputy or a secretariat does not.
  private static let roles: Set<String> = ["chair", "co-chair", "president", "lead agency"]

  static let columns = [
    Column("forum"), Column("role"), Column("holder", "holder"), Column("party_id"), Column("person"),
    Column("of_meeting"), Column("continuity_assumed"),
  ]

  /// - Parameter role: the office; nil, or one that leads a forum: all that lead it.
  public func callAsFunction(
    _ facts: ForumFacts, during period: Period, role: String? = nil, question: String? = nil,
    corrections: [Answer.Correction] = []
  ) -> Answer {
    let terms = Self.terms(of: facts, role)
    let cut = StretchFinder(period, known: terms.flatMap(\.time.knownDays), founded: facts.founded, today: today)
    let all = terms.map { Held(term: $0, fact: fact(of: $0, cut)) }
    let dated = all.filter { !$0.term.time.isUndated }
    let main = dated.filter { $0.fact.certainty < .possible }.sorted(by: Self.isEarlier)
    let possible = dated.filter { $0.fact.certainty == .possible }.sorted {
      ($0.lastKnown, $0.term.id) > ($1.lastKnown, $1.term.id)
    }
    let undated = all.filter(\.term.time.isUndated)
    let nearest = main.isEmpty && possible.isEmpty ? Self.nearest(dated, cut) : []
    let pieces = dated.isEmpty ? [] : cut.pieces((main + possible).map(\.fact))
    let shown = Set((main + possible + undated + nearest).map(\.term.id))
    let wording = ChairWording(forum: facts.forum, period: period, today: today)
    return Answer(
      reading: Answer.Reading(
        question: question, intent: .chairs, words: wording.reading, subject: facts.forum, period: period,
        corrections: corrections),
      columns: Self.columns, dating: .lasting, facts: main.map(\.fact), possible: possible.map(\.fact),
      undated: undated.map(\.fact), nearest: nearest.map(\.fact), pieces: pieces,
      notStated: wording.notStated(main: main, possible: possible, pieces: pieces, founded: facts.founded),
      disagreements: facts.graph.discrepancies.filter { !shown.isDisjoint(with: $0.subjects) },
      next: (main + possible).prefix(1).map { "spacekb evidence \($0.term.id)" }
        + ["spacekb chairs \(facts.forum.argument)"])
  }

  /// The terms of an office.
  static func terms(of facts: ForumFacts, _ role: String?) -> [ChairTerm] {
    let wanted = role.map { roles.contains($0) ? roles : [$0] } ?? roles
    return facts.graph.chairTerms.filter { wanted.contains($0.role) }
  }

  func fact(of term: ChairTerm, _ cut: StretchFinder) -> Fact {
    let stretches = cut(term)
    var notes: [String] = []
    if term.ofMeeting { notes.append("only of a meeting; of the office itself nothing is said") }
    if term.continuityAssumed { notes.append("seen more than once; that the term went on in between is assumed") }
    if term.role != "chair" { notes.append("as \(term.role)") }
    let holder = term.holder.words
    return Fact(
      id: term.id, name: holder,
      values: [
        .text(term.forum.label), .text(term.role), .text(holder), Cell(term.holder.party?.id), Cell(term.holder.person),
        .flag(term.ofMeeting), .flag(term.continuityAssumed),
      ],
      time: .lasting(term.time), certainty: stretches.map(\.certainty).min() ?? .unknown,
      stretches: stretches.filter { $0.certainty != .unknown }, notes: notes, statements: term.statements)
  }

  private static func isEarlier(_ a: Held, _ b: Held) -> Bool {
    func key(_ held: Held) -> (Int, Int, String) {
      let time = held.term.time
      let start = time.start.latest ?? time.start.earliest ?? time.end.earliest ?? time.end.latest
      return (start?.number ?? .max, (time.end.latest ?? time.end.earliest)?.number ?? .max, held.term.id)
    }
    let (first, second) = (key(a), key(b))
    // A term whose end is open goes on after one that ended.
    if first.0 == second.0, (a.term.time.end.latest == nil) != (b.term.time.end.latest == nil) {
      return a.term.time.end.latest != nil
    }
    return first < second
  }

  /// The last term that was over before the days, and the first that began after them.
  private static func nearest(_ terms: [Held], _ days: StretchFinder) -> [Held] {
    let before = terms.filter { $0.firstKnown < days.from }.max { isEarlier($0, $1) }
    let after = terms.filter { $0.firstKnown > days.to }.min { isEarlier($0, $1) }
    return [before, after].compactMap { $0 }
  }
}

extension ChairsAnswer.Held {
  /// The last day on which something is known of the term; a day long ago if there is none.
  var lastKnown: Day { term.time.knownDays.max() ?? Day(number: .min / 2) }

  /// The first day on which something is known of it.
  var firstKnown: Day { term.time.knownDays.min() ?? Day(number: .max / 2) }

  /// The party alone, else the person: for a sentence.
  var shortHolder: String { term.holder.party?.label ?? fact.name }
}

extension Holder {
  /// `JAXA`, `JAXA (Naoki Sato)`, `Bernhard Hufenbach`.
  var words: String {
    switch (party?.label, person) {
    case (let party?, let person?): "\(party) (\(person))"
    case (let party?, nil): party
    case (nil, let person): person ?? "not named"
    }
  }
}
