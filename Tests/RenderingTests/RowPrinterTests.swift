import Formats
import Testing

@testable import Rendering

@Suite("Rows")
struct RowPrinterTests {
  private func print(_ format: OutputFormat, columns: [String] = ["name", "count"], _ rows: [[Cell]]) -> String {
    var printer = RowPrinter(columns: columns, format: format)
    return rows.map { printer.row($0) }.joined() + printer.end()
  }

  private let rows: [[Cell]] = [[.text("항공우주"), .integer(7)], [.text("a,\"b\"|\nc"), .none]]

  @Test(
    "each format",
    arguments: [
      (OutputFormat.table, "NAME          COUNT\n항공우주          7\na,\"b\"|\\u{A}c\n"),
      (.plain, "name\tcount\n항공우주\t7\na,\"b\"|\\u{A}c\t\n"),
      (.csv, "name,count\n항공우주,7\n\"a,\"\"b\"\"|\nc\",\n"),
      (.jsonl, "{\"name\":\"항공우주\",\"count\":7}\n{\"name\":\"a,\\\"b\\\"|\\nc\",\"count\":null}\n"),
      (.json, "[\n{\"name\":\"항공우주\",\"count\":7},\n{\"name\":\"a,\\\"b\\\"|\\nc\",\"count\":null}\n]\n"),
      (.markdown, "| name | count |\n| --- | --- |\n| 항공우주 | 7 |\n| a,\"b\"\\| c |  |\n"),
    ])
  func formats(format: OutputFormat, text: String) { #expect(print(format, rows) == text) }

  @Test(
    "without rows",
    arguments: [(OutputFormat.table, "NAME  COUNT\n"), (.csv, "name,count\n"), (.json, "[]\n"), (.jsonl, "")])
  func empty(format: OutputFormat, text: String) { #expect(print(format, []) == text) }

  @Test("a row of one empty cell is no empty line")
  func oneEmptyCell() { #expect(print(.csv, columns: ["a"], [[.none]]) == "a\n\"\"\n") }

  @Test("a table of many rows is printed as they come")
  func streams() {
    var printer = RowPrinter(columns: ["n"], format: .table)
    var printed = 0
    for n in 0..<2000 { printed += printer.row([.integer(Int64(n))]).isEmpty ? 0 : 1 }
    #expect(printed > 1000)
    #expect(printer.end().isEmpty)
  }
}
