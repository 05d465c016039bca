import Answers
import Formats
import Graph

extension TimelinePicture {
  /// A line for each party or forum, and the undated beneath.
  mutating func rows(_ section: Timeline.Section) {
    heading(section.title, Self.count(section))
    let top = y
    for (i, row) in section.rows.enumerated() {
      if i % 2 == 1 { rect("band", Self.margin, y, Self.width - 2 * Self.margin, Self.lineHeight, behind: true) }
      label(row)
      for mark in row.marks {
        let top = y + (Self.lineHeight - Self.barHeight) / 2
        linked(mark.id, mark.words, mark.evidence) { picture in
          if mark.kind == .meeting {
            picture.tick(mark, top: top, height: Self.barHeight)
          } else {
            picture.bar(mark, top: top, height: Self.barHeight)
          }
        }
      }
      y += Self.lineHeight
    }
    if !section.rows.isEmpty { grid(from: top, to: y) }
    undated(section.undated)
  }

  private static func count(_ section: Timeline.Section) -> String {
    guard section.kind == .membership, !section.undated.isEmpty, !section.rows.isEmpty else { return "" }
    return "\(section.rows.count) with a time, \(section.undated.count) without"
  }

  private mutating func label(_ row: Timeline.Row) {
    let note = Self.note(of: row)
    let noteWidth = min(TextWidth.of(note, size: Self.smallSize), labelWidth * 0.6)
    let label = TextWidth.fitted(row.label, size: Self.size, width: labelWidth - noteWidth)
    front.begin("text", ["x": Self.number(Self.margin), "y": Self.number(y + 13.5)])
    if label != row.label { front.element("title", Printable.sentence(row.label + note)) }
    front.words(Printable.sentence(label))
    if !note.isEmpty {
      let shown = TextWidth.fitted(note, size: Self.smallSize, width: noteWidth)
      front.element("tspan", ["class": "small quiet", "dx": "6"], Printable.sentence(shown))
    }
    front.end()
    front.newline()
  }

  /// Solid where stated, lighter where presumed, fading where only possible, with an arrow where it goes on for all that is known.
  mutating func bar(_ mark: Timeline.Mark, top: Double, height: Double) {
    let kind = mark.kind == .term ? "t" : "m"
    for segment in TimelineSegment.segments(of: mark) {
      let x = scale.place(segment.from)
      rect("\(kind) \(segment.look.rawValue)", x, top, scale.end(of: segment.to) - x, height)
    }
    guard mark.isOpen, mark.stretches.last?.to == timeline.last else { return }
    let (x, middle) = (scale.end + 3, top + height / 2)
    path(
      "\(kind) arrow",
      "M\(Self.number(x)) \(Self.number(middle - 4))L\(Self.number(x + 5)) \(Self.number(middle))"
        + "L\(Self.number(x)) \(Self.number(middle + 4))")
  }

  /// A meeting: a stroke on its days; pale over the days of which one is meant; hollow where it was not held, or not yet.
  mutating func tick(_ mark: Timeline.Mark, top: Double, height: Double) {
    guard let from = mark.stretches.first?.from, let to = mark.stretches.last?.to else { return }
    let (start, end) = (scale.place(from), scale.end(of: to))
    let width = max(end - start, 2.6)
    let isExact = mark.stretches.contains { $0.certainty == .stated }
    let look = mark.class == nil ? (isExact ? "k" : "k pale") : "k hollow"
    rect(look, (start + end - width) / 2, top, width, height)
  }

  /// Names in columns, so that none is lost for want of a date.
  mutating func undated(_ marks: [Timeline.Mark]) {
    guard !marks.isEmpty else { return }
    y += 17
    text("At a time that no report states", "small quiet", Self.margin, y)
    y += 5
    let space = Self.width - 2 * Self.margin
    let widest = marks.map { TextWidth.of($0.label, size: Self.smallSize) + 28 }.max() ?? space
    let columns = max(1, min(marks.count, Int(space / min(widest, space))))
    let lines = (marks.count + columns - 1) / columns
    let width = min(space / Double(columns), widest + 24)
    for (i, mark) in marks.enumerated() {
      let x = Self.margin + width * Double(i / lines)
      let base = y + 13 + 17 * Double(i % lines)
      linked(mark.id, mark.words, mark.evidence) { picture in
        picture.circle("ring", x + 5, base - 4, 4)
        let label = TextWidth.fitted(mark.label, size: Self.smallSize, width: width - 20)
        picture.text(label, "small", x + 15, base)
      }
    }
    y += 17 * Double(lines) + 2
  }
}
