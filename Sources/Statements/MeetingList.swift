import Knowledge
import Mentions

/// The meetings that a report tells of, each once, however often it comes up.
struct MeetingList {
  struct Meeting {
    var forum: Name
    var values: [Statement.Key: Statement.Value]
    var edtf: String?
    var bytes: Range<Int>
    var rule: String
    /// Sentences that speak of it.
    var sentences: Set<Int>
    /// Blocks in which it is told.
    var blocks: Set<Int>
    /// Its date stands in a line of its own beneath the name: one told beside the meeting goes before it.
    var isHeaderDate = false
    /// Only referred to (`the last meeting`), not what the text tells about.
    var isAside: Bool

    var ordinal: Int? { if case .number(let number) = values[.ordinal] { number } else { nil } }

    var isPlanned: Bool { values[.status] == .text("planned") }

    /// A meeting is told by a date, a number or a place.
    var isComplete: Bool { edtf != nil || ordinal != nil || values[.place] != nil || values[.country] != nil }
  }

  private(set) var meetings: [Meeting] = []
  private var focus: Int?

  /// Adds a meeting, or what is told of it to the one that it is.
  mutating func insert(
    _ draft: StatementDraft, edtf: String?, block: Int, header: HeaderLines.Lines, tense: Bool?, published: ReportDate
  ) {
    guard let forum = draft.forum else { return }
    var draft = draft
    var edtf = edtf
    var isHeaderDate = false
    // A line with the day of publication is none of the meeting.
    if edtf.map({ $0.count == 4 }) ?? true, let date = header.date?.edtf(published: published.day, past: nil),
      date != published.edtf, date.hasPrefix(edtf ?? "")
    {
      edtf = date
      isHeaderDate = true
    }
    if draft.values[.place] == nil, edtf != nil || draft.values[.ordinal] != nil {
      if let town = header.town { draft.values[.place] = .text(town) }
      if let country = header.country, draft.values[.country] == nil { draft.values[.country] = .text(country) }
    }
    if draft.values[.status] == nil, let tense { draft.values[.status] = .text(tense ? "held" : "planned") }
    let meeting = Meeting(
      forum: forum, values: draft.values, edtf: edtf, bytes: draft.bytes, rule: draft.rule.name,
      sentences: [draft.sentence],
      blocks: [block], isHeaderDate: isHeaderDate, isAside: draft.constants["aside"] == "true")
    if let same = match(meeting, isDefinite: draft.constants["reference"] == "true") {
      merge(meeting, into: same)
      focus = same
    } else if draft.constants["reference"] != "true" || meeting.isComplete {
      meetings.append(meeting)
      if !meeting.isAside { focus = meetings.count - 1 }
    }
  }

  /// Adds what a sentence tells of the meeting in focus.
  mutating func addToFocus(_ draft: StatementDraft, date: String?) {
    guard let focus else { return }
    for (key, value) in draft.values where meetings[focus].values[key] == nil { meetings[focus].values[key] = value }
    if meetings[focus].edtf == nil { meetings[focus].edtf = date }
    meetings[focus].sentences.insert(draft.sentence)
  }

  /// The meeting that a statement belongs to: told in its sentence or its block, else the first that the report tells about.
  /// - Parameters:
  ///   - forums: ids of the statement's forum and of those above it, at whose meetings its offices are given.
  ///   - isPast: the statement tells of what has been; a meeting to come has no part in it.
  func focus(of forums: [String], isPast: Bool, inSentence sentence: Int, block: Int) -> Int? {
    let told = forums.map { forum in
      meetings.indices.filter { index in
        meetings[index].forum.id == forum && !meetings[index].isAside && !(isPast && meetings[index].isPlanned)
      }
    }
    for own in told {
      if let here = own.last(where: { meetings[$0].sentences.contains(sentence) }) { return here }
    }
    for own in told {
      if let here = own.last(where: { meetings[$0].blocks.contains(block) }) { return here }
    }
    for own in told {
      if let first = own.first(where: { meetings[$0].isComplete }) { return first }
    }
    return told.first?.first
  }

  /// The forum of the meeting last told in this block or the one before, where one is.
  func forumInFocus(block: Int) -> Name? {
    let told = meetings.filter { !$0.isAside }
    return (told.last { $0.blocks.contains(block) } ?? told.last { $0.blocks.contains(block - 1) })?.forum
  }

