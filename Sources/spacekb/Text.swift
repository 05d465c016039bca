import ArgumentParser
import Formats
import Reports

/// `spacekb text`: what evidence points into.
struct Text: Command {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Print the text of reports as evidence counts it: title, blank line, body.",
    discussion: """
      EXAMPLES
        spacekb text post.json
        spacekb text page.html | head -20

      In a pipe or a file the bytes are exactly those that start and end of a statement's evidence count. Several reports are separated by one
      form feed (U+000C).
      \(ExitCodes.table)
      """)

  @OptionGroup var report: ReportOptions

  @Argument(help: "Files, folders (all below them), or - for standard input.", completion: .file())
  var paths: [String]

  func run(_ console: Console) throws -> Exit {
    var inputs = try ReportInputs(paths, report)
    var isFirst = true
    return try inputs.forEach(console) { report in
      if !isFirst { try console.out.write([0x0C]) }
      isFirst = false
      try console.out.write(console.out.isTerminal ? Self.shown(report.text.bytes) : report.text.bytes)
    }
  }

  /// For a terminal, on which nothing in a report may move the cursor or hide a line.
  private static func shown(_ bytes: [UInt8]) -> [UInt8] {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { Visible.text(String(decoding: $0, as: UTF8.self)) }.joined(separator: "\t")
    }
    return lines.flatMap { Array($0.utf8) + [0x0A] }
  }
}
