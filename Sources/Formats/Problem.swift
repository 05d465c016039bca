/// Something wrong with an input: what, where, what was expected, what to do. Also used for warnings.
public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
  /// A readable code such as `JSON-SYNTAX`, listed in the documentation.
  public var code: String
  public var place: Place
  /// What is wrong, what was expected, what was kept or what to do. No full stop at its end.
  public var message: String
  /// The exit status that this problem alone leads to.
  public var exit: Exit

  public init(code: String, place: Place, message: String, exit: Exit = .badData) {
    self.code = code
    self.place = place
    self.message = message
    self.exit = exit
  }

  public init(_ code: String, at place: Place, _ message: String, exit: Exit = .badData) {
    self.init(code: code, place: place, message: message, exit: exit)
  }

  /// `error[CODE]: PLACE: message`, safe for a terminal.
  public var description: String { described(as: "error") }

  /// The same line with another word at its head, e.g. `warning`.
  public func described(as severity: String) -> String {
    Visible.text("\(severity)[\(code)]: \(place): \(message)")
  }
}
