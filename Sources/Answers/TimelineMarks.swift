import Formats
import Graph
import Store

/// The days of a meeting, of which nothing is presumed.
private struct MeetingDays: Lasting {
  let time: Interval
  func certainty(on day: Day) -> Certainty { time.certaintyWithoutPresumption(on: day) }
}

/// Facts as marks of a timeline: their days cut to the picture, their words, their proof.
struct TimelineMarks {
  let first: Day
  let last: Day
  let evidence: [String: EvidenceItem]

  /// Nil if it lies wholly outside the picture. An undated one never does.
  func mark(_ membership: Membership) -> Timeline.Mark? {
    let time = membership.time
    let kind = membership.class == "member" ? "member" : membership.class
    var words = "\(membership.party.label): \(kind) of \(membership.forum.label)"
    words += time.isUndated ? ", at a time that no report states" : " " + Self.words(of: time)
    if membership.isFounder { words += "; founding member" }
    if let ordinal = membership.ordinal { words += "; member number \(ordinal)" }
    return mark(
      Timeline.Mark(
        id: membership.id, kind: .membership, label: membership.party.label, class: membership.class, time: time,
        stretches: stretches(membership), words: words,
        evidence: proof(membership.statements)))
  }

  func mark(_ term: ChairTerm) -> Timeline.Mark? {
    let holder = term.holder.party?.label ?? term.holder.person ?? "not named"
    let full = term.holder.party != nil ? term.holder.person.map { "\(holder) (\($0))" } ?? holder : holder
    var words = "\(full): \(term.role) of \(term.forum.label)"
    words += term.time.isUndated ? ", at a time that no report states" : " " + Self.words(of: term.time)
    if term.ofMeeting { words += "; only of a meeting" }
    if term.continuityAssumed { words += "; that the term went on between the days on which it was seen is assumed" }
    return mark(
      Timeline.Mark(
        id: term.id, kind: .term, label: holder, class: term.role, time: term.time,
        stretches: term.ofMeeting ? ofMeeting(term) : stretches(term), words: words, evidence: proof(term.statements)))
  }

  /// - Parameter attendance: the statements that a party was there, if the mark stands for that.
  func mark(_ meeting: Meeting, attendance: [String] = []) -> Timeline.Mark? {
    let time = meeting.time
    return mark(
      Timeline.Mark(
        id: meeting.id, kind: .meeting, label: Self.label(of: meeting),
        class: meeting.status.flatMap { $0 == .held ? nil : $0.rawValue },
        time: time, stretches: stretches(MeetingDays(time: time)), words: Self.words(of: meeting),
        evidence: proof(attendance.isEmpty ? meeting.statements : attendance)))
  }

  /// Who chaired a meeting is shown on its days alone, although nothing excludes others.
  private func ofMeeting(_ term: ChairTerm) -> [Fact.Stretch] {
    guard let from = term.seen.map(\.earliest).min(), let to = term.seen.map(\.latest).max() else {
      return stretches(term)
    }
    return stretches(MeetingDays(time: term.time)).compactMap { stretch in
      let (first, last) = (max(stretch.from, from), min(stretch.to, to))
      return first <= last ? Fact.Stretch(from: first, to: last, certainty: stretch.certainty) : nil
    }
  }

  private func mark(_ mark: Timeline.Mark) -> Timeline.Mark? {
    mark.stretches.isEmpty && !mark.time.isUndated ? nil : mark
  }

  private func stretches(_ lasting: some Lasting) -> [Fact.Stretch] {
    let picture = Period(kind: .span, from: first, to: last, words: "")
    return StretchFinder(picture, known: [], today: last)(lasting).filter { $0.certainty != .unknown }
  }

  /// The items of these statements: originals before digests, then by report and place.
  func proof(_ statements: [String]) -> [EvidenceItem] {
    statements.compactMap { evidence[$0] }.sorted {
      ($0.isDigest ? 1 : 0, $0.report, $0.start, $0.statement) < (
        $1.isDigest ? 1 : 0, $1.report, $1.start, $1.statement
      )
    }
  }

  // MARK: Words

  static func words(of time: Interval) -> String {
    let (start, end) = (Wording.start(of: time), Wording.end(of: time))
    return "\(start)\(time.start.isStated && time.end.isStated ? " " : "; ")\(end)"
  }

  private static func label(of meeting: Meeting) -> String {
    if let label = meeting.place ?? meeting.ordinal.map({ Wording.ordinal($0) }) ?? meeting.name ?? meeting.mode {
      return label
    }
    return meeting.time.start.earliest.map { "\(Wording.shortMonth($0.month)) \($0.year)" } ?? "place not stated"
  }

  private static func words(of meeting: Meeting) -> String {
    var words = meeting.ordinal.map { "\(Wording.ordinal($0)) meeting of \(meeting.forum.label)" }
    words = words ?? "Meeting of \(meeting.forum.label)"
    var parts = [words ?? ""]
    if let name = meeting.name { parts.append(name) }
    parts.append(meeting.date.map(Wording.date) ?? "at a time that no report states")
    if let place = meeting.place ?? meeting.mode { parts.append(place) }
    if !meeting.hosts.isEmpty { parts.append("host " + meeting.hosts.map(\.label).joined(separator: ", ")) }
    if let count = meeting.represented { parts.append("\(count) \(meeting.unit ?? "agencies") represented") }
    if let status = meeting.status, status != .held { parts.append(status.rawValue) }
    return parts.joined(separator: ", ")
  }
}
