import Formats
import Foundation
import Rendering
import Testing

@testable import Answers

@Suite("Questions and their answers")
struct QuestionTableTests {
  @Test("each question of the table is read as it says, and its answer has all parts")
  func table() throws {
    let base = try QuestionBase.shared.get()
    let rows = try QuestionBase.rows()
    #expect(rows.count >= 150)
    for row in rows {
      do {
        #expect(try QuestionBase.described(base.read(row.question)) == row.read, "\(row.question)")
        let text = AnswerPrinter(format: .plain, width: nil)(try base.ask(row.question))
        for part in row.parts {
          let holds =
            part.hasPrefix("!")
            ? !text.contains(part.dropFirst()) : part.split(separator: "|").contains { text.contains($0) }
          #expect(holds, "\(row.question): \(part)\n\(text)")
        }
      } catch let error as Misunderstanding {
        Issue.record("\(row.question): \(error.message)")
      }
    }
  }

  @Test("every answer in JSON follows Schema/answer.schema.json, and so does a misunderstanding")
  func schema() throws {
    let base = try QuestionBase.shared.get()
    let schema = try JSONSchema()
    var texts = try QuestionBase.rows().compactMap { row in
      try? AnswerPrinter(format: .json, width: nil)(base.ask(row.question))
    }
    #expect(texts.count >= 150)
    let print = AnswerPrinter(format: .json, width: nil)
    texts.append(print(try base.answerer.path(from: "NASA", to: "LSA", Scope())))
    texts.append(print(try base.answerer.neighbours(of: "ISECG", Scope())))
    let misunderstanding = #expect(throws: Misunderstanding.self) { try base.ask("chair of ISEGC 2020") }
    if let misunderstanding { texts.append(AnswerPrinter(format: .json, width: nil)(misunderstanding)) }
    for text in texts {
      let problems = try schema.problems(in: JSONSerialization.jsonObject(with: Data(text.utf8)))
      #expect(problems.isEmpty, "\(problems.prefix(3)): \(text.prefix(300))")
    }
  }

  @Test("each list answers as its command does", arguments: commands)
  func typed(question: String, command: @Sendable (Answerer) throws -> Answer) throws {
    let base = try QuestionBase.shared.get()
    var asked = try base.ask(question)
    asked.reading.question = nil
    asked.filetype = nil
    #expect(asked == (try command(base.answerer)), "\(question)")
  }

