/// Where in an input something stands.
///
/// Lines and columns count from 1, columns in bytes; `byte` counts from 0.
public struct Place: Sendable, Hashable, CustomStringConvertible {
  public var file: String
  public var line: Int?
  public var column: Int?
  public var byte: Int?
  /// A JSON path (`$.content.rendered`, `$[3].id`), a column of a table, or a key.
  public var path: String?

  public init(file: String, line: Int? = nil, column: Int? = nil, byte: Int? = nil, path: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.byte = byte
    self.path = path
  }

  /// The same place with `key` added to its JSON path: `$[3]` and `id` give `$[3].id`.
  public func at(_ key: String) -> Place {
    var place = self
    place.path = (path ?? "$") + Place.step(key)
    return place
  }

  /// The same place with an index added to its JSON path: `$` and 3 give `$[3]`.
  public func at(_ index: Int) -> Place {
    var place = self
    place.path = (path ?? "$") + "[\(index)]"
    return place
  }

  /// `FILE:LINE:COLUMN`, or `FILE: byte N`, and then ` (PATH)` where there is one.
  public var description: String {
    var text = file
    if let line {
      text += ":\(line)"
      if let column { text += ":\(column)" }
    } else if let byte {
      text += ": byte \(byte)"
    }
    if let path { text += " (\(path))" }
    return text
  }

  /// A key as a step of a JSON path: `.key`, or `["a key"]` where it isn't a plain word.
  static func step(_ key: String) -> String {
    let isPlain = !key.isEmpty && key.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") }
    return isPlain ? ".\(key)" : "[\"\(Visible.shortened(key, to: 60))\"]"
  }
}
