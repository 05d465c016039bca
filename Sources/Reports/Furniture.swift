import Formats

/// Tells the furniture of a page (menus, banners, boxes for sharing) from its article.
enum Furniture {
  /// Whether an element is furniture.
  ///
  /// - Parameter isFragment: the content of a post: only what can't be part of one.
  /// - Parameter isInArticle: inside `main` or `article`, whose own header and footer frame the article.
  static func contains(_ tag: HTMLTag, isFragment: Bool, isInArticle: Bool) -> Bool {
    switch tag.name {
    case "nav", "form", "menu": return true
    case "aside", "footer": if !isFragment { return true }
    case "header": if !isFragment, !isInArticle { return true }
    case "html", "body", "main", "article", "head": return false
    default: break
    }
    for attribute in tag.attributes {
      switch attribute.name {
      case "role":
        if roles.contains(attribute.value.lowercased()) { return true }
      case "class", "id":
        if names(attribute.value, isFragment: isFragment) { return true }
      case "itemtype":
        if attribute.value.hasSuffix("WPFooter") || attribute.value.hasSuffix("WPSideBar") { return true }
      default: break
      }
    }
    return false
  }

  private static let roles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog", "alertdialog",
  ]

  /// Words that begin or end the name of a class of furniture: `menu-main`, `site-footer`.
  private static let words: Set<String> = [
    "nav", "navbar", "navigation", "menu", "submenu", "breadcrumb", "breadcrumbs", "cookie", "cookies", "consent",
    "footer", "sidebar", "related", "share", "sharing", "sharedaddy", "social", "comment", "comments", "pagination",
    "pager", "newsletter", "subscribe", "advert", "advertisement", "ads", "promo", "masthead", "skip", "gdpr",
    "toolbar",
    "login", "search", "jp-relatedposts", "sr-only",
  ]
  /// Those of them that also stand in the content of posts.
  private static let postWords: Set<String> = [
    "share", "sharing", "sharedaddy", "related", "jp-relatedposts", "newsletter", "subscribe", "comments", "cookie",
  ]
  /// A class that says that something has, or leaves room for, furniture: `has-sidebar`, `content-sidebar`.
  private static let heads: Set<String> = [
    "has", "with", "no", "without", "is", "content", "main", "entry", "js", "wp", "post",
  ]

  private static func names(_ value: String, isFragment: Bool) -> Bool {
    let words = isFragment ? postWords : Furniture.words
    var checked = 0
    for name in value.utf8.split(whereSeparator: \.isASCIISpace) {
      // The first few names say it; long lists are of utilities.
      checked += 1
      if checked > 12 { return false }
      let lower = String(decoding: name.map(\.asciiLowered), as: UTF8.self)
      if words.contains(lower) { return true }
      let parts = lower.utf8.split(whereSeparator: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") })
      guard parts.count > 1, parts.count <= 5, let first = parts.first, let last = parts.last else { continue }
      let head = String(decoding: first, as: UTF8.self)
      if words.contains(head) { return true }
      if !heads.contains(head), words.contains(String(decoding: last, as: UTF8.self)) { return true }
    }
    return false
  }
}
