import Formats
import Store
import Testing

@testable import Answers
@testable import Graph

@Suite("Network")
struct NetworkBuilderTests {
  private static let facts: ForumFacts = {
    var facts = Facts.handover
    facts.graph.memberships = [
      Facts.member("CSA", Facts.stated("2008-05-05")), Facts.member("AEB", Facts.stated("2020-09-09")),
      Facts.member("ISA", .unknown),
    ]
    var person = Facts.term("someone/1", "X", Facts.stated("2020-01-01"), .unknown)
    person.holder = Holder(person: "Some One")
    facts.graph.chairTerms.append(person)
    return facts
  }()

  private static func network(_ period: Period = .ever, _ fill: (inout NetworkBuilder) -> Void = { _ in }) -> Network {
    var builder = NetworkBuilder(period: period, today: Facts.day("2026-11-25"))
    builder.add(facts)
    fill(&builder)
    return builder.network()
  }

  private static func words(_ network: Network) -> [String] {
    network.edges.map { edge in
      [edge.relation.rawValue, edge.source, edge.target, edge.certainty?.rawValue].compactMap(\.self)
        .joined(separator: " ").replacing("agency/", with: "").replacing("forum/", with: "")
    }
  }

  @Test("an edge for each row, a node for each end, persons too")
  func whole() {
    let network = Self.network()
    #expect(
      Self.words(network) == [
        "member_of aeb isecg", "member_of csa isecg", "member_of isa isecg", "held csa isecg", "held jaxa isecg",
        "held person/some-one isecg",
      ])
    #expect(network.nodes.map(\.kind) == ["agency", "agency", "agency", "agency", "forum", "person"])
  }

  @Test("of a day: how sure each is, the undated ones kept, what was not yet or no more left out")
  func day() {
    #expect(
      Self.words(Self.network(.day(Facts.day("2020-06-01")))) == [
        "member_of csa isecg presumed", "member_of isa isecg possible", "held jaxa isecg possible",
        "held person/some-one isecg presumed",
      ])
  }

  @Test("what continues a node, and the forum that one is a part of if it is there")
  func vocabulary() {
    let network = Self.network { builder in
      func party(_ key: String) -> Party { Party(id: "agency/\(key)", label: key) }
      builder.add([
        Succession(id: "succession/nasda/jaxa", old: party("nasda"), new: party("jaxa")),
        Succession(id: "succession/isas/nasda", old: party("isas"), new: party("nasda")),
      ])
      builder.add(
        VocabularyRow(id: "forum/isecg", kind: .forum, label: "ISECG", name: "In full", parent: "forum/none"), iso3: nil
      )
      builder.add(VocabularyRow(id: "agency/csa", kind: .agency, label: "CSA", parent: "forum/isecg"), iso3: "CAN")
    }
    #expect(Self.words(network).suffix(2) == ["part_of csa isecg", "continues jaxa nasda"])
    #expect(network.nodes.first { $0.id == "agency/csa" }?.iso3 == "CAN")
    #expect(network.nodes.first { $0.id == "forum/isecg" }?.entry?.name == "In full")
  }
}
