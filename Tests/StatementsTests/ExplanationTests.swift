import Formats
import Knowledge
import Mentions
import Reports
import Statements
import Testing

@Suite("Explanation")
struct ExplanationTests {
  static let reader = Result { try StatementReader(language: Language(DataFolder.builtIn)) }

  private func explain(_ text: String, published: String? = nil) throws -> Explanation {
    try Self.reader.get().explain(Report(title: "", text: ReportText(plain: text), published: published))
  }

  @Test("the same statements as reading gives, each with the place of its rule")
  func statements() throws {
    let explanation = try explain(
      "CEOS met in Hanoi on 5 May 2019. At its end ESA handed over the chair of CEOS to NASA. Nothing else was said.")
    let readings = explanation.parts.flatMap(\.readings)
    #expect(readings.map(\.statement) == (try Self.reader.get()(explanation.report)))
    #expect(Set(readings.map(\.statement.kind)) == [.meeting, .chair])
    for reading in readings {
      #expect(reading.rule.file.hasSuffix(".rules"))
      #expect(reading.rule.line ?? 0 > 0)
    }
  }

  @Test("each value tells where it is from")
  func origins() throws {
    let explanation = try explain("NASA and JAXA are members of CEOS.", published: "2020-03-04")
    let values = try #require(explanation.parts.flatMap(\.readings).first).values
    #expect(values.first { $0.key == .member }?.origin == .words)
    #expect(values.first { $0.key == .event }?.origin == .rule)
    #expect(values.first { $0.key == .date }?.origin == .published)
  }

  @Test("what is named does not overlap and lies in its sentence")
  func named() throws {
    for part in try explain(
      "On 5 May 2019 the Canadian Space Agency (CSA) of Canada and 12 others met in Paris, France."
    ).parts {
      var end = part.range.lowerBound
      for named in part.named {
        #expect(named.range.lowerBound >= end && named.range.upperBound <= part.range.upperBound)
        end = named.range.upperBound
      }
      #expect(part.named.map(\.type).contains("date"))
    }
  }
}