  /// A question for each list, and what its typed command asks.
  static let commands: [(String, @Sendable (Answerer) throws -> Answer)] = [
    ("who chaired ISECG in 2020", { try $0.chairs(of: "ISECG", Scope(period("2020"))) }),
    (
      "who was chair of ISECG on 9 Sept 2020",
      { try $0.chairs(of: "ISECG", role: "chair", Scope(period("2020-09-09"))) }
    ),
    ("who chairs ISECG", { try $0.chairs(of: "ISECG", Scope(period("now"))) }),
    ("how long did JAXA chair ISECG", { try $0.chairs(of: "ISECG", holder: "JAXA", role: "chair", Scope()) }),
    ("which people chaired CEOS", { try $0.chairs(of: "CEOS", by: .person, Scope()) }),
    ("who preceded CSA as ISECG chair", { try $0.transitions(of: "ISECG", to: "CSA", role: "chair", Scope()) }),
    ("who was Naoki Sato", { try $0.person("Naoki Sato", Scope()) }),
    ("ISECG chair handovers", { try $0.transitions(of: "ISECG", role: "chair", Scope()) }),
    ("who will chair ISECG", { try $0.transitions(of: "ISECG", planned: true, role: "chair", Scope()) }),
    ("who belonged to CEOS in 2016", { try $0.members(of: "CEOS", Scope(period("2016"))) }),
    (
      "was NASA a member of CEOS in 2016",
      { try $0.members(of: "CEOS", party: "NASA", class: "member", Scope(period("2016"))) }
    ),
    ("associates of CEOS", { try $0.members(of: "CEOS", class: "associate", Scope()) }),
    ("Australian members of CEOS", { try $0.members(of: "CEOS", party: "Australia", class: "member", Scope()) }),
    ("how many members did ISECG have in 2020", { try $0.totals(of: "ISECG", class: "member", Scope(period("2020"))) }),
    ("when did LSA join ISECG", { try $0.changes(in: "ISECG", kind: "joined", party: "LSA", Scope()) }),
    ("who joined ISECG since 2015", { try $0.changes(in: "ISECG", kind: "joined", Scope(period("since 2015"))) }),
    ("who left CEOS", { try $0.changes(in: "CEOS", kind: "left", Scope()) }),
    ("what changed in ISECG in 2019", { try $0.changes(in: "ISECG", Scope(period("2019"))) }),
    ("list ISECG meetings", { try $0.meetings(of: "ISECG", Scope()) }),
    ("when is the next ISECG meeting", { try $0.meetings(of: "ISECG", at: MeetingChoice(pick: .next), Scope()) }),
    (
      "who attended the Kyoto meeting of ISECG",
      { try $0.attendance(of: "ISECG", at: MeetingChoice(place: "Kyoto"), Scope()) }
    ),
    ("which ISECG meetings did ISRO attend", { try $0.attendance(of: "ISECG", party: "ISRO", Scope()) }),
    (
      "who was absent from the ISECG meeting of 9 September 2020",
      { try $0.attendance(of: "ISECG", absent: true, Scope(period("2020-09-09"))) }
    ),
    ("which forums does KARI belong to", { try $0.agency("KARI", Scope()) }),
    ("is BNSC the same as UKSA", { try $0.agency("BNSC", same: "UKSA", Scope()) }),
    ("where do the reports disagree about ISECG", { try $0.discrepancies(about: "ISECG", Scope()) }),
    ("conflicting dates for LSA", { try $0.discrepancies(about: nil, of: "LSA", Scope()) }),
    ("how is the ISECG chair chosen", { try $0.office(of: "ISECG") }),
    (
      "what was known about the chair of ISECG by June 2015",
      { try $0.chairs(of: "ISECG", role: "chair", Scope(knownBy: Day(year: 2015, month: 6, day: 30))) }
    ),
    ("which forums do you know", { try $0.forums(Scope()) }),
    ("which reports are there about CEOS", { try $0.reports(about: "CEOS", Scope()) }),
    ("search for rotating chair", { try $0.search("rotating chair", Scope(limit: 20)) }),
    ("who is in both CEOS and ISECG", { try $0.compare("CEOS", "ISECG", Scope()) }),
    (
      "compare the members of ISECG in 2007 and 2020",
      { try $0.compare("ISECG", nil, at: period("2020"), class: "member", Scope(period("2007"))) }
    ),
    ("what do JAXA and NASA have in common", { try $0.compare("JAXA", "NASA", Scope()) }),
    ("did NASA apply to join CEOS", { try $0.changes(in: "CEOS", kind: "applied", party: "NASA", Scope()) }),
    ("export members of ISECG as csv", { try $0.members(of: "ISECG", class: "member", Scope()) }),
  ]

  private static func period(_ text: String) throws -> Period {
    let today = Day(year: 2026, month: 11, day: 25) ?? Day(number: 0)
    return try PeriodReader(today: today).period(text, option: "--in")
  }

  @Test("answers for a reader: one of each list")
  func golden() throws {
    let base = try QuestionBase.shared.get()
    let print = AnswerPrinter(format: .table, width: 100)
    // The forums are the vocabulary's, which grows.
    let questions = Self.commands.map(\.0).filter { !$0.contains("which forums do you know") }
    let text = try questions.map { question in "? \(question)\n\n\(print(try base.ask(question)))" }
    try expectGolden(text.joined(separator: "\n"), "questions.txt")
  }

  @Test(
    "what no report states is never said to be so, and never denied",
    arguments: [
      "was NASA chair of ISECG in 2010", "did NASA chair ISECG in 2011", "is Poland a member of ISECG",
      "was KARI absent in September 2020", "did Roscosmos attend the September 2020 meeting of ISECG",
      "did NASA leave ISECG", "was UKSA a member of CEOS in 2015", "who hosted the Tromsø plenary of CEOS",
    ])
  func unstated(question: String) throws {
    let base = try QuestionBase.shared.get()
    guard let answer = try? base.ask(question) else { return }
    let text = AnswerPrinter(format: .plain, width: nil)(answer)
    #expect(!text.contains("Yes, as reports state"), "\(text)")
    #expect(!text.contains("No, as reports state"), "\(text)")
    #expect(text.contains("not stated") || text.contains("not known") || text.contains("No report"), "\(text)")
  }
}
