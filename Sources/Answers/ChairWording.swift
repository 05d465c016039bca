import Formats
import Graph

/// The sentences of an answer on a chair.
struct ChairWording {
  let forum: String
  let period: Period
  let today: Day

  /// The question as it was understood.
  func reading(_ forum: ForumName) -> String {
    let name = forum.name.map { "\(forum.label) (\($0))" } ?? forum.label
    switch period.kind {
    case .ever: return "who has held the chair of \(name)"
    case .now: return "who holds the chair of \(name) now, on \(Wording.day(today))"
    case .day, .span: return "who held the chair of \(name) \(period.words)"
    }
  }

  /// What no report states, in the order of time.
  func notStated(
    main: [Answer.Term], possible: [Answer.Term], pieces: [Answer.Piece], range: (from: Day, to: Day), founded: String?
  ) -> [String] {
    var sentences = gaps(main, pieces)
    if main.isEmpty {
      sentences = [nobody(possible)]
      if let sentence = foundedLater(founded) { sentences.append(sentence) }
    }
    for term in main where !term.term.ofMeeting {
      let name = possessive(of: term, among: main)
      if !term.term.time.start.isStated { sentences.append("When \(name) began is not stated in any report.") }
      if !term.term.time.end.isStated {
        let seen = term.lastSeen.map {
          "; the last day on which one sees \(term.shortHolder) in the chair is \(Wording.day($0))"
        }
        sentences.append("When \(name) ended is not stated in any report\(seen ?? "").")
      }
    }
    return sentences
  }

  /// Parts of the period for which nobody, or only somebody possible, is known. Where the only one is a holder whose term has
  /// an open side, the sentence on that side says so already.
  private func gaps(_ main: [Answer.Term], _ pieces: [Answer.Piece]) -> [String] {
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
      sentences.append("Who held the chair of \(forum) \(words) is not stated in any report\(names).")
    }
    for piece in pieces {
      guard piece.holders.allSatisfy({ $0.certainty == .possible }) else {
        close()
        continue
      }
      from = from ?? piece.from
      to = piece.to
      for holding in piece.holders where terms.insert(holding.term).inserted {
        if !possible.contains(holding.holder) { possible.append(holding.holder) }
      }
    }
    close()
    return sentences
  }

  /// That nobody is known to have held the chair in the period; of the present also who was last seen in it.
  private func nobody(_ possible: [Answer.Term]) -> String {
    guard period.kind == .now else {
      let time = period.words.isEmpty ? "" : " \(period.words)"
      return "Who held the chair of \(forum)\(time) is not stated in any report."
    }
    guard let last = possible.first, let seen = last.lastSeen else {
      return "Who holds the chair of \(forum) now is not stated in any report."
    }
    return "Who holds the chair of \(forum) now is not stated in any report; the last holder known is "
      + "\(last.shortHolder), last seen in the chair on \(Wording.day(seen))."
  }

  private func foundedLater(_ founded: String?) -> String? {
    guard let founded, let day = (try? EDTF(founded))?.earliest, let to = period.to, day > to else { return nil }
    return "\(forum) was founded later: \(Wording.date(founded))."
  }

  /// `JAXA's term`, and which one where several are shown.
  private func possessive(of term: Answer.Term, among terms: [Answer.Term]) -> String {
    let name = "\(term.shortHolder)'s term"
    guard terms.filter({ $0.shortHolder == term.shortHolder }).count > 1 else { return name }
    if term.term.time.start.isStated { return "\(name) \(term.start)" }
    if term.term.time.end.isStated { return "\(name) \(term.end)" }
    return term.lastSeen.map { "\(name) (seen on \(Wording.day($0)))" } ?? name
  }
}
