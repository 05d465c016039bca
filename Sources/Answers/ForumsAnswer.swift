public import Formats
import Graph

/// Answers which forums are known, with what reports tell of each.
public struct ForumsAnswer: Sendable {
  /// The day that "now" means, and the last one of a period without an end.
  public let today: Day

  public init(today: Day) { self.today = today }

  private static let columns = [
    Column("forum", "forum"), Column("parent_id"), Column("founded_edtf"), Column("members", "members"),
    Column("members_undated", "undated"), Column("meetings", "meetings"), Column("last_meeting_edtf", "met last"),
    Column("last_known_chair", "last chair"), Column("forum_name", "name"),
  ]

  /// A forum of the vocabulary, or of a text; `facts` is nil if no report tells of it.
  public struct Known: Sendable, Hashable {
    public var forum: Subject
    public var parent: String?
    public var founded: String?
    public var facts: ForumFacts?
  }

  /// - Parameter forums: those of which reports tell come first, each half in the order given.
  public func callAsFunction(_ forums: [Known], during period: Period) -> Answer {
    var answer = Answer(
      reading: Answer.Reading(
        intent: .forums, words: "which forums are known, and what reports tell of them\(period.spaced)",
        subject: nil, period: period),
      columns: Self.columns, dating: .none)
    let told = forums.filter { $0.facts != nil }
    answer.facts = (told + forums.filter { $0.facts == nil }).map { fact(of: $0, period) }
    if told.count < forums.count {
      answer.notStated = ["Of \(forums.count - told.count) of the \(forums.count) forums no report tells anything."]
    }
    answer.next =
      told.first.map { ["spacekb members \($0.forum.argument)", "spacekb chairs \($0.forum.argument)"] } ?? []
    return answer
  }

  private func fact(of known: Known, _ period: Period) -> Fact {
    let numbers: [Cell]
    if let facts = known.facts {
      let members = MembersAnswer(today: today)(facts, during: period)
      let meetings = MeetingsAnswer(today: today)(facts, during: period)
      let last = facts.graph.meetings.last { meeting in meetings.facts.contains { $0.id == meeting.id } }
      numbers = [
        Cell(members.facts.count), Cell(members.undated.count), Cell(meetings.facts.count), Cell(last?.date),
        Cell(ChairsAnswer(today: today)(facts, during: period).facts.last?.name),
      ]
    } else {
      numbers = [.none, .none, .none, .none, .none]
    }
    return Fact(
      id: known.forum.id, name: known.forum.label,
      values: [.text(known.forum.label), Cell(known.parent), Cell(known.founded)] + numbers + [Cell(known.forum.name)])
  }
}
