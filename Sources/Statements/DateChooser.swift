import Formats
import Knowledge
import Mentions
import Reports

/// Gives a statement its date: the one beside it, else that of its meeting, else that of the report (guideline, part 2).
struct DateChooser {
  let language: Language
  let published: ReportDate
  /// The only date of the title, else the only day in the text, where the report's own is not known.
  let heading: String?

  /// Whether the clause in which these tokens stand has a word of a list: of `future` it speaks of what comes.
  private func clause(of tokens: Range<Int>, _ marked: MarkedSentence, has list: String) -> Bool {
    marked.table.mentions.contains { mention in
      guard mention.type.name == list else { return false }
      if mention.tokens.overlaps(tokens) { return true }
      let isBefore = mention.tokens.upperBound <= tokens.lowerBound
      let between =
        isBefore
        ? mention.tokens.upperBound..<tokens.lowerBound : tokens.upperBound..<mention.tokens.lowerBound
      return !between.contains { language.listed(marked.sentence.tokens, at: $0, "clause") != nil }
    }
  }

  /// Past, future (by the words of the list `future`), or nil for a heading, where no verb tells, and for `meets again on 14 May`,
  /// by those of the list `present`.
  func tense(_ marked: MarkedSentence, of tokens: Range<Int>) -> Bool? {
    if clause(of: tokens, marked, has: "future") { return false }
    if marked.kind == .title || marked.kind == .heading { return nil }
    return clause(of: tokens, marked, has: "present") ? nil : true
  }

  /// The date mention nearest to these tokens; one within goes before one outside. Of a year within and a day of that year
  /// elsewhere in the sentence (`the 2019 workshop, 11-12 September 2019`) it is the day.
  func nearestDate(
    _ marked: MarkedSentence, to tokens: Range<Int>, but taken: [Range<Int>] = [], within limit: Int = 40
  ) -> (
    date: DateValue, tokens: Range<Int>
  )? {
    var found: [(gap: Int, date: DateValue, tokens: Range<Int>)] = []
    for mention in marked.table.mentions where mention.type == .date {
      guard case .date(let date) = mention.value, !taken.contains(where: { $0.overlaps(mention.tokens) }) else {
        continue
      }
      let gap = distance(of: mention.tokens, to: tokens, marked)
      guard gap <= limit, !isAside(mention, marked, of: tokens) else { continue }
      found.append((gap, date, mention.tokens))
    }
    guard let nearest = found.min(by: { $0.gap < $1.gap }) else { return nil }
    if nearest.gap == 0, nearest.date.start.month == nil, nearest.date.relative == nil, nearest.date.end == nil,
      let day = found.first(where: { $0.date.start.year == nearest.date.start.year && $0.date.start.day != nil })
    {
      return (day.date, day.tokens)
    }
    return (nearest.date, nearest.tokens)
  }

  /// A date in brackets, such as a dateline or the years of a life, or in a clause (`, which dates from 2007`) dates only what
  /// it stands in.
  private func isAside(_ mention: Mention, _ marked: MarkedSentence, of tokens: Range<Int>) -> Bool {
    if tokens.overlaps(mention.tokens) { return false }
    if isInClause(mention.tokens, marked.sentence.tokens, behind: tokens) { return true }
    guard let opening = openingBracket(of: mention.tokens, marked.sentence.tokens) else { return false }
    return tokens.upperBound != opening
      && !(tokens.lowerBound > opening && tokens.lowerBound < mention.tokens.lowerBound)
  }

  /// Where the bracket opens in which these tokens stand, at most 12 tokens before.
  private func openingBracket(of inner: Range<Int>, _ tokens: [Token]) -> Int? {
    var depth = 0
    for i in (max(0, inner.lowerBound - 12)..<inner.lowerBound).reversed() {
      if tokens[i].isClosingBracket { depth += 1 }
      if tokens[i].isOpeningBracket {
        if depth == 0 { return i }
        depth -= 1
      }
    }
    return nil
  }

  /// Tokens between a mention and a match, more if the mention stands before the clause of the match.
  func distance(of mention: Range<Int>, to match: Range<Int>, _ marked: MarkedSentence) -> Int {
    mention.distance(to: match) + (isInOtherClause(mention, marked.sentence.tokens, of: match) ? 12 : 0)
  }

