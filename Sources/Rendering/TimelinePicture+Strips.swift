import Answers
import Formats
import Graph

extension TimelinePicture {
  /// The holders of an office or the meetings of a forum on one line, told apart by their labels.
  mutating func strip(_ section: Timeline.Section) {
    y += 8
    let top = y
    let marks = section.rows.flatMap(\.marks)
    text(section.title, "h2", Self.margin, y + 15)
    if section.kind == .meeting { flags(marks) } else { holders(marks, section) }
    if !marks.isEmpty { grid(from: top, to: y) }
    undated(section.undated)
  }

  /// Bars with the holder's name in them; those that overlap, or whose names would, lie in lanes.
  private mutating func holders(_ marks: [Timeline.Mark], _ section: Timeline.Section) {
    let (height, lane) = (19.0, 22.0)
    let places = marks.map { mark in
      let from = mark.stretches.first.map { scale.place($0.from) } ?? scale.start
      let to = mark.stretches.last.map { scale.end(of: $0.to) } ?? scale.start
      return Holding(mark, from, to, label: nameplate(mark, from, to))
    }.sorted { ($0.from, $0.mark.id) < ($1.from, $1.mark.id) }
    let lanes = Lanes.lanes(of: places.map { ($0.from, $0.to + 2) })
    let top = y
    for (place, number) in zip(places, lanes) {
      let y = top + 2 + lane * Double(number)
      linked(place.mark.id, place.mark.words, place.mark.evidence) { picture in
        picture.bar(place.mark, top: y, height: height)
        // Some days are too few to be seen.
        if place.end - place.start < 2 { picture.rect("t presumed", place.start - 1, y, 2, height) }
        picture.handover(place.mark, top: y)
        picture.text(picture.shown(place.mark), "small", place.label.x, y + 13.5, anchor: place.label.anchor)
      }
    }
    y += 4 + lane * Double((lanes.max() ?? -1) + 1)
    gaps(section)
  }

  /// A name of any length takes no more than a quarter of the picture.
  private func shown(_ mark: Timeline.Mark) -> String {
    TextWidth.fitted(mark.label, size: Self.smallSize, width: Self.width / 4)
  }

  private struct Holding {
    var mark: Timeline.Mark
    /// Of the bar.
    var start: Double
    var end: Double
    /// Of the bar and its name together.
    var from: Double
    var to: Double
    var label: (x: Double, anchor: String)

    init(_ mark: Timeline.Mark, _ from: Double, _ to: Double, label: (x: Double, anchor: String, width: Double)) {
      let name = label.anchor == "start" ? label.x : label.x - label.width
      self.mark = mark
      (start, end) = (from, to)
      self.from = min(from, name)
      self.to = max(to, name + label.width)
      self.label = (label.x, label.anchor)
    }
  }

  /// Where the name stands: at the surest part of the bar, else beside it.
  private func nameplate(
    _ mark: Timeline.Mark, _ from: Double, _ to: Double
  ) -> (x: Double, anchor: String, width: Double) {
    let width = TextWidth.of(shown(mark), size: Self.smallSize)
    let sure = mark.stretches.filter { $0.certainty < .possible }
    let start = sure.first.map { scale.place($0.from) } ?? from
    let end = sure.last.map { scale.end(of: $0.to) } ?? to
    if start + 6 + width <= end { return (start + 6, "start", width) }
    if from + 6 + width <= start { return (start - 6, "end", width) }
    if end + 6 + width <= to { return (end + 6, "start", width) }
    if to + 6 + width <= Self.width - Self.margin { return (to + 6, "start", width) }
    if from - 5 - width >= scale.start { return (from - 5, "end", width) }
    return (from + 6, "start", width)
  }

  /// A term that a report says to begin on a day.
  private mutating func handover(_ mark: Timeline.Mark, top: Double) {
    let start = mark.time.start
    guard start.isStated, let day = start.earliest, day == start.latest, day >= timeline.first, day <= timeline.last
    else { return }
    let (x, y) = (Self.number(scale.place(day)), top)
    path("handover", "M\(x) \(Self.number(y - 3))l3.6 3.6l-3.6 3.6l-3.6 -3.6z")
  }

  private mutating func gaps(_ section: Timeline.Section) {
    guard !section.gaps.isEmpty else { return }
    for gap in section.gaps {
      let x = scale.place(gap.from)
      front.begin("g", ["data-gap": "\(gap.from)/\(gap.to)"])
      front.element(
        "title", "\(section.title): nobody is stated or presumed, \(Wording.span(gap.from, gap.to))")
      rect("gap", x, y, scale.end(of: gap.to) - x, 6)
      front.end()
      front.newline()
    }
    y += 10
  }

  /// Strokes on a line, each with its place on a stem beneath; no stem crosses a name.
  private mutating func flags(_ marks: [Timeline.Mark]) {
    let (height, lane, limit) = (13.0, 14.0, 4)
    let top = y + 3
    let places = marks.map { mark -> (mark: Timeline.Mark, x: Double) in
      let from = mark.stretches.first.map { scale.place($0.from) } ?? scale.start
      let to = mark.stretches.last.map { scale.end(of: $0.to) } ?? from
      return (mark, (from + to) / 2)
    }.sorted { ($0.x, $0.mark.id) < ($1.x, $1.mark.id) }
    let flags = places.map { (at: $0.x, width: TextWidth.of(shown($0.mark), size: Self.smallSize) + 10) }
    let lanes = Lanes.lanes(ofFlags: flags, limit: limit, end: Self.width - Self.margin)
    let lastLanes = Lanes.lastLanes(ofFlags: flags, after: lanes, limit: limit)
    let used = ((lanes + lastLanes).compactMap(\.self).max() ?? -1) + 1
    for (i, place) in places.enumerated() {
      linked(place.mark.id, place.mark.words, place.mark.evidence) { picture in
        picture.tick(place.mark, top: top, height: height)
        guard let number = lanes[i] ?? lastLanes[i] else { return }
        let base = top + height + lane * Double(number + 1)
        picture.line("stem", place.x, top + height, place.x, base - 1)
        if lanes[i] != nil {
          picture.text(picture.shown(place.mark), "small", place.x + 3, base)
        } else {
          picture.text(picture.shown(place.mark), "small", place.x - 3, base, anchor: "end")
        }
      }
    }
    y = top + height + lane * Double(used) + 5
  }
}
