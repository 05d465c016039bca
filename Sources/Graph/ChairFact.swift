import Formats
import Mentions
import Statements

/// One thing that a chair statement says of one holder.
struct ChairFact {
  enum Kind: Int {
    /// The holder was in office on a day of the span.
    case seen
    /// The holder's office ended in the span.
    case end
    /// The holder's office began in the span.
    case start
  }

  var kind: Kind
  var holder: Holder
  var span: DateSpan?
  /// The chair of a meeting.
  var ofMeeting = false
  /// Told again of the same holder it is the same office going on (elected, re-elected).
  var isElection = false
  /// The end that is told together with the start.
  var termEnd: DateSpan?
  var statement: SourcedStatement
  /// The id of the newest party of the line that the holder is in.
  var line: String?

  /// Facts of one report that are told alike: joint holders, who do not end each other.
  var joint: String {
    "\(statement.source.report) \(statement.source.version) \(kind.rawValue) \(statement.statement.text(.date) ?? "")"
  }

  /// Parties are told apart by their line, persons without a party by their folded name.
  var key: String { line ?? ChairFact.key(holder) }
  static func key(_ holder: Holder) -> String {
    holder.party?.id ?? "person/" + Row.slug(holder.person ?? "")
  }

  /// What a statement says; nothing for a plan.
  static func facts(of statement: SourcedStatement) -> [ChairFact] {
    let said = statement.statement
    let span = DateSpan(said.text(.date))
    // No forum holds its own chair.
    let to = said.names(.to).first { $0.id != said.forum?.id }
    let holder = Holder(party: to.map(Row.party), person: said.text(.person))
    let named = holder.party != nil || holder.person != nil
    var facts: [ChairFact] = []
    switch said.text(.event) {
    case "transition", "elected":
      if named {
        var start = ChairFact(kind: .start, holder: holder, span: span, statement: statement)
        start.isElection = said.text(.event) == "elected"
        facts.append(start)
      }
      let from = said.names(.from).filter { $0.id != said.forum?.id }.map {
        Holder(party: Row.party($0), person: said.text(.fromPerson))
      }
      let persons = from.isEmpty ? [said.text(.fromPerson)].compactMap(\.self).map { Holder(person: $0) } : from
      for old in persons where ChairFact.key(old) != ChairFact.key(holder) {
        facts.append(ChairFact(kind: .end, holder: old, span: span, statement: statement))
      }
    case "incumbent":
      guard named else { return [] }
      var seen = ChairFact(kind: .seen, holder: holder, span: span, statement: statement)
      seen.ofMeeting = said.text(.of) == "meeting"
      facts = !seen.ofMeeting && isTerm(span, said.dateBasis) ? term(of: seen) : [seen]
    default: break
    }
    return facts
  }

  /// A told term (`2014/2018`, `1987/..`) is its beginning and its end, or that it went on when the report was published.
  private static func term(of seen: ChairFact) -> [ChairFact] {
    guard let span = seen.span else { return [seen] }
    var start = seen
    start.kind = .start
    start.isElection = true
    start.span = DateSpan(span.first.edtf)
    if !span.last.isUnknown {
      start.termEnd = DateSpan(span.last.edtf)
      return [start]
    }
    var still = seen
    still.span = DateSpan(seen.statement.source.published.map { String($0.prefix(10)) })
    if let day = still.span?.hi, let begun = start.span?.lo, begun <= day { return [start, still] }
    return [start]
  }

  /// A stretch is a term unless it is the days of a meeting or of a publication: exact, and within two months.
  private static func isTerm(_ span: DateSpan?, _ basis: Statement.DateBasis?) -> Bool {
    guard let span, span.precision == .interval, basis != .meeting, basis != .published else { return false }
    return !(span.isExact && span.isShort) && span.first.earliest != nil
  }
}
