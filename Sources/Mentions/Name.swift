import Knowledge

/// Who or what a mention names: a row of the vocabulary or a body that only the text knows.
public struct Name: Sendable, Hashable {
  /// `agency/jaxa`, `forum/isecg`, `country/ca`; for a body outside the vocabulary `agency/?name-in-lower-case`.
  public var id: String
  /// The name that statements print: acronym, else English name; of a state the English short name.
  public var label: String
  /// The form in the text where it differs from `label`.
  public var asWritten: String?
  /// Whether the vocabulary has it.
  public var isKnown: Bool
  /// Ids of those that it may mean just as well: several bear the name, and nothing in the report tells which is meant.
  public var others: [String]

  public init(id: String, label: String, asWritten: String? = nil, isKnown: Bool = true, others: [String] = []) {
    self.id = id
    self.label = label
    self.asWritten = asWritten
    self.isKnown = isKnown
    self.others = others
  }

  /// A body that the vocabulary lacks; however the text names it, the same label gives the same id.
  init(unknown label: String, asWritten: String? = nil) {
    let folded = String(decoding: Folding.fold(label), as: UTF8.self)
    self.init(id: "agency/?" + folded.replacing(" ", with: "-"), label: label, asWritten: asWritten, isKnown: false)
  }
}
