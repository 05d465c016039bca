import Answers
import Formats
import Graph

extension TimelinePicture {
  /// How many there were, as drawn above, beside the numbers that reports state.
  mutating func totals(_ totals: Timeline.Totals) {
    heading(totals.title)
    let (top, panel) = (y + 14, 84.0)
    let most = max((totals.steps.map(\.possible) + totals.counts.map(\.count)).max() ?? 0, 1)
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].first { most <= $0 * 4 } ?? most / 4
    let limit = (most + step - 1) / step * step
    func height(of count: Int) -> Double { top + panel - panel * Double(count) / Double(limit) }
    for count in stride(from: 0, through: limit, by: step) {
      line("grid", scale.start, height(of: count), scale.end, height(of: count), behind: true)
      text("\(count)", "small quiet", scale.start - 6, height(of: count) + 4, anchor: "end")
    }
    grid(from: top, to: top + panel)
    curve(totals.steps, height(of:))
    counts(totals.counts, height(of:))
    y = top + panel + 4
    guard !totals.undated.isEmpty else { return }
    y += 15
    text("Also stated, at a time that no report states:", "small quiet", Self.margin, y)
    var x = Self.margin + TextWidth.of("Also stated, at a time that no report states:", size: Self.smallSize) + 4
    for count in totals.undated.sorted(by: { ($0.count, $0.id) < ($1.count, $1.id) }) {
      let words = (count.isApproximate ? "about " : "") + "\(count.count)"
      linked(count.id, count.words, count.evidence) { $0.text(words, "small", x, $0.y) }
      x += TextWidth.of(words, size: Self.smallSize) + 10
    }
    y += 4
  }

  /// A line for those stated or presumed, and above it a band up to those that are possible.
  private mutating func curve(_ steps: [Timeline.Totals.Step], _ height: (Int) -> Double) {
    guard !steps.isEmpty else { return }
    func points(_ count: (Timeline.Totals.Step) -> Int) -> [(x: Double, y: Double)] {
      steps.enumerated().flatMap { i, step in
        let end = i + 1 < steps.count ? scale.place(steps[i + 1].from) : scale.end
        return [(scale.place(step.from), height(count(step))), (end, height(count(step)))]
      }
    }
    func joined(_ points: [(x: Double, y: Double)]) -> String {
      points.map { "\(Self.number($0.x)) \(Self.number($0.y))" }.joined(separator: "L")
    }
    let (sure, possible) = (points(\.sure), points(\.possible))
    path("most", "M\(joined(possible + sure.reversed()))z", behind: true)
    path("curve", "M\(joined(sure))")
  }

  private mutating func counts(_ counts: [Timeline.Totals.Count], _ height: (Int) -> Double) {
    var taken: [Box] = []
    let placed = counts.map { count -> (count: Timeline.Totals.Count, from: Double, to: Double) in
      let from = scale.place(max(count.asOf.earliest ?? timeline.first, timeline.first))
      return (count, from, scale.end(of: min(count.asOf.latest ?? timeline.last, timeline.last)))
    }.sorted { ($0.from, $0.count.count, $0.count.id) < ($1.from, $1.count.count, $1.count.id) }
    for (count, from, to) in placed {
      let (x, y) = ((from + to) / 2, height(count.count))
      taken.append(Box(left: x - 5, right: x + 5, top: y - 4.5, bottom: y + 4.5))
      taken.append(Box(left: from, right: to, top: y - 1, bottom: y + 1))
    }
    for (count, from, to) in placed {
      let (x, y) = ((from + to) / 2, height(count.count))
      let width = TextWidth.of("\(count.count)", size: Self.smallSize)
      linked(count.id, count.words, count.evidence) { picture in
        if to - from > 10 { picture.line("dot", from, y, to, y) }
        picture.circle(count.isApproximate ? "dot hollow" : "dot", x, y, 3.4)
        let spots = [
          (x - width / 2, y - 7), (x + 7, y + 4), (x - 7 - width, y + 4), (x - width / 2, y + 15.5), (x + 5, y - 5),
          (x - 5 - width, y - 5), (x + 5, y + 13), (x - 5 - width, y + 13),
        ].map { Box(left: $0, right: $0 + width, top: $1 - 8.5, bottom: $1) }
        let free = spots.first { spot in
          spot.right <= Self.width - Self.margin && !taken.contains { $0.meets(spot) }
        }
        guard let free else { return }
        taken.append(free)
        picture.text("\(count.count)", "small", free.left, free.bottom)
      }
    }
  }

  private struct Box {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double

    func meets(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }
}
