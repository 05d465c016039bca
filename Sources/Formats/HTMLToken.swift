/// A piece of an HTML text.
public enum HTMLToken: Sendable, Hashable {
  case start(HTMLTag)
  /// The name in lower case.
  case end(String)
  /// Characters, with references replaced (not in script, style and the like). UTF-8.
  case text([UInt8])
}

/// A start tag.
public struct HTMLTag: Sendable, Hashable {
  /// In lower case.
  public var name: String
  /// Names in lower case, values with references replaced; of two of one name the first counts.
  public var attributes: [HTMLAttribute]
  /// `<br/>`.
  public var isSelfClosing: Bool

  public init(name: String, attributes: [HTMLAttribute] = [], isSelfClosing: Bool = false) {
    self.name = name
    self.attributes = attributes
    self.isSelfClosing = isSelfClosing
  }

  /// The value of an attribute, empty if it has none; nil if the tag has no such attribute.
  public subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
}

public struct HTMLAttribute: Sendable, Hashable {
  public var name: String
  public var value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
