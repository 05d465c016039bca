/// What an HTML element means for the text in it.
enum ElementRole: Sendable, Hashable {
  /// `b`, `a`, `span` and all that isn't known: part of the words round it.
  case inline
  case block, paragraph, list, item, table, row, cell, terms, term, detail, caption, preformatted
  case heading(Int)
  /// `br`, `hr`, `wbr`, `img` and others that have no end.
  case lineBreak, rule, empty
  /// Never text of a report: `script`, `svg`, ...
  case skipped
  /// Taken out of the text by its author.
  case struck
  case superscript, link
  case head, title

  init(_ name: String) { self = ElementRole.roles[name] ?? .inline }

  /// Whether text before and after it isn't one sentence.
  var isBlock: Bool {
    switch self {
    case .inline, .lineBreak, .rule, .empty, .skipped, .struck, .superscript, .link, .head, .title: false
    default: true
    }
  }

  private static let roles: [String: ElementRole] = {
    var roles: [String: ElementRole] = [
      "p": .paragraph, "ul": .list, "ol": .list, "menu": .list, "dir": .list, "li": .item, "table": .table, "tr": .row,
      "td": .cell, "th": .cell, "dl": .terms, "dt": .term, "dd": .detail, "figcaption": .caption, "caption": .caption,
      "pre": .preformatted, "xmp": .preformatted, "h1": .heading(1), "h2": .heading(2), "h3": .heading(3),
      "h4": .heading(4), "h5": .heading(5), "h6": .heading(6), "br": .lineBreak, "hr": .rule, "del": .struck,
      "s": .struck, "strike": .struck, "sup": .superscript, "a": .link, "head": .head, "title": .title,
    ]
    let skipped = [
      "script", "style", "template", "noscript", "iframe", "svg", "math", "object", "video", "audio", "canvas",
      "select",
      "textarea", "button", "noembed", "noframes", "applet", "datalist", "dialog",
    ]
    for name in skipped { roles[name] = .skipped }
    let blocks = [
      "address", "article", "aside", "blockquote", "body", "center", "details", "div", "fieldset", "figure", "footer",
      "form", "header", "hgroup", "html", "legend", "main", "nav", "section", "summary", "tbody", "thead", "tfoot",
    ]
    for name in blocks { roles[name] = .block }
    for name in ["wbr", "img", "input", "meta", "link", "base", "area", "col", "embed", "param", "source", "track"] {
      roles[name] = .empty
    }
    return roles
  }()
}
