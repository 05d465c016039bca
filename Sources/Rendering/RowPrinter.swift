public import Formats

/// Prints rows one after the other in any ``OutputFormat``, holding no more of them than the widths of a table need.
///
/// ```swift
/// var printer = RowPrinter(columns: ["forum", "holder"], format: .csv)
/// var text = printer.row([.text("ISECG"), .text("JAXA")])
/// text += printer.end()
/// ```
public struct RowPrinter: Sendable {
  /// The rows that decide how wide the columns of a table are; later ones may stand out.
  private static let sampled = 500

  private let columns: [String]
  private let format: OutputFormat
  private let width: Int?
  private var held: [[Cell]] = []
  private var layout: TableLayout?
  private var count = 0

  /// - Parameter width: columns of the terminal, for a table that is to fit into it; nil: no cell is broken.
  public init(columns: [String], format: OutputFormat, width: Int? = nil) {
    self.columns = columns
    self.format = format
    self.width = width
  }

  /// The text to print for a row; a table may keep it back until `end`.
  public mutating func row(_ cells: [Cell]) -> String {
    count += 1
    switch format {
    case .table:
      if let layout { return layout.row(cells) }
      held.append(cells)
      return held.count < Self.sampled ? "" : release()
    case .plain: return (count == 1 ? header("\t") : "") + cells.map(Self.plain).joined(separator: "\t") + "\n"
    case .csv: return (count == 1 ? CSVWriter.row(columns) : "") + CSVWriter.row(cells.map(\.text))
    case .markdown: return (count == 1 ? markdownHeader : "") + Self.markdown(cells)
    case .jsonl: return object(cells) + "\n"
    case .json: return (count == 1 ? "[\n" : ",\n") + object(cells)
    }
  }

  /// The rest; without any row still the header.
  public mutating func end() -> String {
    switch format {
    case .table: layout == nil ? release() : ""
    case .plain: count == 0 ? header("\t") : ""
    case .csv: count == 0 ? CSVWriter.row(columns) : ""
    case .markdown: count == 0 ? markdownHeader : ""
    case .jsonl: ""
    case .json: count == 0 ? "[]\n" : "\n]\n"
    }
  }

  private func header(_ separator: String) -> String { columns.map(Printable.line).joined(separator: separator) + "\n" }

  private static func plain(_ cell: Cell) -> String { Printable.line(cell.text ?? "") }

  // MARK: Table

  private mutating func release() -> String {
    let layout = TableLayout(columns: columns, rows: held, width: width)
    let text = ([columns.map { .text($0.uppercased()) }] + held).map(layout.row).joined()
    self.layout = layout
    held = []
    return text
  }

  // MARK: Markdown

  private var markdownHeader: String {
    Self.markdown(columns.map(Cell.text)) + "|" + columns.map { _ in " --- |" }.joined() + "\n"
  }

  private static func markdown(_ cells: [Cell]) -> String {
    "|" + cells.map { " \(Markdown.escape(Printable.sentence($0.text ?? ""))) |" }.joined() + "\n"
  }

  // MARK: JSON

  private func object(_ cells: [Cell]) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    for (column, cell) in zip(columns, cells) {
      writer.key(column)
      switch cell {
      case .none: writer.null()
      case .text(let text): writer.string(text)
      case .integer(let number): writer.number(Int(number))
      case .flag(let flag): writer.bool(flag)
      }
    }
    writer.endObject()
    return writer.text
  }
}
