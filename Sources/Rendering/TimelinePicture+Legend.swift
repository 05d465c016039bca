import Answers
import Formats
import Graph

extension TimelinePicture {
  /// What each form means, in words; only the forms that the picture has.
  mutating func legend() {
    y += 12
    line("edge", Self.margin, y, Self.width - Self.margin, y)
    y += 6
    let entries = forms()
    let columns = 2
    let lines = (entries.count + columns - 1) / columns
    let width = (Self.width - 2 * Self.margin) / Double(columns)
    let top = y
    for (i, entry) in entries.enumerated() {
      let x = Self.margin + width * Double(i / lines)
      y = top + 18 * Double(i % lines)
      entry.draw(&self, x, y + 3)
      text(entry.words, "small", x + 40, y + 13)
    }
    y = top + 18 * Double(lines) + 4
  }

  private struct Form {
    var words: String
    /// At a left and upper edge, in a room of 32 by 11.
    var draw: (inout TimelinePicture, Double, Double) -> Void
  }

  private func forms() -> [Form] {
    let sections = timeline.sections
    let bars = sections.flatMap(\.rows).flatMap(\.marks).filter { $0.kind != .meeting }
    let looks = Set(bars.flatMap { TimelineSegment.segments(of: $0).map(\.look) })
    let kind = bars.contains { $0.kind == .membership } ? "m" : "t"
    func sample(_ look: TimelineSegment.Look) -> (inout TimelinePicture, Double, Double) -> Void {
      { $0.rect("\(kind) \(look.rawValue)", $1, $2, 32, 11) }
    }
    var forms: [Form] = []
    if looks.contains(.solid) { forms.append(Form(words: "stated by a report", draw: sample(.solid))) }
    if looks.contains(.presumed) {
      forms.append(Form(words: "presumed: it began, and no report tells of an end", draw: sample(.presumed)))
    }
    if !looks.isDisjoint(with: [.rising, .falling, .faint]) {
      forms.append(
        Form(words: "possible: it began, or ended, somewhere here") {
          $0.rect("\(kind) rising", $1, $2, 16, 11)
          $0.rect("\(kind) falling", $1 + 16, $2, 16, 11)
        })
    }
    if bars.contains(where: { $0.isOpen && $0.stretches.last?.to == timeline.last }) {
      forms.append(
        Form(words: "last seen, no end known") { picture, x, y in
          picture.path("\(kind) arrow", "M\(Self.number(x + 12)) \(Self.number(y + 1.5))l5 4l-5 4")
        })
    }
    return forms + otherForms()
  }

  private func otherForms() -> [Form] {
    let sections = timeline.sections
    var forms: [Form] = []
    if sections.contains(where: { $0.form == .strip && $0.kind == .term && !$0.rows.isEmpty }) {
      forms.append(
        Form(words: "took office on a stated day") { picture, x, y in
          picture.path("handover", "M\(Self.number(x + 16)) \(Self.number(y + 1.5))l3.6 3.6l-3.6 3.6l-3.6 -3.6z")
        })
    }
    if sections.contains(where: { !$0.gaps.isEmpty }) {
      forms.append(Form(words: "nobody stated or presumed") { $0.rect("gap", $1, $2 + 2.5, 32, 6) })
    }
    let meetings = sections.flatMap(\.rows).flatMap(\.marks).filter { $0.kind == .meeting }
    if !meetings.isEmpty {
      let isMixed = meetings.contains { mark in !mark.stretches.contains { $0.certainty == .stated } }
      let others = Set(meetings.compactMap(\.class)).sorted(by: >).joined(separator: " or ")
      let more = [isMixed ? "pale: day not known" : nil, others.isEmpty ? nil : "hollow: \(others)"]
      let words = more.compactMap(\.self).joined(separator: ", ")
      forms.append(
        Form(words: words.isEmpty ? "meeting" : "meeting (\(words))") { $0.rect("k", $1 + 15, $2, 2.6, 11) })
    }
    if let totals = timeline.totals {
      if !totals.steps.isEmpty {
        forms.append(
          Form(words: "stated or presumed; above it: at most") { picture, x, y in
            picture.rect("most", x, y, 32, 7)
            picture.line("curve", x, y + 7, x + 32, y + 7)
          })
      }
      if !totals.counts.isEmpty {
        let isAbout = totals.counts.contains(where: \.isApproximate)
        forms.append(
          Form(words: "number that a report states" + (isAbout ? " (hollow: about)" : "")) {
            $0.circle("dot", $1 + 16, $2 + 5.5, 3.4)
          })
      }
    }
    return forms
  }
}
