import Formats
import Knowledge
import Statements
import Testing

@Suite("Rules")
struct RuleExamplesTests {
  @Test("every example of every rule holds")
  func examples() throws {
    let problems = RuleExamples(try StatementReader(language: Language(.builtIn))).problems()
    #expect(problems.map(\.description) == [])
  }
}
