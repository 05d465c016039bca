import Formats

/// Reads one post of the WordPress REST API.
struct PostReader {
  private let record: RecordReader
  private let value: JSONValue
  private let place: Place

  init(_ record: RecordReader) {
    self.record = record
    value = record.value
    place = record.place
  }

  /// - Throws: `WP-ID`, `WP-STATUS`, `WP-PROTECTED`, `WP-CONTENT`, `REPORT-EMPTY`, and what typed members throw.
  func report(warnings: inout [Problem]) throws(Problem) -> Report {
    try record.check(["title", "content"], warnings: &warnings)
    let id = try value.int(at: "id", in: place)
    guard id >= 1 else { throw Problem("WP-ID", at: place.at("id"), "the id of a post is 1 or more, found \(id)") }
    let status = try status()
    let title = try title(warnings: &warnings)
    let text = try text(title, isNeeded: status == .published, warnings: &warnings)
    let (link, host) = try address(warnings: &warnings)
    let dates = try dates(warnings: &warnings)
    return Report(
      key: host.map { ReportKey.key(host: $0, id: id) }, url: link, title: title, text: text,
      published: dates.published, modified: dates.modified, language: record.options.language, status: status,
      raw: record.raw)
  }

  private func status() throws(Problem) -> Report.Status {
    switch try value.optionalString(at: "status", in: place) {
    case nil, "publish": return .published
    case "trash": return .retracted
    case .some(let other):
      throw Problem(
        "WP-STATUS", at: place.at("status"), "a post that is not published: \(Visible.shortened(other, to: 40))")
    }
  }

  private func title(warnings: inout [Problem]) throws(Problem) -> String {
    let html: String
    switch value["title"] {
    case nil, .some(.null): html = ""
    case .some(.string(let text)):
      html = text
      warnings.append(Problem("WP-TITLE", at: place.at("title"), "a plain string, {\"rendered\": …} was expected"))
    default:
      let title = try value.object(at: "title", in: place)
      html = try title.optionalString(at: "rendered", in: place.at("title")) ?? ""
    }
    return HTMLBlocks.plain(html)
  }

  private func text(_ title: String, isNeeded: Bool, warnings: inout [Problem]) throws(Problem) -> ReportText {
    let contentPlace = place.at("content")
    let html: String
    switch value["content"] {
    case nil, .some(.null):
      guard isNeeded else { return ReportText(title: title, html: "") }
      let hint = value["excerpt"] == nil ? "" : "; an excerpt is no report"
      throw Problem("WP-CONTENT", at: contentPlace, "the text of the post is missing\(hint)")
    case .some(.string(let text)):
      html = text
      warnings.append(Problem("WP-CONTENT", at: contentPlace, "a plain string, {\"rendered\": …} was expected"))
    default:
      let content = try value.object(at: "content", in: place)
      if try content.optionalBool(at: "protected", in: contentPlace) == true {
        throw Problem("WP-PROTECTED", at: contentPlace, "the post is protected by a password")
      }
      html = try content.string(at: "rendered", in: contentPlace)
    }
    let blocks = HTMLBlocks(Array(html.utf8), as: .fragment)
    warnings += PageReader.warnings(blocks, at: contentPlace.at("rendered"))
    let text = blocks.text(title: title)
    if isNeeded { try record.checkText(text, at: "content") }
    return text
  }

  /// The link of the post if it is one, and its host; else those of its guid.
  private func address(warnings: inout [Problem]) throws(Problem) -> (link: String?, host: String?) {
    let link = try value.optionalString(at: "link", in: place)
    if let link, ReportKey.isLink(link) { return (link, ReportKey.host(link)) }
    if let link { warnings.append(record.noLink(link, at: "link")) }
    let guid = value["guid"]?["rendered"]?.string ?? value["guid"]?.string
    if let guid, ReportKey.isLink(guid) { return (guid, ReportKey.host(guid)) }
    return (record.options.url, record.options.url.flatMap { ReportKey.host($0) })
  }

  /// The local day of publication, and the time of the last change in UTC if that is known.
  private func dates(warnings: inout [Problem]) throws(Problem) -> (published: String?, modified: String?) {
    let date = try timestamp("date")
    let dateUTC = try timestamp("date_gmt")
    if let date, let dateUTC, abs(date.localSeconds - dateUTC.localSeconds) > 14 * 3600 {
      throw Problem("DATE-RANGE", at: place.at("date_gmt"), "more than 14 hours from date (\(date.text))")
    }
    let modified = try timestamp("modified")
    let modifiedUTC = try timestamp("modified_gmt")
    if modified == nil, modifiedUTC == nil, let text = value["modified"]?.string {
      warnings.append(
        Problem("WP-NEVER", at: place.at("modified"), "\(Visible.shortened(text, to: 40)) was read as never"))
    }
    if let first = dateUTC ?? date, let last = dateUTC == nil ? modified : modifiedUTC ?? modified,
      last.localSeconds < first.localSeconds
    {
      warnings.append(Problem("WP-ORDER", at: place.at("modified"), "changed (\(last.text)) before it was published"))
    }
    let change = modifiedUTC.map { $0.sortable + ($0.second == nil ? "" : "Z") } ?? modified?.text
    return ((date ?? dateUTC)?.day.text, change)
  }

  private func timestamp(_ key: String) throws(Problem) -> Timestamp? {
    guard let text = try value.optionalString(at: key, in: place) else { return nil }
    return try Timestamp.read(text, at: place.at(key))
  }
}

extension HTMLBlocks {
  /// HTML as one line of text, e.g. the title of a post.
  static func plain(_ html: String) -> String {
    var folder = SpaceFolder()
    for block in HTMLBlocks(Array(html.utf8), as: .fragment).blocks where !block.isHidden {
      folder.append(block.text)
      folder.space()
    }
    return String(decoding: folder.bytes, as: UTF8.self)
  }
}
