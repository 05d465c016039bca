public import Formats
import Knowledge
import Mentions
import Reports

/// Checks the rules against their own examples: each `yes` gives exactly the statements beneath it, each `no` gives none.
///
/// Beneath a `yes` stand statements as `KIND key=value …` with the keys that are to be looked at; of these kinds there may be no others.
/// A `yes` with nothing beneath it only has to be found by its rule; of a rule that `stops`, it gives no statement of the kind.
public struct RuleExamples {
  private let reader: StatementReader

  public init(_ reader: StatementReader) { self.reader = reader }

  /// One problem for each example that does not hold, with file and line.
  public func problems() -> [Problem] {
    reader.language.rules.flatMap { rule in rule.examples.compactMap { problem(rule, $0) } }
  }

  private func problem(_ rule: Rule, _ example: Rule.Example) -> Problem? {
    let report = Report.example(example.text)
    let kinds = rule.productions.map(\.kind)
    if kinds.contains("date") { return dateProblem(rule, example, report) }
    let statements = reader(report)
    let isStop = rule.productions.contains { $0.verb == .stops }
    if isStop, example.expected.isEmpty {
      let found = statements.filter { kinds.contains($0.kind.rawValue) || kinds == ["all"] }
      return found.isEmpty == example.isPositive ? nil : failure(rule, example, statements)
    }
    guard example.isPositive else {
      return statements.contains { $0.rule == rule.name } ? failure(rule, example, statements) : nil
    }
    let expected = example.expected.map(Expectation.init)
    if expected.isEmpty {
      return statements.contains { $0.rule == rule.name } ? nil : failure(rule, example, statements)
    }
    let looked = Set(expected.map(\.kind))
    let found = statements.filter { looked.contains($0.kind.rawValue) }
    let holds = found.count == expected.count && expected.allSatisfy { one in found.contains { one.fits($0) } }
    return holds ? nil : failure(rule, example, found)
  }

  private func dateProblem(_ rule: Rule, _ example: Rule.Example, _ report: Report) -> Problem? {
    let sentences = reader.findMentions(report.text, published: nil).sentences
    let dates = sentences.flatMap(\.table.mentions).compactMap { mention -> String? in
      if case .date(let date) = mention.value { date.edtf(published: nil, past: nil) ?? "relative" } else { nil }
    }
    let expected = example.expected.map { String($0.dropFirst("date ".count)) }
    guard example.isPositive ? dates != expected : !dates.isEmpty else { return nil }
    return problem(rule, example, "gives \(dates)")
  }

  private func failure(_ rule: Rule, _ example: Rule.Example, _ found: [Statement]) -> Problem {
    problem(
      rule, example,
      found.isEmpty ? "gives nothing" : "gives " + found.map(Expectation.describe).joined(separator: "; "))
  }

  private func problem(_ rule: Rule, _ example: Rule.Example, _ message: String) -> Problem {
    Problem(
      code: "RULE-EXAMPLE", place: Place(file: rule.file, line: example.line),
      message: "\(rule.name): \"\(example.text)\" \(message)", exit: .badData)
  }
}

/// A statement as an example has it.
private struct Expectation {
  let kind: String
  let values: [String: String]

  init(_ line: String) {
    var parts: [String] = []
    var part = ""
    var quoted = false
    for character in line {
      switch character {
      case "\"": quoted.toggle()
      case " " where !quoted:
        parts.append(part)
        part = ""
      default: part.append(character)
      }
    }
    parts.append(part)
    kind = parts[0]
    values = Dictionary(
      parts.dropFirst().compactMap { pair in
        let halves = pair.split(separator: "=", maxSplits: 1).map(String.init)
        return halves.count == 2 ? (halves[0], halves[1]) : nil
      }, uniquingKeysWith: { first, _ in first })
  }

  func fits(_ statement: Statement) -> Bool {
    statement.kind.rawValue == kind
      && values.allSatisfy { key, value in
        Statement.Key(rawValue: key).map { statement[$0]?.words == value } ?? false
      }
  }

  static func describe(_ statement: Statement) -> String { "\(statement.words) [\(statement.rule)]" }
}

extension Report {
  /// A report that holds an example sentence and nothing else.
  fileprivate static func example(_ text: String) -> Report {
    Report(key: "example", title: "", text: ReportText(plain: text))
  }
}
