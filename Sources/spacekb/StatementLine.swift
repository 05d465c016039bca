import Formats
import Mentions
import Statements

/// A statement as a line of JSON Lines: kind, values in the order of their keys, evidence, rule and report.
enum StatementLine {
  /// Keys that are lists even with one name.
  private static let lists: Set<Statement.Key> = [.host, .old]

  static func bytes(_ statement: Statement, report: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("kind", statement.kind.rawValue)
    for key in Statement.Key.allCases {
      guard let value = statement.values[key] else { continue }
      switch value {
      case .text(let text): writer.member(key.rawValue, text)
      case .number(let number): writer.member(key.rawValue, number)
      case .flag(let flag): writer.member(key.rawValue, .bool(flag))
      case .names(let names): write(names, key, &writer)
      }
    }
    writer.key("evidence")
    writer.beginObject()
    writer.member("start", statement.evidence.start)
    writer.member("end", statement.evidence.end)
    writer.member("quote", statement.evidence.quote)
    writer.endObject()
    writer.member("rule", statement.rule)
    writer.member("report", report)
    writer.endObject()
    writer.newline()
    return writer.bytes
  }

  /// The canonical names, then the forms in the text if any differs.
  private static func write(_ names: [Name], _ key: Statement.Key, _ writer: inout JSONWriter) {
    guard let first = names.first else { return }
    let isList = lists.contains(key) || names.count > 1
    let hasOther = names.contains { $0.asWritten != nil }
    if isList {
      writer.member(key.rawValue, .array(names.map { .string($0.label) }))
      if hasOther {
        writer.member("\(key.rawValue)_as_written", .array(names.map { .string($0.asWritten ?? $0.label) }))
      }
    } else {
      writer.member(key.rawValue, first.label)
      writer.member("\(key.rawValue)_as_written", first.asWritten)
    }
  }
}
