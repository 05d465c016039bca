import Formats
import Knowledge
import Reports
import Statements
import Testing

private func read(_ correction: Correction) throws -> (report: Report, statements: [Statement]) {
  let outcome = ReportReader()(correction.record(published: "2021-05-01"), file: "c.json")
  let report = try #require(outcome.values.first)
  return (report, try StatementReader(language: Language(.builtIn))(report))
}

@Test func aSentenceIsAddedByHand() throws {
  let sentence = "On 2 May 2013 the Canadian Space Agency (CSA) took over the chair of ISECG from JAXA."
  let correction = Correction(
    .add, sentence: sentence, author: "A. Byron",
    reason: "On 3 May 2014 the European Space Agency (ESA) took over the chair of ISECG from CSA.", source: "minutes")
  let (report, statements) = try read(correction)
  #expect(report.correction == correction)
  #expect(statements.map { $0.text(.date) } == ["2013-05-02"])
  #expect(statements.allSatisfy { report.text.slice($0.evidence.start..<$0.evidence.end) == $0.evidence.quote })
}

@Test(arguments: [Correction.Verdict.confirm, .refute])
func aStatementIsJudgedByHand(verdict: Correction.Verdict) throws {
  let text = "On 2 May 2013 the Canadian Space Agency (CSA) took over the chair of ISECG from JAXA."
  let report = Report(url: "https://a.example/1", title: "", text: ReportText(plain: text))
  let told = try #require(try StatementReader(language: Language(.builtIn))(report).first)
  let (judging, statements) = try read(
    Correction(
      verdict, sentence: told.evidence.quote, statement: "0123456789abcdef", report: report.key, says: told.json,
      author: "A. Byron", reason: "I was there", source: "https://b.example/"))
  let statement = try #require(statements.first)
  #expect(statements.count == 1)
  #expect(statement.text(verdict == .confirm ? .confirms : .refutes) == "0123456789abcdef")
  #expect(statement.text(.corrects) == "https://a.example/1")
  var same = statement
  for key in [Statement.Key.confirms, .refutes, .corrects] { same[key] = nil }
  #expect(same.words == told.words)
  #expect(statement.evidence.quote == judging.text.slice(statement.evidence.start..<statement.evidence.end))
  #expect(statement.evidence.quote.contains("I was there"))
}

@Test(
  "records that are no correction",
  arguments: [
    (#"{"correction":"deny","sentence":"a","author":"b","reason":"c","source":"d"}"#, "CORRECTION"),
    (#"{"correction":"add","sentence":" ","author":"b","reason":"c","source":"d"}"#, "CORRECTION"),
    (#"{"correction":"add","sentence":"a","author":"b","reason":"c"}"#, "JSON-MISSING"),
    (#"{"correction":"refute","sentence":"a","author":"b","reason":"c","source":"d"}"#, "CORRECTION"),
    (#"{"correction":1,"sentence":"a","author":"b","reason":"c","source":"d"}"#, "JSON-TYPE"),
  ])
func badCorrections(record: String, code: String) {
  let outcome = ReportReader()(Array(record.utf8), file: "c.json")
  #expect(outcome.values.isEmpty)
  #expect(outcome.problems.map(\.code) == [code])
}
