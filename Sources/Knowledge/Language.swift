public import Formats

/// Names, word lists and rules, compiled once from `Data/`: all that reading a report needs.
public struct Language: Sendable {
  /// An entry of a word list: `september` in `month` with value `9`.
  public struct WordUse: Sendable, Hashable {
    public let list: String
    public let value: String
    /// Written with a capital in the list (`May`), so with one in the text too.
    let isCapitalized: Bool
  }

  /// The language of the rules: `en`.
  public let code: String
  public let vocabulary: Vocabulary
  public let names: Names
  public let words: WordTable
  public let lists: WordTrie<WordUse>
  public let listNames: Set<String>
  /// The offices that statements know: the values of the list `role`.
  public let roles: Set<String>
  public let rules: [Rule]
  /// The types that slots name, each with the place of the first.
  public let slots: [String: Place]
  public let barriers: Set<Int32>
  public let fillers: Set<Int32>
  let abbreviations: Set<Int32>
  /// SHA-256 of the data that this was compiled from.
  public let digest: String

  /// - Parameter code: the language of the reports, a folder below `languages/`.
  /// - Throws: a problem with file and line for whatever is wrong in the data.
  public init(_ data: DataFolder, code: String = "en") throws(Problem) {
    self.code = code
    vocabulary = try Vocabulary(data)
    let folder = "languages/\(code)/"
    let tables = data.files(below: folder, suffix: ".csv")
    var words = WordTable()
    try WordLists.joinSpellings(tables, in: &words)
    names = Names(vocabulary, words: &words)
    let read = try WordLists(
      tables, words: &words,
      where: { file, _ in !file.path.hasSuffix("/questions.csv") })
    lists = read.lists
    listNames = read.listNames
    roles = read.roles
    abbreviations = read.abbreviations
    var reader = RuleReader(words: words, verbs: read.verbs)
    let files = data.files(below: folder, suffix: ".rules").filter { !$0.path.hasSuffix(Self.questions) }
    try reader.read(files.sorted(by: Self.setsFirst))
    try reader.checkUse()
    self.words = reader.words
    rules = reader.rules
    slots = reader.slots
    barriers = reader.barriers
    fillers = reader.fillers
    digest = data.digest
  }

  /// The rules of questions are a grammar of their own.
  static let questions = "/questions.rules"

  /// `words.rules`, which holds the shared sets and phrases, is read before the others.
  private static func setsFirst(_ a: DataFolder.File, _ b: DataFolder.File) -> Bool {
    let first = (a.path.hasSuffix("/words.rules"), b.path.hasSuffix("/words.rules"))
    return first.0 != first.1 ? first.0 : a.path < b.path
  }
}

extension Language {
  /// Calls `body` with the length in tokens and the entry for each entry of a word list that begins at this token.
  public func eachWord(_ tokens: [Token], at start: Int, _ body: (Int, WordUse) -> Void) {
    lists.matches(tokens, at: start) { length, uses in
      for use in uses where !use.isCapitalized || tokens[start].isCapitalized { body(length, use) }
    }
  }

  /// Length in tokens of the longest entry of this list that begins here; nil if none does.
  public func listed(_ tokens: [Token], at start: Int, _ list: String) -> Int? {
    var longest: Int?
    if start < tokens.count { eachWord(tokens, at: start) { length, use in if use.list == list { longest = length } } }
    return longest
  }

  /// Whether a full stop after this word does not end a sentence: an entry of the list `abbreviation`.
  public func isAbbreviation(_ word: Int32) -> Bool { word != 0 && abbreviations.contains(word) }
}
