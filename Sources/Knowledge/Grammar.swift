public import Formats

/// The rules of questions with the words and word lists that they use: a small part of `Data/`, since it is compiled at each
/// question. The names that a question may hold come from the database.
public struct Grammar: Sendable {
  public let words: WordTable
  public let lists: WordTrie<Language.WordUse>
  public let listNames: Set<String>
  /// The rules that a question fits as a whole, from its first word to its last.
  public let rules: [Rule]
  /// The rules for a part of a question: what opens it, what tells its time.
  public let parts: [Rule]
  /// The types that slots name, each with the place of the first.
  public let slots: [String: Place]
  public let barriers: Set<Int32>
  public let fillers: Set<Int32>
  /// Words of questions in other languages, with the language: the list `foreign`. They are no words of the rules.
  public let foreign: (words: WordTable, lists: WordTrie<Language.WordUse>)

  private static let partKinds: Set<String> = ["opening", "closing", "time"]
  /// The lists of the report language that questions share.
  private static let shared: Set<String> = ["verb", "role", "class", "ordinal"]

  /// - Parameter code: the language, a folder below `languages/`.
  /// - Throws: a problem with file and line for whatever is wrong in the data.
  public init(questions data: DataFolder, code: String = "en") throws(Problem) {
    let folder = "languages/\(code)/"
    var words = WordTable()
    let read = try WordLists(
      data.files(below: folder, suffix: ".csv"), words: &words,
      where: { file, list in
        list != "foreign" && (Self.shared.contains(list) || file.path.hasSuffix("/questions.csv"))
      })
    var others = WordTable()
    let foreign = try WordLists(
      data.files(below: folder, suffix: "/questions.csv"), words: &others, where: { _, list in list == "foreign" })
    self.foreign = (others, foreign.lists)
    lists = read.lists
    listNames = read.listNames
    var reader = RuleReader(words: words, verbs: read.verbs)
    try reader.read(data.files(below: folder, suffix: Language.questions))
    try reader.checkUse()
    self.words = reader.words
    slots = reader.slots
    barriers = reader.barriers
    fillers = reader.fillers
    func isPart(_ rule: Rule) -> Bool { rule.productions.contains { Self.partKinds.contains($0.kind) } }
    parts = reader.rules.filter(isPart)
    rules = reader.rules.filter { !isPart($0) }.map(\.whole)
  }

  /// Calls `body` with the length in tokens and the entry for each entry of a word list that begins at this token.
  public func eachWord(_ tokens: [Token], at start: Int, _ body: (Int, Language.WordUse) -> Void) {
    lists.matches(tokens, at: start) { length, uses in for use in uses { body(length, use) } }
  }
}

extension Rule {
  /// The rule for nothing but a whole sentence.
  fileprivate var whole: Rule {
    Rule(
      name: name, file: file, line: line, patterns: patterns.map { .sequence([.sentenceStart, $0, .sentenceEnd]) },
      near: near, productions: productions, examples: examples)
  }
}
