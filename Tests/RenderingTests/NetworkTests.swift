import Formats
import Testing

@testable import Answers
@testable import Graph
@testable import Rendering
@testable import Store

@Suite("Networks as GraphML and Turtle")
struct NetworkTests {
  private static let network: Network = {
    let names = ["A & B <c> \"d\" 'e'", "tab\tand line\nand back\\slash", "한국항공우주연구원", "plain"]
    let nodes = names.enumerated().map { index, name in Network.Node(id: "agency/?n \(index)é<>", label: name) }
    let forum = Network.Node(id: "forum/f", label: "FORUM")
    let start = Bound(
      earliest: TimelineSample.day("2020-03-01"), latest: TimelineSample.day("2020-09-09"),
      edtf: "[2020-03-01..2020-09-09]", isStated: true)
    // Two edges between the same two nodes.
    let edges = nodes.flatMap { node in
      [Network.Relation.memberOf, .held].map { relation in
        Network.Edge(
          id: "\(relation.rawValue)/\(node.id)", relation: relation, source: node.id, target: forum.id,
          class: relation == .held ? "chair" : "member", person: relation == .held ? "O'Neill" : nil,
          time: Interval(start: start, end: .unknown), statements: ["s1"])
      }
    }
    return Network(nodes: nodes + [forum], edges: edges, evidence: ["s1": TimelineSample.proof])
  }()

  private static func text(_ write: (Network, (String) throws -> Void) throws -> Void) throws -> String {
    var text = ""
    try write(network) { text += $0 }
    return text
  }

  @Test("GraphML read back has the nodes and edges, and the values of each")
  func readBack() throws {
    let elements = Elements(try Self.text { try GraphML()($0, to: $1) })
    #expect(elements.named("node").map { $0.tag["id"] } == Self.network.nodes.map(\.id))
    #expect(elements.named("edge").map { $0.tag["id"] } == Self.network.edges.map(\.id))
    #expect(elements.named("edge").map { $0.tag["source"] } == Self.network.edges.map(\.source))
    func data(_ key: String) -> [String] {
      elements.named("data").filter { $0.tag["key"] == key }.map { String($0.text.prefix { !$0.isNewline }) }
    }
    // What XML has no place for is shown.
    #expect(data("node_label") == Self.network.nodes.map { Visible.text($0.label) })
    #expect(Set(data("edge_from_edtf")) == ["[2020-03-01..2020-09-09]"] && data("edge_to_edtf").isEmpty)
    #expect(Set(data("edge_from_latest")) == ["2020-09-09"] && data("edge_person").count == 4)
    let keys = Set(elements.named("key").map { $0.tag["id"] })
    #expect(Set(elements.named("data").map { $0.tag["key"] }).isSubset(of: keys))
  }

  @Test("Turtle: names and texts are escaped")
  func turtle() throws {
    let text = try Self.text { try Turtle()($0, to: $1) }
    #expect(Turtle.name("agency/?n 0é<>") == "<urn:spacekb:agency/%3Fn%200%C3%A9%3C%3E>")
    #expect(Turtle.literal("a\"\\\n\u{7}é") == #""a\"\\\n\u0007é""#)
    #expect(text.contains(#"skos:prefLabel "tab\tand line\nand back\\slash" ."#))
    #expect(text.contains("<https://www.example.org/?p=7> a prov:Entity"))
    #expect(text.contains(#"kb:from_edtf "[2020-03-01..2020-09-09]"^^edtf:EDTF ;"#))
    #expect(text.split(separator: "\n").allSatisfy { $0.hasSuffix(".") || $0.hasSuffix(";") })
  }
}
