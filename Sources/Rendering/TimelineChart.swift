public import Answers
import Formats
import Graph

/// A timeline in the letters of a terminal: a line for each party, a column for some days.
public struct TimelineChart: Sendable {
  private let width: Int

  /// - Parameter width: columns of the terminal.
  public init(width: Int) { self.width = max(width, 40) }

  public func callAsFunction(_ timeline: Timeline) -> String {
    let labels = min(Self.widestLabel(timeline) + 2, width * 2 / 5)
    let plot = Plot(timeline, labels: labels, columns: width - labels - 2)
    var lines = [timeline.title, timeline.subject.name].compactMap(\.self).flatMap { wrapped($0) }
    lines += ["", plot.years()]
    for section in timeline.sections { lines += self.section(section, plot) }
    if let totals = timeline.totals { lines += plot.totals(totals) }
    lines += [plot.years(), plot.days(), ""]
    lines += wrapped(legend(timeline)) + wrapped(TimelinePicture.source(timeline))
    return lines.map { Self.trimmed($0) + "\n" }.joined()
  }

  private static func widestLabel(_ timeline: Timeline) -> Int {
    let rows = timeline.sections.flatMap { section in
      section.form == .strip
        ? section.rows.flatMap { $0.marks.map(\.label) } + [section.title] : section.rows.map(label)
    }
    return max(rows.map { DisplayWidth.of(Printable.sentence($0)) + 2 }.max() ?? 0, 10)
  }

  private static func label(_ row: Timeline.Row) -> String { row.label + TimelinePicture.note(of: row) }

  private func section(_ section: Timeline.Section, _ plot: Plot) -> [String] {
    var lines = [section.title]
    switch (section.form, section.kind) {
    case (.strip, .meeting):
      lines = section.rows.map { plot.line(section.title, $0.marks) }
    case (.strip, _):
      // A line for each holder, in the order in which they first had the office.
      let marks = section.rows.flatMap(\.marks)
      let holders = marks.map(\.label).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      lines += holders.map { holder in plot.line("  " + holder, marks.filter { $0.label == holder }) }
      if !section.gaps.isEmpty { lines.append(plot.line(section.gaps)) }
    case (.rows, _): lines += section.rows.map { plot.line("  " + Self.label($0), $0.marks) }
    }
    if !section.undated.isEmpty {
      let names = section.undated.map(\.label).joined(separator: ", ")
      if section.rows.isEmpty { lines = [section.title] }
      lines += wrapped("At a time that no report states: \(names)", indent: "  ")
    }
    return lines + [""]
  }

  private func legend(_ timeline: Timeline) -> String {
    let marks = timeline.sections.flatMap(\.rows).flatMap(\.marks)
    let bars = marks.filter { $0.kind != .meeting }
    let certainties = Set(bars.flatMap { $0.stretches.map(\.certainty) })
    let isOpen = bars.contains { $0.isOpen && $0.stretches.last?.to == timeline.last }
    let entries = [
      certainties.contains(.stated) ? "\(Plot.stated) stated" : nil,
      certainties.contains(.presumed) ? "\(Plot.presumed) presumed" : nil,
      certainties.contains(.possible) ? "\(Plot.possible) possible" : nil,
      isOpen ? "\(Plot.open) last seen, no end known" : nil,
      timeline.sections.contains { !$0.gaps.isEmpty } ? "\(Plot.gap) nobody stated or presumed" : nil,
      marks.count > bars.count ? "\(Plot.meeting) meeting" : nil,
    ]
    return entries.compactMap(\.self).joined(separator: "  ")
  }

  private func wrapped(_ text: String, indent: String = "") -> [String] {
    let lines = Printable.wrapped(Printable.sentence(text), width: width - indent.utf8.count - 2)
    return lines.enumerated().map { ($0 == 0 ? indent : indent + "  ") + $1 }
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}

extension TimelineChart {
  /// The columns of a chart and what stands in them.
  private struct Plot {
    static let stated: Character = "█"
    static let presumed: Character = "▒"
    static let possible: Character = "░"
    static let open: Character = "→"
    static let gap: Character = "╱"
    static let meeting: Character = "│"
    static let heights = Array("▁▂▃▄▅▆▇█")

    let timeline: Timeline
    let labels: Int
    let columns: Int
    private let scale: TimelineScale

    init(_ timeline: Timeline, labels: Int, columns: Int) {
      self.timeline = timeline
      self.labels = labels
      self.columns = columns
      scale = TimelineScale(timeline, start: 0, end: Double(columns))
    }

