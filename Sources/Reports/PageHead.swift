import Formats

/// What a page says about itself: in its head, and by marks in its body.
struct PageHead {
  private(set) var ogTitle: String?
  private(set) var title: String?
  private(set) var url: String?
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var language: String?
  private(set) var charset: String?
  private var publishedRank = Int.max
  private var modifiedRank = Int.max

  mutating func addTitle(_ text: [UInt8]) {
    if title == nil { title = SpaceFolder.folded(String(decoding: text, as: UTF8.self)) }
  }

  mutating func add(_ tag: HTMLTag) {
    switch tag.name {
    case "html":
      if language == nil, let lang = tag["lang"] ?? tag["xml:lang"], !lang.isEmpty { language = lang }
    case "link":
      if let rel = tag["rel"], rel.lowercased() == "canonical", let href = tag["href"], ReportKey.isLink(href) {
        url = href
      }
    case "time":
      if let date = tag["datetime"] { offer(published: date, rank: tag["itemprop"] == "dateModified" ? nil : 90) }
    case "meta": addMeta(tag)
    default: break
    }
  }

  private mutating func addMeta(_ tag: HTMLTag) {
    if let name = tag["charset"] { charset = charset ?? name }
    guard let content = tag["content"], !content.isEmpty else { return }
    for key in [tag["property"], tag["name"], tag["itemprop"]] {
      guard let key = key?.lowercased() else { continue }
      switch key {
      case "og:title": ogTitle = ogTitle ?? SpaceFolder.folded(content)
      case "og:url": if url == nil, ReportKey.isLink(content) { url = content }
      default: break
      }
      offer(published: content, rank: PageHead.publishedNames.firstIndex(of: key))
      if let rank = PageHead.modifiedNames.firstIndex(of: key), rank < modifiedRank {
        modified = content
        modifiedRank = rank
      }
    }
  }

  /// Takes a date of publication if it comes from a better source than the one there is.
  private mutating func offer(published date: String, rank: Int?) {
    guard let rank, rank < publishedRank else { return }
    published = date
    publishedRank = rank
  }

  /// Names of metadata, the most trusted first.
  private static let publishedNames = [
    "article:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "dc.date", "dcterms.date", "date", "pubdate", "publishdate", "publication_date", "citation_publication_date",
  ]
  private static let modifiedNames = [
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified",
  ]
}
