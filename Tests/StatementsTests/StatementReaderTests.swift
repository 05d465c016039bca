import Knowledge
import Mentions
import Reports
import Statements
import Testing

@Suite("Statements")
struct StatementReaderTests {
  static let reader = Result { try StatementReader(language: try Language(.builtIn)) }

  private func read(_ text: String, published: String? = nil) throws -> [Statement] {
    try Self.reader.get()(Report(title: "", text: ReportText(plain: text), published: published))
  }

  @Test("a meeting with its list, a handover, members that joined in between, their total")
  func wholeReport() throws {
    let text = """
      On June 3, 2022, senior managers representing 4 space agencies gathered virtually for a meeting of the Committee on Earth \
      Observation Satellites (CEOS).

      The senior managers took the opportunity to welcome the new members from Norway (NOSA) and Poland (POLSA), which joined CEOS \
      since the last meeting in January, bringing CEOS membership to 36 agencies.

      During the meeting the role of CEOS Chair transitioned from the European Space Agency (ESA) to the Indian Space Research \
      Organisation (ISRO).

      This virtual meeting included representatives from the Norwegian Space Agency (NOSA), Australian Space Agency \
      (ASA)/Australian Commonwealth Scientific and Industrial Research Organisation (CSIRO), European Space Agency (ESA) and Polish \
      Space Agency (POLSA).
      """
    let statements = try read(text, published: "2022-06-10")
    let meetings = statements.filter { $0.kind == .meeting }
    #expect(meetings.map { $0.text(.date) } == ["2022-06-03", "2022-01"])
    #expect(meetings.first?.text(.mode) == "virtual")
    #expect(meetings.first?.number(.represented) == 4)
    let attendances = statements.filter { $0.kind == .attendance }
    #expect(attendances.compactMap { $0.name(.agency)?.label } == ["NOSA", "ASA", "CSIRO", "ESA", "POLSA"])
    #expect(attendances.allSatisfy { $0.text(.date) == "2022-06-03" })
    let joined = statements.filter { $0.kind == .membership }
    #expect(joined.compactMap { $0.name(.member)?.label } == ["NOSA", "POLSA"])
    #expect(joined.allSatisfy { $0.text(.date) == "2022-01/2022-06-03" })
    let total = try #require(statements.first { $0.kind == .membershipTotal })
    #expect(total.number(.count) == 36)
    #expect(total.text(.asOf) == "2022-06-03")
    let chair = try #require(statements.first { $0.kind == .chair })
    #expect(chair.name(.to)?.label == "ISRO")
    #expect(chair.name(.from)?.label == "ESA")
    #expect(chair.text(.date) == "2022-06-03")
    #expect(statements.count == 2 + 5 + 2 + 1 + 1)
  }

  @Test("each quote is the bytes from start to end")
  func evidence() throws {
    let report = Report(
      title: "",
      text: ReportText(plain: "In Tromsø ESA handed over the chair of CEOS to NASA. “CEOS” now has 34 members."))
    for statement in try Self.reader.get()(report) {
      let quoted = report.text.bytes[statement.evidence.start..<statement.evidence.end]
      #expect(Array(quoted) == Array(statement.evidence.quote.utf8))
    }
  }

  @Test(
    "what must give nothing",
    arguments: [
      "China did not attend the plenary.", "ESA hopes to join CEOS.", "The chairman of ISRO opened the conference.",
      "ESA handed over the satellite to EUMETSAT.", "NASA joined the mission.", "",
    ])
  func nothing(text: String) throws {
    #expect(try read(text).filter { $0.kind != .meeting }.isEmpty)
  }
}
