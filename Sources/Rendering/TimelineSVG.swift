public import Answers
import Formats
import Graph
import Store

/// A timeline as a picture in SVG 1.1 without scripts, fonts or anything else from outside. Dates and sentences show when a mark
/// is pointed at; a mark leads to its report. The same timeline gives the same bytes.
public struct TimelineSVG: Sendable {
  public init() {}

  public func callAsFunction(_ timeline: Timeline) -> String {
    var picture = TimelinePicture(timeline, links: .reports)
    picture.title()
    picture.body()
    picture.source()
    return picture.document(isStandalone: true).text + "\n"
  }
}

extension TimelinePicture {
  mutating func title() {
    y = 34
    text(TextWidth.fitted(timeline.title, size: 20, width: Self.width - 2 * Self.margin), "h1", Self.margin, y)
    if let subtitle {
      y += 19
      text(
        TextWidth.fitted(subtitle, size: Self.size, width: Self.width - 2 * Self.margin), "quiet", Self.margin, y)
    }
  }

  /// The name in full and the period, as far as there is either.
  var subtitle: String? {
    let parts = [timeline.subject.name, timeline.period.words.isEmpty ? nil : timeline.period.words].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Everything between title and source.
  mutating func body() {
    y += 10
    axis(withDays: false)
    for section in timeline.sections {
      switch section.form {
      case .strip: strip(section)
      case .rows: rows(section)
      }
    }
    if let totals = timeline.totals { self.totals(totals) }
    axis(withDays: true)
    legend()
  }

  mutating func source() {
    y += 16
    text(Self.source(timeline), "small quiet", Self.margin, y)
  }

  /// `Source: 33 reports read by spacekb, the newest of 18 December 2024.`
  static func source(_ timeline: Timeline) -> String {
    let count = timeline.source.reports
    let newest = timeline.source.last.map { ", the newest of \(Wording.day($0))" } ?? ""
    return "Source: \(count) report\(count == 1 ? "" : "s") read by spacekb\(newest)."
  }

  /// One sentence for those who cannot see the picture.
  static func description(_ timeline: Timeline) -> String {
    let parts = timeline.sections.map { section in
      let dated = section.form == .rows ? section.rows.count : section.rows.flatMap(\.marks).count
      return "\(section.title): \(dated) with a time, \(section.undated.count) without"
    }
    return "From \(Wording.day(timeline.first)) to \(Wording.day(timeline.last)). \(parts.joined(separator: "; ")). "
      + Self.source(timeline)
  }

  func document(isStandalone: Bool) -> Markup {
    let height = Self.number((y + 16).rounded(.up))
    var markup = Markup()
    if isStandalone {
      markup.begin(
        "svg",
        [
          "xmlns": "http://www.w3.org/2000/svg", "class": "timeline", "viewBox": "0 0 800 \(height)", "width": "800",
          "height": height, "role": "graphics-document document", "aria-labelledby": "title desc",
        ])
    } else {
      markup.begin(
        "svg",
        [
          // The page has margins of its own.
          "class": "timeline", "viewBox": "16 0 768 \(height)", "role": "graphics-document document",
          "aria-labelledby": "title desc",
        ])
    }
    markup.newline()
    markup.element("title", ["id": "title"], timeline.title)
    markup.element("desc", ["id": "desc"], Self.description(timeline))
    markup.newline()
    if isStandalone {
      markup.begin("style")
      markup.literal(TimelineStyle.sheet)
      markup.end()
    }
    TimelineStyle.definitions(into: &markup)
    markup.empty("rect", ["class": "paper", "width": "800", "height": height])
    markup.newline()
    markup.append(back)
    markup.newline()
    markup.append(front)
    markup.end()
    return markup
  }
}
