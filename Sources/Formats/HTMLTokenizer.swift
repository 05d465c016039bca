/// Splits HTML into tags and text after the rules of HTML 5, in one linear pass without a tree.
///
/// Comments, doctypes, CDATA and processing instructions are passed over. What stands in script, style, noscript and the
/// like comes as one text without references replaced; of title and textarea with them.
public struct HTMLTokenizer: Sendable {
  public static let rawElements: Set<String> = [
    "script", "style", "noscript", "iframe", "xmp", "noembed", "noframes", "title", "textarea",
  ]

  private let bytes: [UInt8]
  private var index = 0
  /// The element whose text is being read, up to its end tag.
  private var raw: String?
  /// What is odd, by byte offset: `HTML-COMMENT`, `HTML-TAG` for what is never closed, `HTML-NUL`.
  public private(set) var faults: [Fault] = []

  public struct Fault: Sendable, Hashable {
    public var code: String
    public var byte: Int
    public var message: String

    public init(code: String, byte: Int, message: String) {
      self.code = code
      self.byte = byte
      self.message = message
    }
  }

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The byte offset of the next token.
  public var offset: Int { index }

  public mutating func next() -> HTMLToken? {
    if let name = raw {
      raw = nil
      if let text = rawText(until: name) { return .text(text) }
    }
    while index < bytes.count {
      let start = index
      if bytes[index] == UInt8(ascii: "<") {
        switch index + 1 < bytes.count ? bytes[index + 1] : 0 {
        case let byte where byte.isASCIILetter: return startTag()
        case UInt8(ascii: "/"):
          let byte = index + 2 < bytes.count ? bytes[index + 2] : 0
          if byte.isASCIILetter { return endTag() }
          if index + 2 < bytes.count {
            skip(pastByte: UInt8(ascii: ">"))
            continue
          }
        case UInt8(ascii: "!"), UInt8(ascii: "?"):
          skipDeclaration()
          continue
        default: break
        }
      }
      // A text: up to the next `<` that begins something.
      index += 1
      while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
      return .text(text(start..<index, hasReferences: true))
    }
    return nil
  }

  private mutating func text(_ range: Range<Int>, hasReferences: Bool) -> [UInt8] {
    var text =
      hasReferences ? CharacterReference.decode(bytes, range) : Array(bytes[range])
    guard text.contains(0) else { return text }
    fault("HTML-NUL", range.lowerBound, "a NUL byte was read as U+FFFD")
    text = text.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
    return text
  }

  private mutating func fault(_ code: String, _ byte: Int, _ message: String) {
    if faults.count < 20 { faults.append(Fault(code: code, byte: byte, message: message)) }
  }

  /// The text up to `</name`, nil if there is none.
  private mutating func rawText(until name: String) -> [UInt8]? {
    let start = index
    let word = Array(name.utf8)
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), isEndTag(word, at: index) { break }
      index += 1
    }
    if index == bytes.count { fault("HTML-TAG", start, "<\(name)> is never closed") }
    let hasReferences = name == "title" || name == "textarea"
    return index > start ? text(start..<index, hasReferences: hasReferences) : nil
  }

  private func isEndTag(_ name: [UInt8], at start: Int) -> Bool {
    let end = start + 2 + name.count
    guard end <= bytes.count, bytes[start + 1] == UInt8(ascii: "/") else { return false }
    for step in name.indices where bytes[start + 2 + step].asciiLowered != name[step] { return false }
    return end == bytes.count || bytes[end].isASCIISpace || bytes[end] == UInt8(ascii: ">")
      || bytes[end] == UInt8(ascii: "/")
  }

  /// Passes over a comment, a doctype, CDATA or a processing instruction.
  private mutating func skipDeclaration() {
    guard bytes.has("<!--", at: index, before: bytes.count) else {
      skip(pastByte: UInt8(ascii: ">"))
      return
    }
    let start = index
    index += 4
    if index < bytes.count, bytes[index] == UInt8(ascii: ">") {
      index += 1
      return
    }
    if bytes.has("->", at: index, before: bytes.count) {
      index += 2
      return
    }
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "-") {
        for end: StaticString in ["-->", "--!>"] where bytes.has(end, at: index, before: bytes.count) {
          index += end.utf8CodeUnitCount
          return
        }
      }
      index += 1
    }
    fault("HTML-COMMENT", start, "a comment is never closed, the rest of the text was lost in it")
  }

  private mutating func skip(pastByte byte: UInt8) {
    while index < bytes.count, bytes[index] != byte { index += 1 }
    index = min(index + 1, bytes.count)
  }
}

