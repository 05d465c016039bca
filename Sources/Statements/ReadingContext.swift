import Formats
import Knowledge
import Mentions
import Reports

/// What is known while a report is read: the meetings told so far, the one in focus, and the drafts to be dated at the end.
struct ReadingContext {
  let language: Language
  let text: ReportText
  let published: ReportDate
  let sentences: [MarkedSentence]
  private let chooser: ForumChooser
  private var meetings = MeetingList()
  private var drafts: [StatementDraft] = []
  private var dater: DateChooser
  private let years: TiedYears
  private let introductions: Introductions

  init(
    language: Language, text: ReportText, published: ReportDate, sentences: [MarkedSentence], main: Name?,
    prominent: Set<String>
  ) {
    self.language = language
    self.text = text
    self.sentences = sentences
    chooser = ForumChooser(
      language: language, main: main, prominent: prominent, isShort: sentences.count <= 40)
    let told = Dateline(sentences: sentences, language: language)
    self.published = published.edtf == nil ? told.day.map { ReportDate($0) } ?? published : published
    let heading = self.published.edtf == nil ? told.heading ?? told.onlyDay : nil
    dater = DateChooser(language: language, published: self.published, heading: heading)
    introductions = Introductions(sentences: sentences, text: text)
    years = TiedYears(sentences)
  }

  // MARK: Taking what a sentence gives

  mutating func take(_ found: [StatementDraft], _ additions: [StatementDraft], _ index: Int) {
    let marked = sentences[index]
    let told = Respectively(language: language)(found, marked).map { draft in
      var draft = draft
      draft.date = draft.date.map { years.complete($0, index, published: published) }
      return draft
    }
    let dated = withDateBefore(told, index)
    var meetingDrafts = longestFirst(settled(dated.filter { $0.kind == .meeting }, marked, here: nil))
    let here = meetingDrafts.first { $0.constants["aside"] != "true" }?.forum
    var others = settled(dated.filter { $0.kind != .meeting }, marked, here: here)
    if meetingDrafts.isEmpty {
      for addition in additions where addition.kind == .meeting && addition.constants["focus"] == "meeting" {
        meetings.addToFocus(addition, date: date(of: addition, index))
      }
    }
    attach(additions.filter { $0.kind == .meeting }, to: &meetingDrafts, marked)
    dater.shareDates(&meetingDrafts, marked)
    let header =
      meetingDrafts.isEmpty ? HeaderLines.Lines() : HeaderLines(sentences: sentences, text: text)(after: index)
    for draft in meetingDrafts {
      if draft.constants["header"] == "date", header.date == nil { continue }
      meetings.insert(
        draft, edtf: date(of: draft, index), block: marked.sentence.block, header: header,
        tense: dater.tense(marked, of: draft.tokens), published: published)
    }
    others = withoutPlannedTwins(others)
    let asides = meetingDrafts.filter { $0.constants["aside"] == "true" }.map(\.tokens)
    attach(additions.filter { $0.kind != .meeting }, to: &others, marked)
    for var draft in others {
      draft.asides += asides
      if draft.constants["role"] == "above", let person = draft.values[.person],
        let last = drafts.last(where: { $0.kind == .chair && $0.values[.person] == person })
      {
        draft.values[.role] = last.values[.role] ?? draft.values[.role]
        draft.forum = last.forum ?? draft.forum
      }
      drafts.append(draft)
    }
  }

  /// A meeting that is first told in one of so many sentences is what the text is on.
  private static let leadingSentences = 8

  /// Sittings are counted on from session to session (`at its 903rd meeting`); no forum has had so many meetings.
  private static let highestOrdinal = 500

  /// `at that time`, `thereby`: drafts of a sentence without a date get the last one of the sentence before in its block.
  private func withDateBefore(_ drafts: [StatementDraft], _ index: Int) -> [StatementDraft] {
    let marked = sentences[index]
    guard index > 0, sentences[index - 1].sentence.block == marked.sentence.block,
      marked.table.mentions.contains(where: { $0.type.name == "thattime" }),
      !marked.table.mentions.contains(where: { $0.type == .date }),
      let mention = sentences[index - 1].table.mentions.last(where: { $0.type == .date }),
      case .date(let date) = mention.value
    else { return drafts }
    return drafts.map { draft in
      var draft = draft
      if draft.kind != .meeting, draft.date == nil {
        draft.date = years.complete(date, index - 1, published: published)
      }
      return draft
    }
  }

  /// The drafts that have a forum, stated or chosen.
  private func settled(_ drafts: [StatementDraft], _ marked: MarkedSentence, here: Name?) -> [StatementDraft] {
    let told = meetings.forumInFocus(block: marked.sentence.block)
    return drafts.compactMap { draft in
      if draft.kind == .succession { return draft }
      if draft.kind == .meeting, let ordinal = draft.number(.ordinal), ordinal > Self.highestOrdinal { return nil }
      let before = draft.sentence > 0 ? sentences[draft.sentence - 1].forums.last : nil
      guard let forum = chooser.forum(for: draft, marked, here: here, told: told, before: before),
        !chooser.isParty(forum, of: draft)
      else {
        return nil
      }
      var draft = draft
      draft.forum = forum
      // `at a meeting of ISECG, CSA handed over`: the forum itself is no holder of its office.
      let others = draft.names(.from).filter { !chooser.isSameBody($0, forum) }
      if others.count < draft.names(.from).count { draft.values[.from] = others.isEmpty ? nil : .names(others) }
      return draft
    }
  }

