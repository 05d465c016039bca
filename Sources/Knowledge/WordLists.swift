internal import Formats

/// The word lists of a language: tables of list, words and value.
///
/// An entry of a user's own list takes the place of the built-in one with the same word, or is added.
struct WordLists {
  /// The list of spellings of one word: it makes them equal in names, lists and rules, so it is read before all else.
  private static let spelling = "spelling"

  private(set) var lists = WordTrie<Language.WordUse>()
  private(set) var listNames: Set<String> = []
  /// Irregular forms by base form: the list `verb`.
  private(set) var verbs: [String: [String]] = [:]
  private(set) var abbreviations: Set<Int32> = []
  /// The values of the list `role`.
  private(set) var roles: Set<String> = []
  private var own: [String: Set<[Int32]>] = [:]

  /// - Parameters:
  ///   - files: a user's own first.
  ///   - isWanted: which lists of which files.
  init(
    _ files: [DataFolder.File], words: inout WordTable, where isWanted: (DataFolder.File, String) -> Bool
  ) throws(Problem) {
    for file in files {
      for row in try Table(file.bytes, file: file.name, columns: ["list", "words", "value"]).rows {
        guard isWanted(file, try row.required("list")) else { continue }
        try add(row, isOwn: file.isOwn, &words)
      }
    }
  }

  /// Makes the spellings of a word (`organisation`, `organization`) equal in a table that has none of them yet.
  static func joinSpellings(_ files: [DataFolder.File], in words: inout WordTable) throws(Problem) {
    for file in files {
      for row in try Table(file.bytes, file: file.name, columns: ["list", "words", "value"]).rows
      where row["list"] == spelling {
        let forms = row.names("words").map(Folding.fold)
        for form in forms.dropFirst() { words.insert(form, spellingOf: forms[0]) }
      }
    }
  }

  private mutating func add(_ row: Table.Row, isOwn: Bool, _ words: inout WordTable) throws(Problem) {
    let list = try row.required("list")
    let value = row["value"] ?? ""
    switch list {
    case Self.spelling: return
    case "verb":
      let base = try row.required("words")
      if verbs[base] == nil { verbs[base] = row.names("value") }
      return
    case "abbreviation":
      for text in row.names("words") { abbreviations.formUnion(words.sequence(of: text)) }
      return
    case "role": roles.insert(value)
    default: break
    }
    listNames.insert(list)
    for text in row.names("words") {
      let sequence = words.sequence(of: text)
      if isOwn {
        own[list, default: []].insert(sequence)
      } else if own[list]?.contains(sequence) == true {
        continue
      }
      lists.insert(
        sequence,
        Language.WordUse(
          list: list, value: value.isEmpty ? text : value, isCapitalized: text.first?.isUppercase ?? false))
    }
  }
}
