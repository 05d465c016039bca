/// A value of a table as a reader or another program takes it.
public enum Cell: Sendable, Hashable {
  /// Not known, or none: an empty cell.
  case none
  case text(String)
  case integer(Int64)
  case real(Double)
  case flag(Bool)

  /// `.none` for nil.
  public init(_ text: String?) { self = text.map(Cell.text) ?? .none }

  /// The value as text: `true`, `24`, `0.5`; nil for none.
  var text: String? {
    switch self {
    case .none: nil
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    }
  }

  var isNumber: Bool {
    switch self {
    case .integer, .real: true
    default: false
    }
  }
}
