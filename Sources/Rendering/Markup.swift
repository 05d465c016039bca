import Formats

/// Writes SVG and HTML element by element. Texts and values of attributes are escaped here and nowhere else; the names of elements
/// and attributes are literals of the program.
struct Markup {
  typealias Attributes = KeyValuePairs<StaticString, String>

  private(set) var text = ""
  private var open: [StaticString] = []

  mutating func begin(_ name: StaticString, _ attributes: Attributes = [:]) {
    start(name, attributes, end: ">")
    open.append(name)
  }

  mutating func end() {
    guard let name = open.popLast() else { return }
    text += "</\(name)>"
  }

  /// An element with nothing but text in it.
  mutating func element(_ name: StaticString, _ attributes: Attributes, _ content: String) {
    start(name, attributes, end: ">")
    text += Self.escape(content)
    text += "</\(name)>"
  }

  mutating func element(_ name: StaticString, _ content: String) { element(name, [:], content) }

  /// An element without an end tag: `<rect/>`, `<meta/>`.
  mutating func empty(_ name: StaticString, _ attributes: Attributes = [:]) { start(name, attributes, end: "/>") }

  mutating func words(_ content: String) { text += Self.escape(content) }

  /// A literal of the program, such as a style sheet.
  mutating func literal(_ content: StaticString) { text += "\(content)" }

  /// What another writer wrote.
  mutating func append(_ other: Markup) { text += other.text }

  mutating func newline() { text += "\n" }

  /// The head of a page that needs nothing else: no script, no font, no request.
  mutating func head(title: String, sheets: [StaticString]) {
    begin("head")
    empty("meta", ["charset": "utf-8"])
    empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    empty(
      "meta",
      ["http-equiv": "Content-Security-Policy", "content": "default-src 'none'; style-src 'unsafe-inline'"])
    empty("meta", ["name": "color-scheme", "content": "light dark"])
    element("title", title)
    begin("style")
    for sheet in sheets { literal(sheet) }
    end()
    end()
    newline()
  }

  private mutating func start(_ name: StaticString, _ attributes: Attributes, end: String) {
    text += "<\(name)"
    for (key, value) in attributes { text += " \(key)=\"\(Self.escape(value))\"" }
    text += end
  }

  /// Control characters and marks that turn the direction of writing are shown, since XML has no place for the first and a
  /// reader is misled by the second.
  static func escape(_ content: String) -> String {
    var escaped = ""
    for scalar in Visible.text(content).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// `url` if a reader may follow it: an address of the web. Scripts and data in an address are no links.
  static func link(_ url: String?) -> String? {
    guard let url else { return nil }
    let head = url.prefix(8).lowercased()
    return head.hasPrefix("https://") || head.hasPrefix("http://") ? url : nil
  }
}
