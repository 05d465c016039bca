/// The words of questions and what each adds to the meaning.
enum QuestionWords {
  enum Sense: Hashable {
    /// The office that is asked for.
    case chair
    /// Asks for the present, unless something else tells of the past.
    case present
    case past
    /// Asks for the day of asking.
    case now
    /// Adds nothing.
    case filler
  }

  static let senses: [String: Set<Sense>] = {
    var senses: [String: Set<Sense>] = [:]
    for (sense, words) in lists {
      for word in words.split(separator: " ") { senses[String(word), default: []].insert(sense) }
    }
    return senses
  }()

  private static let lists: [(Sense, String)] = [
    (
      .chair,
      "chair chaired chairing chairs chairman chairmen chairperson chairpersons chairwoman chairmanship chairmanships"
    ),
    (.chair, "chairship presided presides presiding presidency headed heads"),
    (.present, "is are holds presides heads"),
    (.past, "was were held had chaired presided headed been did"),
    (.now, "current present incumbent"),
    (
      .filler,
      "who whose which what show me list tell name give all please s the a an of in at on by for to has have hold do"
    ),
    (
      .filler,
      "does role position office post seat body forum group and term terms it its ever agency agencies organisation"
    ),
    (
      .filler,
      "organization organisations organizations country countries member members person people year years holder"
    ),
    (.filler, "holders over then"),
  ]

  /// The senses of `word` after `previous`.
  static func senses(of word: QuestionText.Word, after previous: QuestionText.Word?) -> Set<Sense>? {
    guard let senses = senses[word.folded] else { return nil }
    // "who chairs it" asks for the present, "its chairs" for all of them.
    if word.folded == "chairs", let previous, askers.contains(previous.folded) { return senses.union([.present]) }
    return senses
  }

  private static let askers: Set<String> = [
    "who", "agency", "agencies", "organisation", "organization", "country", "body", "which", "what", "currently",
  ]

  /// Whether a word, written without capitals throughout, is a word of questions rather than an acronym.
  static func isPlain(_ word: QuestionText.Word) -> Bool { !word.isAllCaps && senses[word.folded] != nil }

  /// The one word of questions that differs from `word` by one or two letters; nil if there is none, or `word` is short.
  static func nearest(to word: String) -> String? {
    let length = word.unicodeScalars.count
    guard length >= 5 else { return nil }
    let found = senses.keys.compactMap { key -> (Int, String)? in
      guard key.utf8.count >= 5, senses[key]?.contains(.filler) == false else { return nil }
      return Spelling.distance(word, key, limit: length < 8 ? 1 : 2).map { ($0, key) }
    }
    .sorted { $0 < $1 }
    return found.first?.1
  }
}
