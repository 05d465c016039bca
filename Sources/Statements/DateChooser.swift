import Formats
import Knowledge
import Mentions
import Reports

/// Gives a statement its date: the one beside it, else that of its meeting, else that of the report (guideline, part 2).
struct DateChooser {
  let language: Language
  let published: ReportDate
  /// The only date of the title, where the report's own is not known.
  let heading: String?

  /// Whether the clause in which these tokens stand speaks of the future, by the words of the list `future`.
  private func isFuture(_ marked: MarkedSentence, _ tokens: Range<Int>) -> Bool {
    marked.table.mentions.contains { mention in
      guard mention.type.name == "future" else { return false }
      if mention.tokens.overlaps(tokens) { return true }
      let isBefore = mention.tokens.upperBound <= tokens.lowerBound
      let between =
        isBefore
        ? mention.tokens.upperBound..<tokens.lowerBound : tokens.upperBound..<mention.tokens.lowerBound
      return !between.contains { language.listed(marked.sentence.tokens, at: $0, "clause") != nil }
    }
  }

  /// Past, future, or nil for a heading, where no verb tells.
  func tense(_ marked: MarkedSentence, of tokens: Range<Int>) -> Bool? {
    if isFuture(marked, tokens) { return false }
    return marked.kind == .title || marked.kind == .heading ? nil : true
  }

  /// The date mention nearest to these tokens; one within goes before one outside.
  func nearestDate(
    _ marked: MarkedSentence, to tokens: Range<Int>, but taken: [Range<Int>] = [], within limit: Int = 40
  ) -> (
    date: DateValue, tokens: Range<Int>
  )? {
    var best: (Int, DateValue, Range<Int>)?
    for mention in marked.table.mentions where mention.type == .date {
      guard case .date(let date) = mention.value, !taken.contains(where: { $0.overlaps(mention.tokens) }) else {
        continue
      }
      let gap =
        mention.tokens.overlaps(tokens)
        ? 0
        : mention.tokens.lowerBound >= tokens.upperBound
          ? mention.tokens.lowerBound - tokens.upperBound + 1 : tokens.lowerBound - mention.tokens.upperBound + 1
      guard gap <= limit, !isAside(mention, marked, of: tokens) else { continue }
      if best.map({ gap < $0.0 }) ?? true { best = (gap, date, mention.tokens) }
    }
    return best.map { ($0.1, $0.2) }
  }

  /// A date in brackets of its own, such as the years of a life or of a rename, or in a clause (`, which dates from 2007`) dates
  /// only what it stands in.
  private func isAside(_ mention: Mention, _ marked: MarkedSentence, of tokens: Range<Int>) -> Bool {
    if isInClause(mention.tokens, marked.sentence.tokens, behind: tokens) { return true }
    let (before, after) = (mention.tokens.lowerBound - 1, mention.tokens.upperBound)
    guard before > 0, after < marked.sentence.tokens.count, !tokens.overlaps(mention.tokens) else { return false }
    return marked.sentence.tokens[before].isOpeningBracket && marked.sentence.tokens[after].isClosingBracket
      && tokens.upperBound != before
  }

  /// Whether the last comma between a match and a date opens a clause with a word of the list `relative`.
  private func isInClause(_ date: Range<Int>, _ tokens: [Token], behind match: Range<Int>) -> Bool {
    guard match.upperBound < date.lowerBound else { return false }
    let between = match.upperBound..<date.lowerBound
    guard let comma = between.last(where: { language.words.word(tokens[$0].word) == "," }) else { return false }
    return language.listed(tokens, at: comma + 1, "relative") != nil
  }

  /// Gives each meeting of a sentence that has no date the nearest one that no other has.
  func shareDates(_ drafts: inout [StatementDraft], _ marked: MarkedSentence) {
    var taken: [Range<Int>] = []
    for draft in drafts where draft.date != nil {
      for mention in marked.table.mentions {
        if case .date(let date) = mention.value, date == draft.date { taken.append(mention.tokens) }
      }
    }
    for index in drafts.indices where drafts[index].date == nil && drafts[index].constants["date"] != "none" {
      guard let (date, tokens) = nearestDate(marked, to: drafts[index].tokens, but: taken) else { continue }
      drafts[index].date = date
      taken.append(tokens)
    }
  }

  /// The statement's date in EDTF and where it comes from.
  func date(
    _ draft: StatementDraft, _ marked: MarkedSentence, meeting: String?, isTogether: Bool,
    complete: (DateValue) -> DateValue
  ) -> (String?, Statement.DateBasis?) {
    let past = tense(marked, of: draft.tokens)
    if let date = draft.date?.edtf(published: published.day, past: past) {
      let end = draft.constants["open"] == "between" ? meeting ?? published.edtf : nil
      return (end.map { "\(date)/\($0)" } ?? wrap(date, open(draft, draft.date)), .stated)
    }
    func nearby() -> (DateValue, String)? {
      guard let date = nearestDate(marked, to: draft.tokens, but: draft.asides).map({ complete($0.date) }) else {
        return nil
      }
      return date.edtf(published: published.day, past: past).map { (date, $0) }
    }
    if draft.kind == .attendance { return (meeting ?? nearby()?.1 ?? heading, .meeting) }
    if draft.constants["date"] == "none" { return (nil, nil) }
    if draft.kind == .succession {
      let near = nearestDate(marked, to: draft.tokens, within: 4)?.date
      return (near.map(complete)?.edtf(published: published.day, past: past), .stated)
    }
    if draft.text(.of) == "meeting", let meeting { return (meeting, .meeting) }
    if draft.constants["date"] == "report" {
      if let (nearest, date) = nearby(), nearest.isSince { return (wrap(date, open(draft, nearest)), .stated) }
    } else {
      if draft.constants["date"] == "meeting", let meeting { return (meeting, .meeting) }
      if let (nearest, date) = nearby() { return (wrap(date, open(draft, nearest)), .stated) }
      if let meeting, isTogether || isEvent(draft) || published.edtf == nil || isDuring(meeting) {
        return (meeting, .meeting)
      }
    }
    if let term = draft.term?.edtf(published: published.day, past: past) { return (term, .stated) }
    guard let day = published.edtf else { return isEvent(draft) ? (nil, nil) : (meeting ?? heading, .published) }
    return (isEvent(draft) ? (past == false ? nil : "../\(day)") : day, .published)
  }

  /// Whether the report was published while the meeting went on.
  private func isDuring(_ meeting: String) -> Bool {
    guard let day = published.day?.text, let slash = meeting.firstIndex(of: "/") else { return false }
    return meeting[..<slash] <= day && day <= meeting[slash...].dropFirst()
  }

  /// The rule's own word on it, else `since` before the date of a state.
  private func open(_ draft: StatementDraft, _ date: DateValue?) -> String? {
    draft.constants["open"] ?? (date?.isSince == true && draft.text(.event) == "incumbent" ? "since" : nil)
  }

  private func isEvent(_ draft: StatementDraft) -> Bool {
    switch draft.text(.event) {
    case "listed", "incumbent", nil: false
    default: true
    }
  }

  /// `open=since` makes `1987/..` of 1987, `open=by` `../1987`.
  private func wrap(_ date: String, _ open: String?) -> String {
    switch open {
    case "since": date.contains("/") ? date : "\(date)/.."
    case "by": date.contains("/") ? date : "../\(date)"
    default: date
    }
  }
}
