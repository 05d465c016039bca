public import Formats
public import Graph
public import Store

/// What is known in reply to a question, how sure it is, what proves it, and what is not known.
public struct Answer: Sendable, Hashable {
  /// How the question was read.
  public struct Reading: Sendable, Hashable {
    public enum Intent: String, Sendable, Hashable {
      /// Who held the chair of a forum, in whatever time.
      case chairs
    }

    /// The words that were asked; nil for a typed command.
    public var question: String?
    public var intent: Intent
    /// The question as it was understood, in full.
    public var words: String
    public var forum: ForumName
    public var period: Period
    /// Words that were taken for others: `chiared` for `chaired`.
    public var corrections: [Correction] = []
  }

  /// A word taken for another.
  public struct Correction: Sendable, Hashable {
    public var written: String
    public var read: String
  }

  /// A term of office that the period touches.
  public struct Term: Sendable, Hashable {
    public var term: ChairTerm
    /// The surest that it is on any day of the period.
    public var certainty: Certainty
    /// The stretches of the period in which it is one and the same certainty, in order.
    public var stretches: [Stretch]
    /// `from 9 September 2020`, `beginning not stated`.
    public var start: String
    /// `until 9 September 2020`, `end not stated`.
    public var end: String
    /// The last day on which a report sees the holder in office; nil if a report tells of the end.
    public var lastSeen: Day?
    /// What else a reader must know: that continuity is assumed, that only a meeting was chaired.
    public var notes: [String]
    public var evidence: [EvidenceItem]

    /// `JAXA`, `JAXA (Naoki Sato)`, `Bernhard Hufenbach`.
    public var holder: String {
      switch (term.holder.party?.label, term.holder.person) {
      case (let party?, let person?): "\(party) (\(person))"
      case (let party?, nil): party
      case (nil, let person): person ?? "not named"
      }
    }

    /// The party alone, else the person: for a sentence.
    var shortHolder: String { term.holder.party?.label ?? holder }
  }

  /// Days of one certainty, both ends included.
  public struct Stretch: Sendable, Hashable {
    public var from: Day
    public var to: Day
    public var certainty: Certainty
  }

  /// A part of the period in which the same holders have the same certainty; without any it is a gap.
  public struct Piece: Sendable, Hashable {
    public struct Holding: Sendable, Hashable {
      /// The id of the term.
      public var term: String
      public var holder: String
      public var certainty: Certainty
    }

    public var from: Day
    public var to: Day
    /// The surest first.
    public var holders: [Holding]
  }

  public var reading: Reading
  /// Terms that are stated or presumed on a day of the period, by time.
  public var terms: [Term]
  /// Terms that are only possible in the period, the last seen first.
  public var possible: [Term]
  /// Terms of which no time is known.
  public var undated: [Term]
  /// Where the period itself has none: the last term before it and the first after it.
  public var nearest: [Term]
  /// The period piece by piece, without holes; empty where nothing at all is known of the forum's chair.
  public var pieces: [Piece]
  /// What no report states, one sentence each.
  public var notStated: [String]
  /// What reports disagree on.
  public var disagreements: [Discrepancy]
  /// Commands that show more, for a terminal.
  public var next: [String]
  public var exit: Exit

  /// All terms that the answer shows.
  public var shown: [Term] { terms + possible + undated + nearest }
}

/// A forum as an answer names it.
public struct ForumName: Sendable, Hashable {
  public var id: String
  public var label: String
  /// The name in full, if that differs.
  public var name: String?

  public init(id: String, label: String, name: String? = nil) {
    self.id = id
    self.label = label
    self.name = name
  }
}

/// A question that was not understood, and what would help.
public struct Misunderstanding: Error, Sendable, Hashable {
  public var question: String
  /// One sentence without a full stop.
  public var reason: String
  /// Names or words that may have been meant.
  public var candidates: [String]
  /// Questions that can be answered.
  public var examples: [String]

  public init(question: String, reason: String, candidates: [String] = [], examples: [String] = Self.examples) {
    self.question = question
    self.reason = reason
    self.candidates = candidates
    self.examples = examples
  }

  public static let examples = [
    "who chaired ISECG in 2020", "who was chair of CEOS on 1 October 2014", "who chaired IADC between 2008 and 2011",
  ]

  /// The reason, and what may have been meant.
  public var message: String {
    candidates.isEmpty ? reason : "\(reason); did you mean \(candidates.joined(separator: " or "))?"
  }
}
