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
}
