import Graph
import Mentions
import Statements
import Testing

@Test func aNameOfSeveralIsListed() {
  var name = Told.party("ASA")
  name.others = ["agency/asa-at"]
  let told = ["r1", "r2"].map { report in
    Told.say(.membership, [.member: .names([name]), .event: .text("listed")], in: report)
  }
  let graph = GraphBuilder()(told + [Told.member("B", "listed")])
  #expect(graph.discrepancies.map(\.kind) == [.nameAmbiguous])
  #expect(graph.discrepancies.first?.subjects == ["agency/asa", "agency/asa-at"])
  #expect(graph.discrepancies.first?.statements.count == 2)
}
