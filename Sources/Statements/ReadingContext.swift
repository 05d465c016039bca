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
  let main: Name?
  /// Ids of the forums that the text is on, not only names.
  let prominent: Set<String>
  private var meetings = MeetingList()
  private var drafts: [StatementDraft] = []
  private var dater: DateChooser
  private let years: TiedYears

  init(
    language: Language, text: ReportText, published: ReportDate, sentences: [MarkedSentence], main: Name?,
    prominent: Set<String>
  ) {
    self.language = language
    self.text = text
    self.sentences = sentences
    self.main = main
    self.prominent = prominent
    let dateline = published.edtf == nil ? Self.dateline(sentences) : nil
    self.published = dateline.map { ReportDate($0) } ?? published
    let heading = self.published.edtf == nil ? Self.headingDate(sentences) : nil
    dater = DateChooser(language: language, published: self.published, heading: heading)
    years = TiedYears(sentences)
  }

  /// A line of its own near the top that is a date and nothing else.
  private static func dateline(_ sentences: [MarkedSentence]) -> String? {
    for marked in sentences.prefix(6) where marked.sentence.tokens.count <= 8 {
      for mention in marked.table.mentions where mention.tokens.count + 1 >= marked.sentence.tokens.count {
        guard case .date(let date) = mention.value, date.isAbsolute, date.end == nil, date.start.day != nil else {
          continue
        }
        return date.edtf(published: nil, past: nil)
      }
    }
    return nil
  }

  /// The only date of the title, such as the year of an annual report.
  private static func headingDate(_ sentences: [MarkedSentence]) -> String? {
    let dates = sentences.prefix { $0.kind == .title }.flatMap(\.table.mentions).compactMap { mention -> String? in
      guard case .date(let date) = mention.value, date.isAbsolute else { return nil }
      return date.edtf(published: nil, past: nil)
    }
    return dates.count == 1 ? dates.first : nil
  }

  // MARK: Taking what a sentence gives

  mutating func take(_ found: [StatementDraft], _ additions: [StatementDraft], _ index: Int) {
    let marked = sentences[index]
    var meetingDrafts: [StatementDraft] = []
    var others: [StatementDraft] = []
    for var draft in found {
      draft.date = draft.date.map { years.complete($0, index, published: published) }
      guard settleForum(&draft, marked) else { continue }
      if draft.kind == .meeting { meetingDrafts.append(draft) } else { others.append(draft) }
    }
    meetingDrafts = longestFirst(meetingDrafts)
    if meetingDrafts.isEmpty {
      for addition in additions where addition.kind == .meeting && addition.constants["focus"] == "meeting" {
        meetings.add(addition, date: date(of: addition, index), toFocusOf: nil)
      }
    }
    attach(additions.filter { $0.kind == .meeting }, to: &meetingDrafts)
    dater.shareDates(&meetingDrafts, marked)
    for draft in meetingDrafts {
      let header = HeaderLines(sentences: sentences, text: text)(after: index)
      meetings.insert(
        draft, edtf: date(of: draft, index), block: marked.sentence.block, header: header,
        isFuture: dater.isFuture(marked), published: published)
    }
    others = withoutPlannedTwins(others)
    let asides = meetingDrafts.filter { $0.constants["aside"] == "true" }.map(\.tokens)
    attach(additions.filter { $0.kind != .meeting }, to: &others)
    for var draft in others {
      draft.meeting = meetings.focus(of: draft.forum, inSentence: index, block: marked.sentence.block)
      draft.asides += asides
      drafts.append(draft)
    }
  }

  /// Gives each addition to the draft of its kind nearest to it; what stands nearest to a draft counts first.
  private func attach(_ additions: [StatementDraft], to drafts: inout [StatementDraft]) {
    let pairs = additions.compactMap { addition in
      nearest(drafts, to: addition.tokens, kind: addition.kind).map {
        ($0, distance(drafts[$0].tokens, addition.tokens), addition)
      }
    }
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
      published: published.day, past: dater.tense(sentences[index]))
  }

  private func merge(_ addition: StatementDraft, into draft: inout StatementDraft) {
    for (key, value) in addition.values where draft.values[key] == nil { draft.values[key] = value }
    if draft.date == nil { draft.date = addition.date }
    if draft.until == nil { draft.until = addition.until }
  }

  private func nearest(_ drafts: [StatementDraft], to tokens: Range<Int>, kind: Statement.Kind? = nil) -> Int? {
    drafts.indices.filter { kind == nil || drafts[$0].kind == kind }.min {
      distance(drafts[$0].tokens, tokens) < distance(drafts[$1].tokens, tokens)
    }
  }

  private func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    a.overlaps(b) ? 0 : a.upperBound <= b.lowerBound ? b.lowerBound - a.upperBound : a.lowerBound - b.upperBound + 1
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

  // MARK: Forums

  /// Gives a draft its forum; false if none fits.
  private func settleForum(_ draft: inout StatementDraft, _ marked: MarkedSentence) -> Bool {
    if draft.kind == .succession { return true }
    if draft.forum == nil, draft.constants["context"] == "meeting" {
      draft.forum = meetings.forumInFocus(block: marked.sentence.block) ?? main
    }
    if draft.forum == nil { draft.forum = nearestForum(draft, marked) ?? marked.focus ?? main }
    guard let forum = draft.forum else { return false }
    let rules = ForumRules(language: language)
    let level = draft.text(.level) ?? (draft.kind == .meeting ? levelOf(marked) : nil)
    guard let settled = rules.body(of: forum, at: level, for: draft.kind) ?? rules.forum(forum, for: draft.kind) else {
      return false
    }
    draft.forum = settled
    let own: Set<String> = [forum.id, settled.id]
    for key in [Statement.Key.member, .agency, .to] {
      if let name = draft.names(key).first, own.contains(name.id) || own.contains(name.id.replacingKind("forum")) {
        return false
      }
    }
    return true
  }

  private func levelOf(_ marked: MarkedSentence) -> String? {
    for mention in marked.table.mentions where mention.type.name == "level" {
      if case .word(let level) = mention.value { return level }
    }
    return nil
  }

  /// The forum that the sentence names nearest to the match, before it rather than behind it; none that stands in a list of parties.
  private func nearestForum(_ draft: StatementDraft, _ marked: MarkedSentence) -> Name? {
    let lists = marked.table.mentions.filter { $0.type == .group }.map(\.tokens)
    var best: (Int, Name)?
    for mention in marked.table.mentions where !lists.contains(where: { $0.overlaps(mention.tokens) }) {
      let name: Name
      switch mention.value {
      case .forum(let forum): name = forum
      case .code(let forum, _): name = forum
      default: continue
      }
      guard let entity = language.names.byID[name.id].map({ language.names.entities[$0] }),
        entity.twin == nil || name.id == main?.id,
        draft.kind != .meeting || draft.isForumStated || prominent.contains(name.id) || name.id == main?.id,
        ForumRules(language: language).forum(name, for: draft.kind) != nil
      else { continue }
      let gap = distance(mention.tokens, draft.tokens) + (mention.tokens.lowerBound > draft.tokens.lowerBound ? 2 : 0)
      if best.map({ gap < $0.0 }) ?? true { best = (gap, name) }
    }
    return best?.1
  }

  // MARK: Result

  func statements() -> [Statement] {
    var result = StatementList()
    let told = meetings.meetings
    for meeting in told where meeting.isComplete { result.insert(statement(meeting)) }
    for draft in drafts { result.insert(statement(draft, told)) }
    return result.statements.sorted { ($0.evidence.start, $0.evidence.end) < ($1.evidence.start, $1.evidence.end) }
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
    if let date = meeting.edtf { values[.date] = .text(date) }
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
    let (date, basis) = dater.date(
      draft, sentences[draft.sentence], meeting: meeting?.edtf, isTogether: sameSentence,
      complete: { years.complete($0, draft.sentence, published: published) })
    if let date { values[draft.kind == .membershipTotal ? .asOf : .date] = .text(date) }
    if let until = draft.until?.edtf(published: published.day, past: false) { values[.until] = .text(until) }
    // Told in the present as of a day to come, an office passes only then.
    if draft.kind == .chair, draft.text(.event) == "transition", values[.from] == nil, values[.fromPerson] == nil,
      let date, let day = published.edtf, MeetingList.firstDay(date) > day
    {
      values[.event] = .text("planned")
    }
    if draft.kind == .chair, values[.role] == nil { values[.role] = .text(draft.forum.flatMap(usualRole) ?? "chair") }
    // `the first member` is no number in the forum's order.
    if draft.kind == .membership, draft.number(.ordinal) == 1 { values[.ordinal] = nil }
    if let count = draft.number(.count), let plus = draft.constants["plus"].flatMap({ Int($0) }) {
      values[.count] = .number(count + plus)
    }
    // Plain members and agencies go without saying.
    if draft.kind == .membership, draft.text(.class) == "member" { values[.class] = nil }
    if let unit = draft.text(.unit), unit == "agencies" || unit == "members" { values[.unit] = nil }
    return Statement(
      kind: draft.kind, values: values, evidence: evidence(draft.bytes), rule: draft.rule.name, dateBasis: basis)
  }
}

extension String {
  /// The id of the body's other part: `agency/esa` as `forum/esa`.
  fileprivate func replacingKind(_ kind: String) -> String {
    guard let slash = firstIndex(of: "/") else { return self }
    return kind + self[slash...]
  }
}