/// Tags.
extension HTMLTokenizer {
  private mutating func endTag() -> HTMLToken? {
    let start = index
    index += 2
    let name = tagName()
    // Attributes of an end tag mean nothing, but a `>` in their quotes doesn't end it.
    guard attributes(of: start) != nil else { return nil }
    return .end(name)
  }

  private mutating func startTag() -> HTMLToken? {
    let start = index
    index += 1
    let name = tagName()
    guard let (attributes, isSelfClosing) = attributes(of: start) else { return nil }
    if HTMLTokenizer.rawElements.contains(name), !isSelfClosing { raw = name }
    return .start(HTMLTag(name: name, attributes: attributes, isSelfClosing: isSelfClosing))
  }

  private mutating func tagName() -> String {
    let start = index
    while index < bytes.count, !isTagBreak(bytes[index]) { index += 1 }
    return lowered(start..<index)
  }

  private func isTagBreak(_ byte: UInt8) -> Bool {
    byte.isASCIISpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  private func lowered(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].lazy.map(\.asciiLowered), as: UTF8.self)
  }

  /// The attributes of the tag at `tag`, up to and with the `>`; nil if the input ends before it.
  private mutating func attributes(of tag: Int) -> (attributes: [HTMLAttribute], isSelfClosing: Bool)? {
    var found: [HTMLAttribute] = []
    var isSelfClosing = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        index += 1
        return (found, isSelfClosing)
      }
      isSelfClosing = byte == UInt8(ascii: "/")
      if byte.isASCIISpace || isSelfClosing {
        index += 1
        continue
      }
      let name = attributeName()
      let value = attributeValue()
      // More than this no tag needs, and comparing names of endless ones would take time.
      if found.count < 100, !found.contains(where: { $0.name == name }) { found.append(HTMLAttribute(name, value)) }
    }
    fault("HTML-TAG", tag, "a tag is never closed, the rest of the text was lost in it")
    return nil
  }

  private mutating func attributeName() -> String {
    let start = index
    // An equals sign at the beginning is part of the name.
    index += 1
    while index < bytes.count, !isTagBreak(bytes[index]), bytes[index] != UInt8(ascii: "=") { index += 1 }
    return lowered(start..<index)
  }

  private mutating func attributeValue() -> String {
    var look = index
    while look < bytes.count, bytes[look].isASCIISpace { look += 1 }
    guard look < bytes.count, bytes[look] == UInt8(ascii: "=") else { return "" }
    look += 1
    while look < bytes.count, bytes[look].isASCIISpace { look += 1 }
    index = look
    guard index < bytes.count else { return "" }
    let quote = bytes[index]
    var start = index
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      start += 1
      index = start
      while index < bytes.count, bytes[index] != quote { index += 1 }
    } else {
      while index < bytes.count, !bytes[index].isASCIISpace, bytes[index] != UInt8(ascii: ">") { index += 1 }
    }
    let value = CharacterReference.decode(bytes, start..<index, isAttribute: true)
    if index < bytes.count, bytes[index] == quote, start > 0, bytes[start - 1] == quote { index += 1 }
    return String(decoding: value, as: UTF8.self)
  }
}
