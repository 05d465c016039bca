public import Answers
import Formats

/// The form in which a timeline is printed: pictures, and the same as rows.
public enum TimelineFormat: String, Sendable, Hashable, CaseIterable {
  /// Letters of a terminal.
  case chart
  case svg
  /// One page that needs nothing else.
  case html
  /// A Gantt chart in the language of Mermaid.
  case mermaid
  case table, plain, json, jsonl, csv, markdown
}

/// Turns a timeline into what is printed, in any format.
public struct TimelinePrinter: Sendable {
  private let format: TimelineFormat
  private let width: Int?

  /// - Parameter width: columns of the terminal; nil for a pipe.
  public init(format: TimelineFormat, width: Int?) {
    self.format = format
    self.width = width
  }

  public func callAsFunction(_ timeline: Timeline) -> String {
    switch format {
    case .chart: TimelineChart(width: width ?? 80)(timeline)
    case .svg: TimelineSVG()(timeline)
    case .html: TimelineHTML()(timeline)
    case .mermaid: TimelineMermaid()(timeline)
    case .table: rows(timeline, .table)
    case .plain: rows(timeline, .plain)
    case .json: rows(timeline, .json)
    case .jsonl: rows(timeline, .jsonl)
    case .csv: rows(timeline, .csv)
    case .markdown: rows(timeline, .markdown)
    }
  }

  private func rows(_ timeline: Timeline, _ format: OutputFormat) -> String {
    var printer = RowPrinter(columns: TimelineRows.columns, format: format)
    return TimelineRows.rows(of: timeline).map { printer.row($0) }.joined() + printer.end()
  }
}
