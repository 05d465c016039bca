/// A party continues another.
public struct Succession: Sendable, Hashable {
  /// `succession/nsau/ssau`.
  public var id: String
  public var old: Party
  public var new: Party
  public var time: Bound
  /// `rename`, `merger`, `succession`, or the vocabulary's word.
  public var how: String?
  /// Whether the vocabulary has it; then `statements` may be empty.
  public var isKnown: Bool
  public var statements: [String]

  public init(
    id: String, old: Party, new: Party, time: Bound = .unknown, how: String? = nil, isKnown: Bool = false,
    statements: [String] = []
  ) {
    self.id = id
    self.old = old
    self.new = new
    self.time = time
    self.how = how
    self.isKnown = isKnown
    self.statements = statements
  }
}