  /// Gives each addition to the draft of its kind nearest to it; what stands nearest to a draft counts first.
  private func attach(_ additions: [StatementDraft], to drafts: inout [StatementDraft], _ marked: MarkedSentence) {
    let pairs = additions.compactMap { addition in
      nearest(drafts, to: addition.tokens, kind: addition.kind).map {
        ($0, dater.distance(of: addition.tokens, to: drafts[$0].tokens, marked), addition)
      }
    }.filter { _, distance, addition in addition.kind != .membershipTotal || distance <= 1 }
    for (index, _, addition) in pairs.sorted(by: { $0.1 < $1.1 }) { merge(addition, into: &drafts[index]) }
  }

  /// A handover that is planned has not happened: the same words read as an event give way.
  private func withoutPlannedTwins(_ drafts: [StatementDraft]) -> [StatementDraft] {
    let planned = drafts.filter { $0.text(.event) == "planned" }
    return drafts.filter { draft in
      draft.kind != .chair || draft.text(.event) == "planned"
        || !planned.contains { $0.tokens.overlaps(draft.tokens) && $0.forum?.id == draft.forum?.id }
    }
  }

  private func date(of draft: StatementDraft, _ index: Int) -> String? {
    draft.date.map { years.complete($0, index, published: published) }?.edtf(
      published: published.day, past: dater.tense(sentences[index], of: draft.tokens))
  }

  private func merge(_ addition: StatementDraft, into draft: inout StatementDraft) {
    for (key, value) in addition.values where draft.values[key] == nil { draft.values[key] = value }
    if draft.date == nil { draft.date = addition.date }
    if draft.until == nil { draft.until = addition.until }
  }

  private func nearest(_ drafts: [StatementDraft], to tokens: Range<Int>, kind: Statement.Kind) -> Int? {
    drafts.indices.filter { drafts[$0].kind == kind }.min {
      drafts[$0].tokens.distance(to: tokens) < drafts[$1].tokens.distance(to: tokens)
    }
  }

