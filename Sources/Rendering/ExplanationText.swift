import Formats
import Reports
public import Statements

/// How a report was read, in lines: each sentence, what it names, and beneath it each statement with its rule and its values.
public struct ExplanationText: Sendable {
  public init() {}

  public func callAsFunction(_ explanation: Explanation) -> String {
    let bytes = explanation.report.text.bytes
    var lines: [String] = []
    for part in explanation.parts {
      lines.append(Printable.sentence(String(decoding: bytes[part.range], as: UTF8.self)))
      if !part.named.isEmpty {
        let named = part.named.map { "\($0.type) \(words(bytes[$0.range]))" }
        lines.append("  names  " + named.joined(separator: " · "))
      }
      for reading in part.readings { lines += self.lines(of: reading) }
      lines.append("")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(of reading: Explanation.Reading) -> [String] {
    let statement = reading.statement
    return [
      "  reads  \(statement.kind.rawValue), bytes \(statement.evidence.start) to \(statement.evidence.end): "
        + Printable.sentence(statement.evidence.quote),
      "         rule \(statement.rule), \(reading.rule.file):\(reading.rule.line ?? 0)",
    ]
      + reading.values.map { value in
        "         \(value.key.rawValue) = \(Printable.sentence(value.words))  (\(Self.words(for: value.origin)))"
      }
  }

  private func words(_ bytes: ArraySlice<UInt8>) -> String {
    "\"" + Printable.sentence(String(decoding: bytes, as: UTF8.self)) + "\""
  }

  static func words(for origin: Explanation.Origin) -> String {
    switch origin {
    case .words: "in these words"
    case .rule: "by the rule"
    case .sentence: "beside them in the sentence"
    case .meeting: "of the meeting"
    case .published: "of the publication"
    case .context: "from elsewhere in the report"
    }
  }
}
