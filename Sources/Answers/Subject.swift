/// What an answer is about, as it is named there: a forum, an agency, a country.
public struct Subject: Sendable, Hashable {
  public var id: String
  public var label: String
  /// The name in full, if that differs.
  public var name: String?

  public init(id: String, label: String, name: String? = nil) {
    self.id = id
    self.label = label
    self.name = name == label ? nil : name
  }

  /// `ISECG (International Space Exploration Coordination Group)`.
  var inFull: String { name.map { "\(label) (\($0))" } ?? label }

  var isForum: Bool { id.hasPrefix("forum/") }

  /// The label as a word of a command line.
  var argument: String { label.contains { !$0.isLetter && !$0.isNumber } ? "\"\(label)\"" : label }
}
