import Formats

/// The blocks of an HTML text and what its head says, from one pass over its tokens.
struct HTMLBlocks {
  enum Scope {
    /// A whole page with head and furniture.
    case page
    /// The content of a post.
    case fragment
  }

  private(set) var blocks: [HTMLBlock] = []
  private(set) var head = PageHead()
  private(set) var faults: [HTMLTokenizer.Fault] = []
  /// The beginning of what stands in `del` and `s`.
  private(set) var struck: [UInt8] = []

  private let scope: Scope
  private var elements = HTMLElements()
  private var shown = SpaceFolder()
  private var hidden = SpaceFolder()
  private var preformatted: [UInt8] = []
  private var linkBytes = 0
  private var isAfterBreak = false
  private var isAtNote = false
  private var articles = -1
  private var titleElements = 0

  init(_ bytes: [UInt8], as scope: Scope) {
    self.scope = scope
    var tokenizer = HTMLTokenizer(bytes)
    while let token = tokenizer.next() {
      switch token {
      case .start(let tag): start(tag)
      case .end(let name): end(name)
      case .text(let text): add(text)
      }
    }
    flush()
    faults = tokenizer.faults
    if elements.deepest > 256 {
      faults.append(.init(code: "HTML-DEPTH", byte: 0, message: "elements are nested \(elements.deepest) deep"))
    }
  }

  private mutating func start(_ tag: HTMLTag) {
    let role = ElementRole(tag.name)
    switch role {
    case .lineBreak: return lineBreak()
    case .rule:
      flush()
      isAfterBreak = false
      return
    case .empty: return head.add(tag)
    case .head: break
    default: break
    }
    if role.isBlock {
      flush()
      isAfterBreak = false
      if tag.name != "html" { elements.closeHead() }
      elements.closeImplied(by: role)
    }
    if tag.name == "html" || tag.name == "time" { head.add(tag) }
    // `<svg/>` has no end; of elements of HTML itself the slash means nothing.
    if tag.isSelfClosing, role == .skipped { return }
    if role == .superscript { isAtNote = true }
    elements.push(
      HTMLElements.Element(name: tag.name, role: role, flags: flags(tag, role), isHeader: tag.name == "th"))
  }

  private mutating func flags(_ tag: HTMLTag, _ role: ElementRole) -> HTMLElements.Flags {
    var flags: HTMLElements.Flags = []
    switch role {
    case .skipped, .head, .title: flags.insert(.skipped)
    case .struck: flags.insert(.struck)
    case .link: flags.insert(.link)
    default: break
    }
    let isInArticle = elements.isIn(.main) || elements.isIn(.article)
    if Furniture.contains(tag, isFragment: scope == .fragment, isInArticle: isInArticle) { flags.insert(.furniture) }
    if tag.name == "main" || tag["role"] == "main" { flags.insert(.main) }
    if tag.name == "article" {
      if !elements.isIn(.article) { articles += 1 }
      flags.insert(.article)
    }
    if isHidden(tag) { flags.insert(.hidden) }
    return flags
  }

  private func isHidden(_ tag: HTMLTag) -> Bool {
    for attribute in tag.attributes {
      switch attribute.name {
      case "hidden": return true
      case "aria-hidden": if attribute.value == "true" { return true }
      case "style":
        let style = String(
          decoding: attribute.value.utf8.filter { !$0.isASCIISpace }.map(\.asciiLowered), as: UTF8.self)
        if style.contains("display:none") || style.contains("visibility:hidden") { return true }
      default: break
      }
    }
    return false
  }

  private mutating func end(_ name: String) {
    switch ElementRole(name) {
    case .lineBreak: lineBreak()
    case .rule, .empty: break
    case let role where role.isBlock:
      flush()
      isAfterBreak = false
      elements.close(name)
    default: elements.close(name)
    }
  }

  private mutating func lineBreak() {
    guard !elements.isIn(.skipped) else { return }
    switch elements.contexts.last?.role {
    case .preformatted: preformatted.append(0x0A)
    case .heading, .caption: shown.space()
    default:
      // Two in a row are the end of a paragraph.
      let isSecond = shown.isEmpty && hidden.isEmpty
      flush()
      isAfterBreak = !isSecond
    }
  }

  private mutating func add(_ text: [UInt8]) {
    // A drawing may have a title of its own.
    if elements.open.last?.role == .title, elements.open.dropLast().last?.role != .skipped { head.addTitle(text) }
    guard !elements.isIn(.skipped) else { return }
    if elements.isIn(.struck) {
      if struck.count < 200 { struck.append(contentsOf: text.prefix(200)) }
      return
    }
    if elements.isIn(.hidden) {
      hidden.append(text)
    } else if elements.contexts.last?.role == .preformatted {
      preformatted.append(contentsOf: text)
    } else {
      // The number of a footnote isn't part of the name before it; `14<sup>th</sup>` and `m<sup>2</sup>` are one word.
      if isAtNote, text.first?.isASCIIDigit == true, shown.bytes.count > 1, shown.bytes.last?.isASCIILetter == true,
        shown.bytes[shown.bytes.count - 2].isASCIILetter
      {
        shown.space()
      }
      let before = shown.bytes.count
      shown.append(text)
      if elements.isIn(.link) { linkBytes += shown.bytes.count - before }
    }
    isAtNote = false
  }

  /// Ends the block that is being gathered.
  private mutating func flush() {
    if !preformatted.isEmpty {
      let lines = preformatted
      preformatted = []
      if !TextScanning.isBlank(lines) { append(lines, kind: .preformatted) }
    }
    if !shown.isEmpty { append(shown.take(), kind: nil) } else { shown = SpaceFolder() }
    if !hidden.isEmpty { append(hidden.take(), kind: nil, isHidden: true) } else { hidden = SpaceFolder() }
    linkBytes = 0
  }

  private mutating func append(_ text: [UInt8], kind: HTMLBlock.Kind?, isHidden: Bool = false) {
    var block = HTMLBlock(kind: kind ?? .paragraph, text: text)
    let context = elements.contexts.last
    if kind == nil {
      switch context?.role {
      case .item: (block.kind, block.level) = (.item, max(1, elements.lists))
      case .heading(let level): (block.kind, block.level) = (.heading, level)
      case .caption: block.kind = .caption
      case .cell, .term, .detail:
        // A cell as long as a text is the layout of an old page.
        if let table = elements.tables.last, text.count <= 400 {
          block.kind = .cell
          (block.row, block.column, block.table) = (max(0, table.row), max(0, table.column), table.number)
          block.isHeader = context?.isHeader ?? false
        }
      default: break
      }
    }
    block.isHidden = isHidden
    block.isFurniture = elements.isIn(.furniture)
    block.isAfterBreak = isAfterBreak
    block.isInMain = elements.isIn(.main)
    block.article = elements.isIn(.article) ? articles : nil
    block.linkBytes = linkBytes
    blocks.append(block)
  }
}
