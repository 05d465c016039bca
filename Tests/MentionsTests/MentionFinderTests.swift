import Formats
import Knowledge
import Mentions
import Reports
import Testing

@Suite("Mentions")
struct MentionFinderTests {
  static let finder = Result { try MentionFinder(language: try Language(.builtIn)) }

  private func mentions(_ text: String) throws -> [Mention] {
    try Self.finder.get()(ReportText(plain: text), published: nil).sentences.flatMap(\.table.mentions)
  }

  @Test(
    "English dates",
    arguments: [
      ("on 9 September 2020", "2020-09-09"), ("on September 9, 2020", "2020-09-09"),
      ("18 and 19 March 2019", "2019-03-18/2019-03-19"),
      ("from 29 April to 2 May 2024", "2024-04-29/2024-05-02"), ("24-28th of April 2018", "2018-04-24/2018-04-28"),
      ("in March 2020", "2020-03"), ("at the end of 2020", "2020"), ("about 2013", "2013~"), ("the 1980s", "198X"),
      ("18.09.2022", "2022-09-18"), ("2024.10.18", "2024-10-18"), ("31/03/2017", "2017-03-31"),
      ("October 29 – 20, 2014", "2014-10-29"),
      ("on 31 February 2020", nil), ("10 March", "XXXX-03-10"),
      ("November 30 to December 2, 2022", "2022-11-30/2022-12-02"),
    ])
  func date(text: String, expected: String?) throws {
    let dates = try mentions("The plenary was held \(text).").compactMap { mention -> String? in
      if case .date(let date) = mention.value { date.edtf(published: nil, past: nil) } else { nil }
    }
    if let expected { #expect(dates == [expected]) } else { #expect(!dates.contains { $0.count == 10 }) }
  }

  @Test(
    "parties in their odd forms",
    arguments: [
      ("the Brazilian Space Agency (AEB) and ESA", ["AEB", "ESA"]),
      (
        "Australian Space Agency (ASA)/Commonwealth Scientific and Industrial Research Organisation (CSIRO)",
        ["ASA", "CSIRO"]
      ),
      ("Geo-Informatics and Space Technology Development Agency (GISTDA, Thailand) and ESA", ["GISTDA", "ESA"]),
      ("Brazil (AEB), Canada (CSA) and Europe (ASI, CNES)", ["AEB", "CSA", "ASI", "CNES"]),
      (
        "US National Aeronautics and Space Administration (NASA), Japan and the European Space Agency",
        ["NASA", "Japan", "ESA"]
      ),
      ("Russian State Space Cooperation (Roscosmos), UK Space Agency (UKSA)", ["Roscosmos", "UKSA"]),
      ("the Lunar Institute of Ruritania (LIRU) and NASA", ["LIRU", "NASA"]),
    ])
  func parties(text: String, labels: [String]) throws {
    let longest = try mentions("Present were \(text).").compactMap { mention -> [String]? in
      if case .parties(let items) = mention.value { items.map(\.name.label) } else { nil }
    }.max { $0.count < $1.count }
    #expect(longest == labels)
  }

  @Test("a text cut at every byte: no trap, no range outside")
  func cut() throws {
    let finder = try Self.finder.get()
    let text =
      "On 9 September 2020 CEOS (the “Committee”) met in Tromsø, Norway: ESA, NASA and the SIT-33 (Dr. A. B. Ørsted)."
    let bytes = Array(text.utf8)
    for end in stride(from: 0, through: bytes.count, by: 1) {
      let part = String(decoding: bytes[..<end], as: UTF8.self)
      let report = ReportText(plain: part)
      for marked in finder(report, published: nil).sentences {
        #expect(marked.sentence.range.upperBound <= report.bytes.count)
        for mention in marked.table.mentions { #expect(mention.tokens.upperBound <= marked.sentence.tokens.count) }
      }
    }
  }
}
