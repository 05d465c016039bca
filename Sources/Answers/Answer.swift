public import Formats
public import Graph

/// What is known in reply to a question, how sure it is, what proves it, and what is not known. One form for all answers.
public struct Answer: Sendable, Hashable {
  /// How the question was read.
  public struct Reading: Sendable, Hashable {
    public enum Intent: String, Sendable, Hashable {
      /// Who held the chair of a forum.
      case chairs
      /// Who belongs to a forum.
      case members
      /// When and where a forum met.
      case meetings
      /// What changed in a forum.
      case changes
      /// What an agency or country belongs to, held and attended.
      case agency
      /// Which forums are known.
      case forums
      /// Which reports are known.
      case reports
      /// In which reports words stand.
      case search
      /// Where reports disagree.
      case discrepancies
      /// What two have in common.
      case compare
      /// How two are tied.
      case path
      /// What one is tied to.
      case neighbours
      /// How an office passed from one to another.
      case transitions
      /// Which offices a person held.
      case person
      /// How many belonged to a forum.
      case totals
      /// Who came to meetings of a forum.
      case attendance
      /// How an office is filled, and for how long.
      case office
    }

    /// The words that were asked; nil for a typed command.
    public var question: String?
    public var intent: Intent
    /// The question as it was understood, in full.
    public var words: String
    /// What it is about; nil for everything that is known.
    public var subject: Subject?
    public var period: Period
    /// With which other time it is compared; nil: with none.
    public var otherPeriod: Period? = nil
    /// Only reports published by then count; nil: all.
    public var knownBy: Day? = nil
    /// Words that were taken for others: `chiared` for `chaired`.
    public var corrections: [Correction] = []
  }

  /// A word taken for another.
  public struct Correction: Sendable, Hashable {
    public var written: String
    public var read: String
  }

  /// What the time of the facts is.
  public enum Dating: Sendable, Hashable { case none, lasting, dated }

  /// A part of the period in which the same facts have the same certainty; without any it is a gap.
  public struct Piece: Sendable, Hashable {
    public struct Holding: Sendable, Hashable {
      /// The id of the fact.
      public var id: String
      public var name: String
      public var certainty: Certainty
    }

    public var from: Day
    public var to: Day
    /// The surest first.
    public var facts: [Holding]
  }

  public var reading: Reading
  public var columns: [Column]
  public var dating: Dating
  /// The reply in sentences, where it is more than the facts: yes, a number, a stated total.
  public var summary: [String] = []
  /// What is stated or presumed on a day of the period.
  public var facts: [Fact] = []
  /// What is only possible in the period.
  public var possible: [Fact] = []
  /// That of which no time is known: it is listed whatever the period.
  public var undated: [Fact] = []
  /// Where the period itself has none: the last before it and the first after it.
  public var nearest: [Fact] = []
  /// The period piece by piece, without holes, of an office; else empty.
  public var pieces: [Piece] = []
  /// What no report states, one sentence each.
  public var notStated: [String] = []
  /// What reports disagree on.
  public var disagreements: [Discrepancy] = []
  /// Reports that do not count since their date does not say whether they were published by the day that is asked about.
  public var leftOut: [Subject] = []
  /// Commands that show more, for a terminal.
  public var next: [String] = []
  /// The format that a question asked for: `csv`; nil: none.
  public var filetype: String?
  /// How many facts a limit left out.
  public private(set) var omitted = 0

  /// 1 where nothing is known.
  public var exit: Exit {
    summary.isEmpty && facts.isEmpty && possible.isEmpty && undated.isEmpty ? .nothingKnown : .done
  }

  /// All facts that the answer shows.
  public var shown: [Fact] { facts + possible + undated + nearest }

  /// Puts each fact into the list that its certainty calls for, in this order; what does not touch the period into none.
  mutating func list(_ all: [Fact]) {
    undated = all.filter(\.isUndated)
    let dated = all.filter { !$0.isUndated }
    facts = dated.filter { $0.certainty < .possible }
    possible = dated.filter { $0.certainty == .possible }
  }

  /// The same in one list, where no time was asked for: then what is undated stands with the rest.
  mutating func listByRank(_ all: [Fact]) {
    if reading.period.kind == .ever { facts = all } else { list(all) }
  }

  /// At most `limit` facts in all, the surest first.
  func limited(to limit: Int?) -> Answer {
    guard let limit else { return self }
    var answer = self
    var room = max(0, limit)
    for list in Answer.lists {
      let kept = Array(self[keyPath: list].prefix(room))
      answer.omitted += self[keyPath: list].count - kept.count
      answer[keyPath: list] = kept
      room -= kept.count
    }
    return answer
  }

  static var lists: [any WritableKeyPath<Answer, [Fact]> & Sendable] { [\.facts, \.possible, \.undated, \.nearest] }
}
