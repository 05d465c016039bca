import Formats

/// Reads a whole HTML page.
struct PageReader {
  let options: ReportReader.Options
  let file: String

  /// - Throws: `REPORT-NO-TEXT` for a page without an article.
  func report(_ bytes: [UInt8], raw: [UInt8], warnings: inout [Problem]) throws(Problem) -> Report {
    let page = HTMLBlocks(bytes, as: .page)
    let title = SpaceFolder.folded(options.title ?? Self.title(page))
    let text = page.text(title: title)
    guard text.blocks.contains(where: { $0.kind != .title && !$0.isHidden }) else {
      throw Problem(
        "REPORT-NO-TEXT", at: Place(file: file), "no report text found in this page (only menus, forms or scripts?)")
    }
    warnings += Self.warnings(page, at: Place(file: file))
    if let charset = page.head.charset, charset.lowercased() != "utf-8", charset.lowercased() != "utf8" {
      warnings.append(
        Problem(
          "HTML-CHARSET", at: Place(file: file), "the page says \(Visible.shortened(charset, to: 30)), but is UTF-8"))
    }
    var published = options.published
    if published == nil { published = date(page.head.published, "published", &warnings) }
    var modified = page.head.modified
    if date(modified, "modified", &warnings) == nil { modified = nil }
    return Report(
      url: options.url ?? page.head.url, title: title, text: text, published: published, modified: modified,
      language: options.language ?? page.head.language, raw: raw)
  }

  /// The title in `og:title`, else the main heading, else `title`; without the name of the site that the heading lacks.
  private static func title(_ page: HTMLBlocks) -> String {
    guard let title = page.head.ogTitle else { return page.mainHeading ?? page.head.title ?? "" }
    if let heading = page.mainHeading, !heading.isEmpty, title.utf8.starts(with: heading.utf8) {
      let rest = title.utf8.dropFirst(heading.utf8.count)
      // `Heading - Site`, `Heading | Site`, `Heading – Site`.
      if rest.first == 0x20, let mark = rest.dropFirst().first, !mark.isASCIILetter, !mark.isASCIIDigit {
        return heading
      }
    }
    return title
  }

  /// The day (or month or year) of a date of metadata; a bad one is left out with a warning.
  private func date(_ text: String?, _ name: String, _ warnings: inout [Problem]) -> String? {
    guard let text else { return nil }
    do throws(Problem) {
      return try MetadataDate.published(text, at: Place(file: file, path: name))
    } catch {
      warnings.append(error)
      return nil
    }
  }

  /// What was odd in some HTML.
  static func warnings(_ html: HTMLBlocks, at place: Place) -> [Problem] {
    var warnings: [Problem] = []
    for fault in html.faults {
      var place = place
      if place.path == nil { place.byte = fault.byte }
      warnings.append(Problem(fault.code, at: place, fault.message))
    }
    if !TextScanning.isBlank(html.struck) {
      let text = SpaceFolder.folded(String(decoding: html.struck, as: UTF8.self))
      warnings.append(
        Problem(
          "HTML-STRUCK", at: place, "text that is struck out was left out: \"\(Visible.shortened(text, to: 60))\""))
    }
    return warnings
  }
}
