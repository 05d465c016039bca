import Knowledge
import Rendering
import Reports
import Statements
import Testing

@Suite("Pages of explanations")
struct ExplanationPageTests {
  static let reader = Result { try StatementReader(language: Language(.builtIn)) }

  private func explain(_ text: String) throws -> Explanation {
    try Self.reader.get().explain(Report(title: "<b>T</b>", text: ReportText(title: "<b>T</b>", plain: text)))
  }

  @Test("nothing of a report is markup or moves the cursor")
  func page() throws {
    let page = ExplanationHTML()(try explain("NASA & JAXA are <script>members</script> of CEOS.\u{1B}"))
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;"))
    #expect(page.contains(" &amp; "))
    #expect(page.contains("<mark class=\"forum\" title=\"forum\">CEOS</mark>"))
    #expect(!page.contains("\u{1B}"))
  }

  @Test("in lines: the sentence, the names, the rule with its place")
  func lines() throws {
    let text = ExplanationText()(try explain("NASA and JAXA are members of CEOS."))
    #expect(text.contains("NASA and JAXA are members of CEOS.\n  names  "))
    #expect(text.contains("forum = CEOS  (beside them in the sentence)"))
    #expect(text.contains(".rules:"))
  }
}
