import Formats
import Testing

@testable import Answers
@testable import Graph
@testable import Rendering
@testable import Store

@Suite("Answers, printed")
struct AnswerPrinterTests {
  private static let sentence = "The role of Chair\n  passed from the Japan Aerospace Exploration Agency (JAXA) to CSA."

  private static let answer: Answer = {
    let day = Day(year: 2020, month: 9, day: 9) ?? Day(number: 0)
    let handover = Bound(earliest: day, latest: day, edtf: "2020-09-09", isStated: true)
    func term(_ key: String, _ holder: String, _ time: Interval) -> ChairTerm {
      ChairTerm(
        id: "chair/isecg/\(key)", forum: Party(id: "forum/isecg", label: "ISECG"), role: "chair",
        holder: Holder(party: Party(id: "agency/\(holder.lowercased())", label: holder)), time: time, seen: [],
        continuityAssumed: false, ofMeeting: false, termLength: nil, statements: ["s1"])
    }
    let proof = EvidenceItem(
      statement: "s1", kind: "chair", quote: sentence, start: 10, end: 90, report: "https://www.example.org/?p=7",
      title: "Agencies meet", url: "https://www.example.org/?p=7", published: "2020-09-18", isDigest: true,
      rule: "chair.passed")
    var facts = ForumFacts(
      forum: Subject(id: "forum/isecg", label: "ISECG", name: "International Space Exploration Coordination Group"))
    facts.graph.chairTerms = [
      term("jaxa/1", "JAXA", Interval(start: Bound(latest: day), end: handover)),
      term("csa/1", "CSA", Interval(start: handover, end: Bound(earliest: day))),
    ]
    let today = Day(year: 2026, month: 11, day: 25) ?? day
    let year = Period(
      kind: .span, from: Day(year: 2020, month: 1, day: 1), to: Day(year: 2020, month: 12, day: 31), words: "in 2020")
    var answer = ChairsAnswer(today: today)(facts, during: year, question: "who chaired ISECG in 2020")
    for index in answer.facts.indices { answer.facts[index].evidence = [proof] }
    return answer
  }()

  @Test("plain lines")
  func plain() {
    #expect(
      AnswerPrinter(format: .plain, width: nil)(Self.answer) == """
        Read as: who held the chair of ISECG (International Space Exploration Coordination Group) in 2020
        JAXA until 9 September 2020; beginning not stated; possible, then stated [1]
        CSA from 9 September 2020; end not stated (last seen 9 September 2020); stated, then presumed [1]
        When JAXA's term began is not stated in any report.
        When CSA's term ended is not stated in any report; the last day on which one sees CSA in the chair is 9 September 2020.
        [1] "The role of Chair passed from the Japan Aerospace Exploration Agency (JAXA) to CSA."
            digest of Agencies meet, 18 September 2020
            https://www.example.org/?p=7

        """)
  }

  @Test("a table keeps within the terminal", arguments: [60, 80, 120])
  func table(width: Int) {
    let text = AnswerPrinter(format: .table, width: width)(Self.answer)
    #expect(text.contains("HOLDER"))
    #expect(text.contains("\nMore: spacekb evidence chair/isecg/jaxa/1"))
    for line in text.split(separator: "\n") where line.hasPrefix("[1]") || line.hasPrefix("    ") {
      #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
    }
  }

  @Test("JSON that can be read again, with the documented keys")
  func json() throws {
    let text = AnswerPrinter(format: .json, width: nil)(Self.answer)
    let value = try JSONReader(Array(text.utf8), file: "answer").value()
    #expect(
      value.object?.map(\.key) == [
        "understood", "question", "reading", "summary", "facts", "possible", "undated", "nearest", "omitted", "pieces",
        "not_stated", "disagreements", "left_out", "exit",
      ])
    let term = try #require(value["facts"]?.array?.first)
    #expect(
      term.object?.map(\.key) == [
        "id", "name", "forum", "role", "holder", "party_id", "person", "of_meeting", "continuity_assumed", "certainty",
        "from", "to", "last_seen", "stretches", "notes", "evidence",
      ])
    #expect(term["to"]?["edtf"]?.string == "2020-09-09")
    #expect(term["evidence"]?.array?.first?["quote"]?.string == Self.sentence)
    #expect(value["reading"]?["period"]?["edtf"]?.string == "2020")
  }

  @Test("tables for programs have as many cells in each row as columns")
  func rows() {
    let columns = AnswerRows.columns(of: Self.answer)
    for row in AnswerRows.rows(of: Self.answer) { #expect(row.count == columns.count) }
    let csv = AnswerPrinter(format: .csv, width: nil)(Self.answer)
    #expect(csv.split(separator: "\n").count == 3)
    #expect(
      csv.contains(
        "ISECG,chair,JAXA,agency/jaxa,,false,false,in period,stated,,,2020-09-09,2020-09-09,2020-09-09,2020-09-09,"))
  }

  @Test("a question not understood")
  func misunderstood() throws {
    let misunderstanding = Misunderstanding(question: "x", reason: "no", candidates: ["ISECG"])
    #expect(AnswerPrinter(format: .plain, width: nil)(misunderstanding).isEmpty)
    let text = AnswerPrinter(format: .json, width: nil)(misunderstanding)
    let value = try JSONReader(Array(text.utf8), file: "answer").value()
    #expect(value["understood"]?.bool == false)
    #expect(value["did_you_mean"]?.array?.compactMap(\.string) == ["ISECG"])
    #expect(misunderstanding.message == "no; did you mean ISECG?")
  }
}
