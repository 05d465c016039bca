public import Answers
import Formats

/// Turns an answer into what is printed, in any format.
public struct AnswerPrinter: Sendable {
  private let format: OutputFormat
  private let width: Int?

  /// - Parameter width: columns of the terminal; nil for a pipe.
  public init(format: OutputFormat, width: Int?) {
    self.format = format
    self.width = width
  }

  public func callAsFunction(_ answer: Answer) -> String {
    switch format {
    case .table: AnswerText(width: width ?? 80)(answer)
    case .plain: AnswerText(width: nil)(answer)
    case .json: JSONWriter.text(of: AnswerJSON.value(of: answer), .pretty) + "\n"
    case .jsonl, .csv, .markdown: rows(answer)
    }
  }

  /// Empty for formats that have no place for it; the message then stands on standard error alone.
  public func callAsFunction(_ misunderstanding: Misunderstanding) -> String {
    switch format {
    case .json: JSONWriter.text(of: AnswerJSON.value(of: misunderstanding), .pretty) + "\n"
    case .jsonl: JSONWriter.text(of: AnswerJSON.value(of: misunderstanding)) + "\n"
    default: ""
    }
  }

  private func rows(_ answer: Answer) -> String {
    var printer = RowPrinter(columns: AnswerRows.columns(of: answer), format: format)
    return AnswerRows.rows(of: answer).map { printer.row($0) }.joined() + printer.end()
  }
}
