import Formats

/// Reads one JSON record: a WordPress post or a saved report.
struct RecordReader {
  let value: JSONValue
  let place: Place
  let raw: [UInt8]
  let options: ReportReader.Options
  private let damage: [Problem]

  init(_ record: JSONRecord, raw: [UInt8], options: ReportReader.Options) {
    value = record.value
    place = record.place
    damage = record.warnings
    self.raw = raw
    self.options = options
  }

  func report(warnings: inout [Problem]) throws(Problem) -> Report {
    guard case .object = value else {
      throw Problem("REPORT-KIND", at: place, "a post or a saved report was expected, found \(value.kind)")
    }
    if value["correction"] != nil { return try correction(warnings: &warnings) }
    let isSaved = value["text"] != nil || value["html"] != nil
    if !isSaved,
      value["content"] != nil || value["guid"] != nil || value["excerpt"] != nil || value["date_gmt"] != nil
        || value["title"]?.object != nil
    {
      return try PostReader(self).report(warnings: &warnings)
    }
    if !isSaved, let code = value["code"]?.string {
      let message = value["message"]?.string.map { ": " + Visible.shortened($0, to: 120) } ?? ""
      throw Problem(
        "WP-ERROR", at: place,
        "the server answered with an error instead of a post: \(Visible.shortened(code, to: 60))\(message)")
    }
    guard isSaved || value["url"] != nil else {
      throw Problem(
        "REPORT-KIND", at: place, "neither a WordPress post (content) nor a saved report (url, title, text)")
    }
    return try saved(warnings: &warnings)
  }

  /// Refuses damaged text in `keys`, warns about damage elsewhere.
  func check(_ keys: [String], warnings: inout [Problem]) throws(Problem) {
    for problem in damage {
      let path = problem.place.path ?? ""
      let isKey = keys.contains { key in
        let start = (place.path ?? "$") + "." + key
        return path == start || path.utf8.starts(with: (start + ".").utf8)
      }
      if isKey { throw problem }
      warnings.append(problem)
    }
  }

  /// `{url, title, published, modified, retrieved, language, text, html, digest}`; other keys are ignored.
  private func saved(warnings: inout [Problem]) throws(Problem) -> Report {
    try check(["title", "text", "html", "url"], warnings: &warnings)
    let url = try link(warnings: &warnings)
    let title = SpaceFolder.folded(try value.optionalString(at: "title", in: place) ?? options.title ?? "")
    let text: ReportText
    if let plain = try value.optionalString(at: "text", in: place) {
      text = ReportText(title: title, plain: plain)
      try checkText(text, at: "text")
    } else if let html = try value.optionalString(at: "html", in: place) {
      let blocks = HTMLBlocks(Array(html.utf8), as: Self.isPage(html) ? .page : .fragment)
      warnings += PageReader.warnings(blocks, at: place.at("html"))
      text = blocks.text(title: title)
      try checkText(text, at: "html")
    } else {
      throw Problem("JSON-MISSING", at: place.at("text"), "missing, the text of the report was expected")
    }
    var published = options.published
    if let date = try value.optionalString(at: "published", in: place) {
      published = try MetadataDate.published(date, at: place.at("published"))
    }
    return Report(
      url: url, title: title, text: text, published: published, modified: try changed("modified"),
      retrieved: try changed("retrieved"),
      language: try value.optionalString(at: "language", in: place) ?? options.language,
      isDigest: try value.optionalBool(at: "digest", in: place) ?? false, raw: raw)
  }

  private func correction(warnings: inout [Problem]) throws(Problem) -> Report {
    try check(["sentence", "author", "reason", "source", "says"], warnings: &warnings)
    let correction = try Correction(value, at: place)
    var published = options.published
    if let date = try value.optionalString(at: "published", in: place) {
      published = try MetadataDate.published(date, at: place.at("published"))
    }
    return Report(
      title: correction.title, text: ReportText(title: correction.title, plain: correction.body), published: published,
      correction: correction, raw: raw)
  }

  private func changed(_ key: String) throws(Problem) -> String? {
    guard let date = try value.optionalString(at: key, in: place) else { return nil }
    return try MetadataDate.changed(date, at: place.at(key))
  }

  private func link(warnings: inout [Problem]) throws(Problem) -> String? {
    guard let url = try value.optionalString(at: "url", in: place), !url.isEmpty else { return options.url }
    if ReportKey.isLink(url) { return url }
    warnings.append(noLink(url, at: "url"))
    return nil
  }

  func noLink(_ url: String, at key: String) -> Problem {
    Problem(
      "REPORT-URL", at: place.at(key),
      "\"\(Visible.shortened(url, to: 80))\" is no http or https address; kept in the raw report only")
  }

  func checkText(_ text: ReportText, at key: String) throws(Problem) {
    if !text.blocks.contains(where: { $0.kind != .title && !$0.isHidden }) {
      throw Problem("REPORT-EMPTY", at: place.at(key), "no text in it, a report was expected")
    }
  }

  private static func isPage(_ html: String) -> Bool {
    let bytes = Array(html.utf8.prefix(4096))
    return bytes.indices.contains {
      bytes.hasAnyCase("<html", at: $0, before: bytes.count) || bytes.hasAnyCase("<body", at: $0, before: bytes.count)
    }
  }
}
