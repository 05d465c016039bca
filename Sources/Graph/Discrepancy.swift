/// Statements that cannot all hold, or that do not fit each other.
public struct Discrepancy: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A count beside a list fits the entries only, or the agencies only, because an entry names two.
    case entriesDiffer = "entries-differ"
    /// A count beside a list fits neither, or two counts of one meeting differ.
    case countDiffers = "count-differs"
    /// Two holders of an office that has one, on one day that is no handover between them.
    case holdersDiffer = "holders-differ"
    /// One joining with two dates that exclude each other.
    case joinedTwice = "joined-twice"
    /// One handover, or one meeting, with dates that exclude each other.
    case datesDiffer = "dates-differ"
    /// A rank by joining, or the number of a meeting, that is told twice or does not fit the order in time.
    case ordinalDiffers = "ordinal-differs"
    /// A party in two classes at once.
    case classDiffers = "class-differs"
    /// Two totals of the same class on one day.
    case totalDiffers = "total-differs"
    /// A name that several bodies bear, and nothing tells which is meant.
    case nameAmbiguous = "name-ambiguous"
    /// A correction by hand says that a statement is wrong.
    case refuted
    /// What a correction by hand judges is not said any more as it was.
    case correctionStale = "correction-stale"
    /// Two versions of one report of which neither is known to be the later.
    case versionsUnordered = "versions-unordered"
  }

  /// `discrepancy/entries-differ/isecg/2020-09-09`.
  public var id: String
  public var kind: Kind
  /// Nil for `versions-unordered`.
  public var forum: Party?
  /// The ids of the rows that do not fit (a meeting, terms, memberships); a report's key for `versions-unordered`, a
  /// statement's id for `refuted` and `correction-stale`.
  public var subjects: [String]
  /// One sentence in English.
  public var summary: String
  public var statements: [String]

  public init(
    id: String, kind: Kind, forum: Party? = nil, subjects: [String] = [], summary: String, statements: [String] = []
  ) {
    self.id = id
    self.kind = kind
    self.forum = forum
    self.subjects = subjects
    self.summary = summary
    self.statements = statements
  }

  /// Whether it is about one of these rows, or says what was corrected by hand, which has no row any more.
  package func concerns(_ rows: Set<String>) -> Bool {
    kind == .refuted || kind == .correctionStale || !rows.isDisjoint(with: subjects)
  }
}