    /// The columns that days from one to another touch, at least one.
    private func columns(_ from: Day, _ to: Day) -> ClosedRange<Int> {
      let first = min(max(Int(scale.place(from)), 0), columns - 1)
      return first...min(max(Int(scale.end(of: to).rounded(.up)) - 1, first), columns - 1)
    }

    func line(_ label: String, _ marks: [Timeline.Mark]) -> String {
      var cells = [Character](repeating: " ", count: columns)
      // The surest last, so that a single stated day is seen.
      let stretches = marks.flatMap { mark in mark.stretches.map { (mark.kind, $0) } }
      for (kind, stretch) in stretches.sorted(by: { $1.1.certainty < $0.1.certainty }) {
        for column in columns(stretch.from, stretch.to) { cells[column] = Self.cell(kind, stretch.certainty) }
      }
      let isOpen = marks.contains { $0.isOpen && $0.stretches.last?.to == timeline.last }
      return titled(label, cells) + (isOpen ? String(Self.open) : "")
    }

    private static func cell(_ kind: Timeline.Mark.Kind, _ certainty: Certainty) -> Character {
      if kind == .meeting { return meeting }
      return switch certainty {
      case .stated: stated
      case .presumed: presumed
      case .possible, .unknown: possible
      }
    }

    func line(_ gaps: [Timeline.Gap]) -> String {
      var cells = [Character](repeating: " ", count: columns)
      for gap in gaps {
        // A day or two between two holders is no column of its own.
        let covered = scale.end(of: gap.to) - scale.place(gap.from)
        guard covered >= 0.5 else { continue }
        for column in columns(gap.from, gap.to) { cells[column] = Self.gap }
      }
      return titled("  nobody", cells)
    }

    private func titled(_ label: String, _ cells: [Character]) -> String {
      let indent = label.hasPrefix("  ") ? "  " : ""
      let shown = Printable.fitted(indent + Printable.sentence(label), width: labels - 1)
      return shown + String(repeating: " ", count: max(1, labels - DisplayWidth.of(shown))) + String(cells)
    }

    // MARK: Axis

    func years() -> String {
      var cells = [Character](repeating: " ", count: columns)
      var free = 0
      for tick in scale.ticks(gap: 7) {
        let column = Int(scale.place(tick.day))
        guard column >= free, column + tick.label.count <= columns else { continue }
        cells.replaceSubrange(column..<(column + tick.label.count), with: tick.label)
        free = column + tick.label.count + 1
      }
      return titled("", cells)
    }

    func days() -> String {
      let (first, last) = (Wording.shortDay(timeline.first), Wording.shortDay(timeline.last))
      let gap = String(repeating: " ", count: max(1, columns - first.count - last.count))
      return titled("", Array(first + gap + last))
    }

    // MARK: Numbers

    /// How many are stated or presumed as heights; beneath, the numbers that reports state where they state them.
    func totals(_ totals: Timeline.Totals) -> [String] {
      var lines = [totals.title]
      let most = max((totals.steps.map(\.sure) + totals.counts.map(\.count)).max() ?? 0, 1)
      if !totals.steps.isEmpty {
        var cells = [Character](repeating: " ", count: columns)
        for (i, step) in totals.steps.enumerated() where step.sure > 0 {
          let end = i + 1 < totals.steps.count ? totals.steps[i + 1].from.adding(days: -1) : timeline.last
          let height = Self.heights[max(0, (step.sure * 8 + most - 1) / most - 1)]
          for column in columns(step.from, end) { cells[column] = height }
        }
        lines.append(titled("  0–\(most)", cells))
      }
      var cells = [Character](repeating: " ", count: columns)
      for count in totals.counts.sorted(by: {
        ($0.asOf.latest?.number ?? 0, $0.count) < ($1.asOf.latest?.number ?? 0, $1.count)
      }) {
        guard let day = count.asOf.latest ?? count.asOf.earliest else { continue }
        let words = (count.isApproximate ? "~" : "") + "\(count.count)"
        let start = min(Int(scale.place(day)), columns - words.count)
        guard start >= 0, cells[max(0, start - 1)..<(start + words.count)].allSatisfy({ $0 == " " }) else { continue }
        cells.replaceSubrange(start..<(start + words.count), with: words)
      }
      if !totals.counts.isEmpty { lines.append(titled("  stated", cells)) }
      if !totals.undated.isEmpty {
        let numbers = totals.undated.map(\.count).sorted().map(String.init).joined(separator: ", ")
        let words = "stated at a time that no report states: \(numbers)"
        lines += Printable.wrapped(words, width: labels + columns - 4).enumerated().map {
          ($0 == 0 ? "  " : "    ") + $1
        }
      }
      return lines
    }
  }
}
