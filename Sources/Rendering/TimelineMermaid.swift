public import Answers
import Formats
import Graph

/// A timeline as a Gantt chart of Mermaid, which GitHub and others show. It knows no doubt, so each name says how sure its bar is;
/// what is undated runs over the whole width and says so.
public struct TimelineMermaid: Sendable {
  public init() {}

  public func callAsFunction(_ timeline: Timeline) -> String {
    var text = """
      gantt
        accTitle: \(Self.escape(timeline.title))
        accDescr: \(Self.escape(TimelinePicture.description(timeline)))
        title \(Self.escape(timeline.title))
        dateFormat YYYY-MM-DD
        axisFormat %Y
        inclusiveEndDates

      """
    for section in timeline.sections {
      text += "  section \(Self.escape(section.title))\n"
      for row in section.rows {
        for mark in row.marks { text += task(mark, section.form == .rows ? row.label : mark.label) }
      }
      for mark in section.undated {
        text += "  \(Self.escape(mark.label)) (time not stated) :done, \(timeline.first), \(timeline.last)\n"
      }
    }
    return text
  }

  private func task(_ mark: Timeline.Mark, _ label: String) -> String {
    guard let from = mark.stretches.first?.from, let to = mark.stretches.last?.to else { return "" }
    let name = Self.escape(mark.label == label ? label : "\(label) – \(mark.label)")
    if mark.kind == .meeting {
      return "  \(name)\(mark.class.map { " (\(Self.escape($0)))" } ?? "") :milestone, \(from), \(from)\n"
    }
    let certainty = mark.stretches.map(\.certainty.rawValue).joined(separator: ", then ")
    let tag =
      switch mark.certainty {
      case .stated: "active, "
      case .presumed: ""
      case .possible, .unknown: "done, "
      }
    return "  \(name) (\(certainty)) :\(tag)\(from), \(to)\n"
  }

  /// On one line, with what Mermaid would act on as entity codes.
  static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in Printable.sentence(text).unicodeScalars {
      switch scalar {
      case ":", ";", "#", "%", "\"", "<", ">", "&", "`", "{", "}", "\\": escaped += "#\(scalar.value);"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
