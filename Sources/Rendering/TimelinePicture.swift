import Answers
import Formats
import Graph
import Store

/// A timeline being drawn from top to bottom, in units of which the picture is 800 wide: what lies behind and what lies in
/// front, and the height reached.
struct TimelinePicture {
  /// Where a mark leads.
  enum Links {
    /// To the report, outside.
    case reports
    /// To the numbered sentence on the same page, `#e3`.
    case sentences
  }

  static let width = 800.0
  static let margin = 20.0
  /// Of words; the smallest are 12, which is 7.6 points on a page that is 180 mm wide.
  static let size = 13.0
  static let smallSize = 12.0
  static let lineHeight = 18.0
  static let barHeight = 11.0

  let timeline: Timeline
  let scale: TimelineScale
  let labelWidth: Double
  private let links: Links

  var back = Markup()
  var front = Markup()
  var y = 0.0
  var evidence = NumberedEvidence()

  init(_ timeline: Timeline, links: Links) {
    self.timeline = timeline
    self.links = links
    labelWidth = Self.labelWidth(of: timeline)
    scale = TimelineScale(
      timeline, start: Self.margin + labelWidth + 14, end: Self.width - Self.margin - 14)
  }

  /// As wide as the widest name of a row, within reason.
  private static func labelWidth(of timeline: Timeline) -> Double {
    let widths = timeline.sections.flatMap { section -> [Double] in
      if section.form == .strip { return [TextWidth.of(section.title, size: size)] }
      return section.rows.map { row in
        TextWidth.of(row.label, size: size) + TextWidth.of(note(of: row), size: smallSize)
      }
    }
    return min(max(widths.max() ?? 0, 72), 230)
  }

  /// What stands behind a row's name: other names, or what tells it from others.
  static func note(of row: Timeline.Row) -> String {
    let words = [row.detail, row.formerly.isEmpty ? nil : "before: " + row.formerly.joined(separator: ", ")]
    return words.compactMap { $0.map { " \($0)" } }.joined()
  }

  // MARK: Parts

  /// Vertical lines for the years behind what lies between two heights.
  mutating func grid(from top: Double, to bottom: Double) {
    for tick in scale.ticks(gap: 56) {
      line("grid", scale.place(tick.day), top, scale.place(tick.day), bottom, behind: true)
    }
    for x in [scale.start, scale.end] { line("edge", x, top, x, bottom, behind: true) }
  }

  /// The years, and beneath them, at the lower end, the first and the last day.
  mutating func axis(withDays: Bool) {
    y += 13
    var free = -Double.infinity
    for tick in scale.ticks(gap: 56) {
      let (x, half) = (scale.place(tick.day), TextWidth.of(tick.label, size: Self.smallSize) / 2)
      guard x - half >= free, x + half <= Self.width - 4 else { continue }
      text(tick.label, "small quiet", x, y, anchor: "middle")
      free = x + half + 8
    }
    y += 6
    guard withDays else { return }
    y += 11
    text(Wording.shortDay(timeline.first), "small", scale.start, y)
    text(Wording.shortDay(timeline.last), "small", scale.end, y, anchor: "end")
    y += 6
  }

  mutating func heading(_ words: String, _ more: String = "") {
    y += 20
    text(words, "h2", Self.margin, y)
    if !more.isEmpty {
      let x = Self.margin + TextWidth.of(words, size: Self.size) * 1.1 + 10
      text(TextWidth.fitted(more, size: Self.smallSize, width: Self.width - Self.margin - x), "small quiet", x, y)
    }
    y += 8
  }

  /// What is drawn in `draw` leads to the proof, and tells its words and first sentence when pointed at.
  mutating func linked(
    _ id: String, _ words: String, _ proof: [EvidenceItem], _ draw: (inout TimelinePicture) -> Void
  ) {
    var href: String?
    switch links {
    case .reports: href = Markup.link(proof.first?.url)
    case .sentences: href = proof.first.map { "#e\(evidence.number($0))" }
    }
    for item in proof.dropFirst() { _ = evidence.number(item) }
    if let href { front.begin("a", ["href": href, "data-id": id]) } else { front.begin("g", ["data-id": id]) }
    front.element("title", Self.tip(words, proof))
    draw(&self)
    front.end()
    front.newline()
  }

  private static func tip(_ words: String, _ proof: [EvidenceItem]) -> String {
    guard let first = proof.first else { return words }
    return "\(words)\n“\(Printable.sentence(first.quote))”\n\(EvidenceText.source(first))"
  }

  // MARK: Shapes

  mutating func rect(
    _ style: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double, round: Bool = false,
    behind: Bool = false
  ) {
    var markup = Markup()
    markup.empty(
      "rect",
      [
        "class": style, "x": Self.number(x), "y": Self.number(y), "width": Self.number(width),
        "height": Self.number(height), "rx": round ? "2" : "0",
      ])
    if behind { back.append(markup) } else { front.append(markup) }
  }

  mutating func line(
    _ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, behind: Bool = false
  ) {
    path(style, "M\(Self.number(x1)) \(Self.number(y1))L\(Self.number(x2)) \(Self.number(y2))", behind: behind)
  }

  mutating func path(_ style: String, _ data: String, behind: Bool = false) {
    if behind {
      back.empty("path", ["class": style, "d": data])
    } else {
      front.empty("path", ["class": style, "d": data])
    }
  }

  mutating func circle(_ style: String, _ x: Double, _ y: Double, _ radius: Double) {
    front.empty(
      "circle", ["class": style, "cx": Self.number(x), "cy": Self.number(y), "r": Self.number(radius)])
  }

  mutating func text(_ words: String, _ style: String, _ x: Double, _ y: Double, anchor: String = "start") {
    front.element(
      "text", ["class": style, "x": Self.number(x), "y": Self.number(y), "text-anchor": anchor],
      Printable.sentence(words))
  }

  /// Hundredths at most, without zeros at the end.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