  private func match(_ meeting: Meeting, isDefinite: Bool) -> Int? {
    let own = meetings.indices.filter { meetings[$0].forum.id == meeting.forum.id }
    for index in own.reversed() {
      let other = meetings[index]
      if let a = meeting.ordinal, let b = other.ordinal {
        if a == b { return index }
        continue
      }
      switch (meeting.edtf, other.edtf) {
      case (let a?, let b?):
        if Self.isSame(a, b) || (other.isHeaderDate != meeting.isHeaderDate && meeting.ordinal == other.ordinal) {
          return index
        }
      case (nil, nil):
        if isDefinite || meeting.ordinal == nil && meeting.values[.place] == nil
          || meeting.values[.place] == other.values[.place]
        {
          return index
        }
      case (nil, _?):
        // `the 28th plenary` after a dated one without a number, or `the meeting`.
        if isDefinite || meeting.ordinal == nil && !isElsewhere(meeting, other) { return index }
        let isNear = index == focus || !meeting.blocks.isDisjoint(with: other.blocks)
        if meeting.ordinal != nil, other.ordinal == nil, isNear, !isElsewhere(meeting, other) { return index }
      case (_?, nil):
        let isNear = index == focus || own.count == 1 || !meeting.blocks.isDisjoint(with: other.blocks)
        if isNear, !isElsewhere(meeting, other) { return index }
      }
    }
    return nil
  }

  private func isElsewhere(_ a: Meeting, _ b: Meeting) -> Bool {
    if let x = a.values[.place], let y = b.values[.place], x != y { return true }
    return a.values[.status] != b.values[.status] && a.values[.status] != nil && b.values[.status] != nil
  }

  private mutating func merge(_ meeting: Meeting, into index: Int) {
    var known = meetings[index]
    for (key, value) in meeting.values where known.values[key] == nil { known.values[key] = value }
    let isBetter = known.isHeaderDate && !meeting.isHeaderDate
    if let date = meeting.edtf, isBetter || known.edtf.map({ Self.isMorePrecise(date, $0) }) ?? true {
      known.edtf = date
      known.bytes = meeting.bytes
      known.rule = meeting.rule
      known.isHeaderDate = meeting.isHeaderDate
    }
    known.sentences.formUnion(meeting.sentences)
    known.blocks.formUnion(meeting.blocks)
    known.isAside = known.isAside && meeting.isAside
    meetings[index] = known
  }

  static func firstDay(_ edtf: String) -> String {
    let start = edtf.hasPrefix("../") ? String(edtf.dropFirst(3)) : edtf
    return String(start.prefix { $0 != "/" && $0 != "~" })
  }

  /// One is the other, less precise: a day of its month, days of its week.
  static func isSame(_ a: String, _ b: String) -> Bool {
    let (x, y) = (firstDay(a), firstDay(b))
    if isWithin(a, b) || isWithin(b, a) { return true }
    return x.hasPrefix(y) || y.hasPrefix(x) || x.hasPrefix("XXXX") && y.hasSuffix(x.dropFirst(4))
      || y.hasPrefix("XXXX") && x.hasSuffix(y.dropFirst(4))
  }

  /// Whether a stretch of days lies within another.
  private static func isWithin(_ inner: String, _ outer: String) -> Bool {
    let (days, limits) = (inner.split(separator: "/"), outer.split(separator: "/"))
    guard limits.count == 2, limits.allSatisfy({ $0.count == 10 }), days.allSatisfy({ $0.count == 10 }) else {
      return false
    }
    return limits[0] <= days[0] && days[days.count - 1] <= limits[1]
  }

  private static func isMorePrecise(_ a: String, _ b: String) -> Bool {
    let (x, y) = (firstDay(a), firstDay(b))
    if y.hasPrefix("XXXX") != x.hasPrefix("XXXX") { return y.hasPrefix("XXXX") }
    // Of two stretches the shorter one: the days of a meeting, not the week that it was in.
    if a.count == b.count, a != b, isWithin(a, b) { return true }
    return x.count != y.count ? x.count > y.count : a.count > b.count
  }
}