  /// Of meetings found in one stretch the one with more told goes first; what lies within it is the same meeting.
  private func longestFirst(_ drafts: [StatementDraft]) -> [StatementDraft] {
    var kept: [StatementDraft] = []
    for draft in drafts.sorted(by: { weight($0) > weight($1) }) {
      if let same = kept.firstIndex(where: { $0.tokens.overlaps(draft.tokens) && $0.forum?.id == draft.forum?.id }) {
        let ordinals = (kept[same].number(.ordinal), draft.number(.ordinal))
        if ordinals.0 == nil || ordinals.1 == nil || ordinals.0 == ordinals.1 {
          merge(draft, into: &kept[same])
          continue
        }
      }
      kept.append(draft)
    }
    return kept.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func weight(_ draft: StatementDraft) -> Int {
    draft.values.count * 4 + (draft.date == nil ? 0 : 4) + (draft.isForumStated ? 2 : 0)
  }

  // MARK: Result

  func statements() -> [Statement] {
    // Now that all meetings are told, also those that come later in the text.
    let drafts = withStatedForums(drafts).filter { !Self.isYear($0) }.map { draft in
      var draft = draft
      draft.meeting = meetings.focus(
        of: forumsOf(draft), isPast: draft.kind != .attendance && draft.text(.event) != "planned",
        inSentence: draft.sentence, block: sentences[draft.sentence].sentence.block)
      return draft
    }
    var result = StatementList(names: language.names)
    let told = meetings.meetings
    for meeting in told where meeting.isComplete { result.insert(statement(meeting)) }
    // Nobody attends where no meeting is told or spoken of.
    for draft in drafts where draft.kind != .attendance || draft.meeting != nil || speaksOfMeeting(draft.sentence) {
      let statement = statement(draft, told)
      let date = statement.text(.date)
      if date != nil && date != published.edtf || !isPastOffice(draft) {
        result.insert(statement)
      }
    }
    return result.statements.sorted { ($0.evidence.start, $0.evidence.end) < ($1.evidence.start, $1.evidence.end) }
  }

  /// `P was chairman` without a time tells nothing that can be placed.
  private func isPastOffice(_ draft: StatementDraft) -> Bool {
    guard draft.kind == .chair, draft.text(.event) == "incumbent", draft.text(.of) != "meeting" else { return false }
    let tokens = sentences[draft.sentence].sentence.tokens
    return draft.tokens.contains { language.listed(tokens, at: $0, "past") != nil }
  }

  /// The forum of a statement, and for an office those above it.
  private func forumsOf(_ draft: StatementDraft) -> [String] {
    guard let forum = draft.forum else { return [] }
    guard draft.kind == .chair, let index = language.names.byID[forum.id] else { return [forum.id] }
    return [forum.id] + language.names.above(index).map { language.names.entities[$0].id }
  }

  /// Of two readings of the same words the one whose rule read the forum there.
  private func withStatedForums(_ drafts: [StatementDraft]) -> [StatementDraft] {
    let stated = drafts.filter { $0.isForumStated && $0.kind == .membership }
    return drafts.filter { draft in
      draft.isForumStated || draft.kind != .membership
        || !stated.contains { $0.bytes == draft.bytes && $0.forum?.id != draft.forum?.id }
    }
  }

  /// `2025 signatories` counts nothing.
  private static func isYear(_ draft: StatementDraft) -> Bool {
    draft.kind == .membershipTotal && draft.number(.count).map { (1950...2100).contains($0) } ?? false
  }

  /// Whether the sentence or one of the two before it has a word of the list `gathering`, or tells of people who met.
  private func speaksOfMeeting(_ index: Int) -> Bool {
    sentences[max(0, index - 2)...index].contains { marked in
      marked.table.mentions.contains { $0.type.name == "gathering" || $0.type.name == "met" }
    }
  }

  /// The first of the forum's offices that statements know: `lead agency` of the Charter, `president` of COSPAR.
  private func usualRole(_ forum: Name) -> String? {
    guard let roles = language.names.byID[forum.id].map({ language.names.entities[$0].roles }) else { return nil }
    return roles.contains("chair") ? "chair" : roles.first { language.roles.contains($0) }
  }

  private func evidence(_ bytes: Range<Int>) -> Evidence {
    Evidence(start: bytes.lowerBound, end: bytes.upperBound, quote: String(decoding: text.bytes[bytes], as: UTF8.self))
  }

  private func statement(_ meeting: MeetingList.Meeting) -> Statement {
    var values = meeting.values
    values[.forum] = .names([meeting.forum])
    // A site without a town is the place.
    if values[.place] == nil, values[.country] == nil, let venue = values[.venue] {
      values[.place] = venue
      values[.venue] = nil
    }
    if let date = meeting.edtf { values[.date] = .text(date) }
    // A heading does not tell whether the meeting has been: the day of the report does.
    let isLater = published.edtf.flatMap { day in meeting.edtf.map { MeetingList.firstDay($0) > day } } ?? false
    if isLater, values[.status] == .text("held") { values[.status] = nil }
    if values[.status] == nil { values[.status] = .text(isLater ? "planned" : "held") }
    if values[.represented] == nil || values[.unit] == .text("agencies") || values[.unit] == .text("members") {
      values[.unit] = nil
    }
    return Statement(
      kind: .meeting, values: values, evidence: evidence(meeting.bytes), rule: meeting.rule, dateBasis: .stated)
  }

  private func statement(_ draft: StatementDraft, _ told: [MeetingList.Meeting]) -> Statement {
    var values = draft.values
    values[.forum] = draft.forum.map { .names([$0]) }
    let meeting = draft.meeting.map { told[$0] }
    let sameSentence = meeting.map { $0.sentences.contains(draft.sentence) } ?? false
    let sameBlock = meeting?.blocks.contains(sentences[draft.sentence].sentence.block) ?? false
    let (date, basis) = dater.date(
      draft, sentences[draft.sentence], meeting: meeting?.edtf, isTogether: sameSentence, isNear: sameBlock,
      isLeading: meeting?.sentences.min().map { $0 < Self.leadingSentences } ?? false,
      above: introductions.date(above: draft.sentence),
      complete: { years.complete($0, draft.sentence, published: published) })
    if let date { values[draft.kind == .membershipTotal ? .asOf : .date] = .text(date) }
    if let until = draft.until?.edtf(published: published.day, past: false) { values[.until] = .text(until) }
    // Told in the present as of a day to come, an office passes only then.
    if draft.kind == .chair, let date, let day = published.edtf, MeetingList.firstDay(date) > day,
      draft.text(.event) == "incumbent"
        || draft.text(.event) == "transition" && values[.from] == nil && values[.fromPerson] == nil
    {
      values[.event] = .text("planned")
    }
    if draft.kind == .chair, values[.role] == nil { values[.role] = .text(draft.forum.flatMap(usualRole) ?? "chair") }
    // `the first member` is no number in the forum's order.
    if draft.kind == .membership, draft.number(.ordinal) == 1 { values[.ordinal] = nil }
    if let count = draft.number(.count), let plus = draft.constants["plus"].flatMap({ Int($0) }) {
      values[.count] = .number(count + plus)
    }
    if draft.kind == .attendance { values[.count] = nil }
    // Plain members and agencies go without saying.
    if draft.kind == .membership, draft.text(.class) == "member" { values[.class] = nil }
    if let unit = draft.text(.unit), unit == "agencies" || unit == "members" { values[.unit] = nil }
    return Statement(
      kind: draft.kind, values: values, evidence: evidence(draft.bytes), rule: draft.rule.name, dateBasis: basis)
  }
}
