import Knowledge

/// A stretch of a sentence that names something.
public struct Mention: Sendable {
  public enum Value: Sendable {
    case party(Name)
    /// A list of parties, each with its own bytes.
    case parties([PartyItem])
    case forum(Name)
    /// A meeting by forum and number: `SIT-33`, `GEO-XII`.
    case code(Name, ordinal: Int)
    case person(String)
    case place(town: String?, country: String?)
    /// Whoever may hold an office, one or a list.
    case holders([Holder])
    case date(DateValue)
    case number(Int)
    /// An entry of a word list.
    case word(String)
  }

  public let type: MentionType
  /// Positions of its tokens in the sentence.
  public let tokens: Range<Int>
  public let value: Value

  package init(type: MentionType, tokens: Range<Int>, value: Value) {
    self.type = type
    self.tokens = tokens
    self.value = value
  }
}

/// A party in a list: its name and the UTF-8 bytes of the text that name it.
public struct PartyItem: Sendable {
  public let name: Name
  public let range: Range<Int>
  /// A date of its own: `Estonia (2009)`, `Greece in February, Peru in May`.
  public var date: DateValue?
  /// What a column of its table says of it: `observer`.
  public var status: String?

  public init(name: Name, range: Range<Int>, date: DateValue? = nil, status: String? = nil) {
    self.name = name
    self.range = range
    self.date = date
    self.status = status
  }
}

/// The type of a mention, as slots name it: one of the types that are found by code, or a word list of `Data/`.
public struct MentionType: Sendable, Hashable {
  public let name: String

  package init(name: String) { self.name = name }

  public static let party = MentionType(name: "party")
  public static let parties = MentionType(name: "parties")
  public static let forum = MentionType(name: "forum")
  /// A forum that is itself a meeting: `Earth Observation Summit`.
  public static let summit = MentionType(name: "summit")
  public static let code = MentionType(name: "code")
  public static let person = MentionType(name: "person")
  public static let place = MentionType(name: "place")
  public static let venue = MentionType(name: "venue")
  public static let date = MentionType(name: "date")
  public static let count = MentionType(name: "count")
  public static let ordinal = MentionType(name: "ordinal")
  public static let day = MentionType(name: "day")
  public static let year = MentionType(name: "year")
  public static let number = MentionType(name: "number")

  public static let found: Set<String> = [
    "party", "parties", "forum", "summit", "code", "person", "place", "venue", "date", "count", "ordinal", "day",
    "year",
    "number", "agency",
    "country", "group", "affiliations", "dated", "joiners", "adjective", "holder", "holders", "delegate", "individual",
    "column",
  ]
  /// A party that is an agency or another body, not a state.
  public static let agency = MentionType(name: "agency")
  /// A party that is a state.
  public static let country = MentionType(name: "country")
  /// People in sequence, each with a body: the bodies are its parties.
  public static let affiliations = MentionType(name: "affiliations")
  /// Parties in sequence, each with a date of its own.
  public static let dated = MentionType(name: "dated")
  /// The same with a word of joining between a party and its date.
  public static let joiners = MentionType(name: "joiners")
  /// A state by its adjective: `Belgian`.
  public static let adjective = MentionType(name: "adjective")
  /// A party, a person, or a person with the party that he is from.
  public static let holder = MentionType(name: "holder")
  /// One holder or a list of them.
  public static let holders = MentionType(name: "holders")
  /// A party or a person whose party is told.
  public static let delegate = MentionType(name: "delegate")
  /// A person, his party told or not.
  public static let individual = MentionType(name: "individual")
  /// The holders beneath the name of their office in the head of a table.
  public static let column = MentionType(name: "column")
  /// A pronoun for the person told before.
  public static let he = MentionType(name: "he")
  /// A list of two parties or more.
  public static let group = MentionType(name: "group")
}
