/// A value of a table as a reader or another program takes it.
public enum Cell: Sendable, Hashable {
  /// Not known, or none: an empty cell.
  case none
  case text(String)
  case integer(Int64)
  case flag(Bool)

  /// `.none` for nil.
  public init(_ text: String?) { self = text.map(Cell.text) ?? .none }

  /// `.none` for nil.
  public init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .none }

  /// The value as text: `true`, `24`; nil for none.
  public var text: String? {
    switch self {
    case .none: nil
    case .text(let text): text
    case .integer(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    }
  }

  public var isNumber: Bool {
    if case .integer = self { true } else { false }
  }
}
