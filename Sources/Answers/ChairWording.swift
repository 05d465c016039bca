import Formats
import Graph

/// The sentences of an answer on a chair.
struct ChairWording {
  typealias Held = ChairsAnswer.Held

  let forum: Subject
  let period: Period
  let today: Day

  /// The question as it was understood.
  var reading: String {
    switch period.kind {
    case .ever: "who has held the chair of \(forum.inFull)"
    case .now: "who holds the chair of \(forum.inFull) now, on \(Wording.day(today))"
    case .day, .span: "who held the chair of \(forum.inFull) \(period.words)"
    }
  }

  /// What no report states, in the order of time.
  func notStated(main: [Held], possible: [Held], pieces: [Answer.Piece], founded: String?) -> [String] {
    var sentences = gaps(main, pieces)
    if main.isEmpty {
      sentences = [nobody(possible)]
      if let sentence = Wording.foundedLater(forum, founded, than: period) { sentences.append(sentence) }
    }
    for held in main where !held.term.ofMeeting {
      let name = possessive(of: held, among: main)
      if !held.term.time.start.isStated { sentences.append("When \(name) began is not stated in any report.") }
      if !held.term.time.end.isStated {
        let seen = held.fact.lastSeen.map {
          "; the last day on which one sees \(held.shortHolder) in the chair is \(Wording.day($0))"
        }
        sentences.append("When \(name) ended is not stated in any report\(seen ?? "").")
      }
    }
    return sentences
  }

  /// Parts of the period for which nobody, or only somebody possible, is known. Where the only one is a holder whose term has
  /// an open side, the sentence on that side says so already.
  private func gaps(_ main: [Held], _ pieces: [Answer.Piece]) -> [String] {
    guard !main.isEmpty else { return [] }
    var sentences: [String] = []
    var from: Day?
    var to: Day?
    var possible: [String] = []
    let shown = Set(main.map(\.term.id))
    var terms: Set<String> = []
    func close() {
      defer { (from, to, possible, terms) = (nil, nil, [], []) }
      guard let from, let to else { return }
      if terms.count == 1, terms.isSubset(of: shown) { return }
      let words = from == to ? "on \(Wording.day(from))" : "from \(Wording.span(from, to))"
      let names = possible.isEmpty ? "" : "; possible: \(possible.joined(separator: ", "))"
      sentences.append("Who held the chair of \(forum.label) \(words) is not stated in any report\(names).")
    }
    for piece in pieces {
      guard piece.facts.allSatisfy({ $0.certainty == .possible }) else {
        close()
        continue
      }
      from = from ?? piece.from
      to = piece.to
      for holding in piece.facts where terms.insert(holding.id).inserted {
        if !possible.contains(holding.name) { possible.append(holding.name) }
      }
    }
    close()
    return sentences
  }

  /// That nobody is known to have held the chair in the period; of the present also who was last seen in it.
  private func nobody(_ possible: [Held]) -> String {
    guard period.kind == .now else {
      return "Who held the chair of \(forum.label)\(period.spaced) is not stated in any report."
    }
    let ofOffice = possible.filter { !$0.term.ofMeeting }
    guard let seen = ofOffice.compactMap(\.fact.lastSeen).max() else {
      return "Who holds the chair of \(forum.label) now is not stated in any report."
    }
    let last = ofOffice.filter { $0.fact.lastSeen == seen }.map(\.shortHolder)
    return
      "Who holds the chair of \(forum.label) now is not stated in any report; the last \(last.count == 1 ? "holder" : "holders") "
      + "known \(last.count == 1 ? "is" : "are") \(Wording.list(last)), last seen in the chair on \(Wording.day(seen))."
  }

  /// `JAXA's term`, and which one where several are shown.
  private func possessive(of held: Held, among terms: [Held]) -> String {
    let name = "\(held.shortHolder)'s term"
    guard terms.filter({ $0.shortHolder == held.shortHolder }).count > 1 else { return name }
    if held.term.time.start.isStated { return "\(name) \(Wording.start(of: held.term.time))" }
    if held.term.time.end.isStated { return "\(name) \(Wording.end(of: held.term.time))" }
    return held.fact.lastSeen.map { "\(name) (seen on \(Wording.day($0)))" } ?? name
  }
}
