import Formats

/// The elements of a page or a picture, in order, read back as a browser would.
struct Elements {
  struct Element {
    var tag: HTMLTag
    /// The `data-id` of the nearest element around it that has one.
    var id: String?
    var text = ""
  }

  private(set) var all: [Element] = []

  init(_ markup: String) {
    var tokens = HTMLTokenizer(Array(markup.utf8))
    var open: [(name: String, id: String?)] = []
    while let token = tokens.next() {
      switch token {
      case .start(let tag):
        let id = tag["data-id"] ?? open.last?.id
        all.append(Element(tag: tag, id: id))
        if !tag.isSelfClosing, tag.name != "meta" { open.append((tag.name, id)) }
      case .end(let name):
        if open.last?.name == name { open.removeLast() }
      case .text(let bytes):
        if !all.isEmpty { all[all.count - 1].text += String(decoding: bytes, as: UTF8.self) }
      }
    }
  }

  func named(_ name: String) -> [Element] { all.filter { $0.tag.name == name } }
}
