import Reports

extension StatementReader {
  /// The statements that a correction makes: those that rules read from its sentence, or the one that it judges again.
  func statements(of correction: Correction, in report: Report) -> [Statement] {
    let body = report.title.isEmpty ? 0 : report.title.utf8.count + 2
    if correction.verdict == .add {
      var sentence = report
      sentence.text = ReportText(title: report.title, plain: correction.sentence)
      return read(sentence).statements.filter { $0.evidence.start >= body }
    }
    let evidence = Evidence(
      start: body, end: report.text.bytes.count, quote: report.text.slice(body..<report.text.bytes.count))
    let rule = "correction.\(correction.verdict.rawValue)"
    guard let says = correction.says, var statement = Statement(json: says, evidence: evidence, rule: rule) else {
      return []
    }
    statement[correction.verdict == .confirm ? .confirms : .refutes] = correction.statement.map { .text($0) }
    statement[.corrects] = correction.report.map { .text($0) }
    return [statement]
  }
}