  /// Whether a date stands before the comma that opens the clause of a match (`on Monday in Bremen, where the 38th Assembly …`),
  /// or in a clause behind it (`before its agreement ends in 2011`).
  private func isInOtherClause(_ date: Range<Int>, _ tokens: [Token], of match: Range<Int>) -> Bool {
    if match.upperBound < date.lowerBound {
      return (match.upperBound..<date.lowerBound).contains { i in
        language.words.word(tokens[i].word) == ";"
          || language.listed(tokens, at: i, "conjunction") != nil && date.lowerBound - i > 2
      }
    }
    guard date.upperBound < match.lowerBound else { return false }
    return (date.upperBound..<match.lowerBound).contains { i in
      language.words.word(tokens[i].word) == "," && language.listed(tokens, at: i + 1, "relative") != nil
        || language.words.word(tokens[i].word) == ";"
    }
  }

  /// Whether the last comma between a match and a date opens a clause with a word of the list `relative`.
  private func isInClause(_ date: Range<Int>, _ tokens: [Token], behind match: Range<Int>) -> Bool {
    guard match.upperBound < date.lowerBound else { return false }
    let between = match.upperBound..<date.lowerBound
    guard let comma = between.last(where: { language.words.word(tokens[$0].word) == "," }) else { return false }
    // `, which …`, `, under whom …`
    return (comma + 1...comma + 2).contains { language.listed(tokens, at: $0, "relative") != nil }
  }

  /// Gives each meeting of a sentence that has no date the nearest one that no other has.
  func shareDates(_ drafts: inout [StatementDraft], _ marked: MarkedSentence) {
    var taken: [Range<Int>] = []
    for draft in drafts where draft.date != nil {
      for mention in marked.table.mentions {
        if case .date(let date) = mention.value, date == draft.date { taken.append(mention.tokens) }
      }
    }
    // A span of years (`the 2018-2019 priorities`) is no date of a meeting.
    for mention in marked.table.mentions {
      if case .date(let date) = mention.value, date.end != nil, date.start.month == nil { taken.append(mention.tokens) }
    }
    for index in drafts.indices where drafts[index].date == nil && drafts[index].constants["date"] != "none" {
      guard let (date, tokens) = nearestDate(marked, to: drafts[index].tokens, but: taken) else { continue }
      drafts[index].date = date
      taken.append(tokens)
    }
  }

  /// The statement's date in EDTF and where it comes from.
  /// - Parameters:
  ///   - isTogether: the meeting is told in the same sentence.
  ///   - isNear: the meeting is told in the same block.
  ///   - isLeading: the meeting is what the text is on: its first lines tell it.
  ///   - above: the date of the heading or introduction that a row or an item of a list stands under.
  func date(
    _ draft: StatementDraft, _ marked: MarkedSentence, meeting: String?, isTogether: Bool, isNear: Bool,
    isLeading: Bool,
    above: DateValue?,
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
    if draft.kind == .attendance {
      // What a sentence dates itself goes before a meeting told elsewhere.
      return ((isTogether ? nil : nearby()?.1) ?? meeting ?? nearby()?.1 ?? heading, .meeting)
    }
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
      if draft.constants["date"] == "session", isNear, nearby() == nil, let meeting { return (meeting, .meeting) }
      if let (nearest, date) = nearby() {
        // `during last month's assembly`: the days of the assembly.
        if isEvent(draft), isTogether, date.count < 10, let meeting, meeting.hasPrefix(date) {
          return (meeting, .meeting)
        }
        return (wrap(date, open(draft, nearest)), .stated)
      }
      if let above, isState(draft) || draft.text(.event) == "joined",
        let date = complete(above).edtf(published: published.day, past: past)
      {
        return (wrap(date, open(draft, above)), .stated)
      }
      let isHere = isTogether || isEvent(draft) && draft.text(.event) != "founded"
      if let meeting, isHere || published.edtf == nil && isLeading || isDuring(meeting) {
        return (meeting, .meeting)
      }
    }
    if let term = draft.term?.edtf(published: published.day, past: past) { return (term, .stated) }
    guard let day = published.edtf else { return isEvent(draft) ? (nil, nil) : (heading, .published) }
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

  private func isState(_ draft: StatementDraft) -> Bool { !isEvent(draft) }

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
