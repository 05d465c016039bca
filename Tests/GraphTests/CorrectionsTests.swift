import Graph
import Mentions
import Statements
import Testing

private func judged(_ key: Statement.Key, _ target: SourcedStatement, in report: String) -> SourcedStatement {
  var statement = target.statement
  statement[key] = .text(target.id)
  statement[.corrects] = .text(target.source.report)
  return SourcedStatement(statement: statement, source: Told.source(report))
}

@Test func aRefutationTakesAStatementOut() throws {
  let (wrong, right) = (Told.chair("B 2015-10-05", in: "r1"), Told.chair("A 2015-10-05", in: "r2"))
  let refutation = judged(.refutes, wrong, in: "c1")
  let graph = GraphBuilder()([wrong, right, refutation])
  #expect(graph.chairTerms.map(\.id) == ["chair/f/a/1"])
  #expect(graph.discrepancies.map(\.kind) == [.refuted])
  #expect(graph.discrepancies.first?.statements == [wrong.id, refutation.id].sorted())
  #expect(graph.discrepancies.first?.summary.contains("stale") == false)
  let refutedAgain = GraphBuilder()([wrong, right, refutation, judged(.refutes, refutation, in: "c2")])
  #expect(refutedAgain.chairTerms.count == 2)
}

@Test func aConfirmationIsAnotherStatement() throws {
  let told = Told.chair("B 2015-10-05", in: "r1")
  let graph = GraphBuilder()([told, judged(.confirms, told, in: "c1")])
  #expect(graph.chairTerms.map(\.statements.count) == [2])
  #expect(graph.discrepancies.isEmpty)
}

/// The report was edited: the same claim has another id, as its version is another.
@Test func correctionsOfAnEditedReport() throws {
  let old = Told.chair("B 2015-10-05", in: "r1")
  var source = Told.source("r1")
  source.version = "v2"
  let new = SourcedStatement(statement: old.statement, source: source)
  let refuted = GraphBuilder()([new, judged(.refutes, old, in: "c1")])
  #expect(refuted.chairTerms.isEmpty)
  #expect(refuted.discrepancies.map(\.kind) == [.refuted])
  #expect(refuted.discrepancies.first?.summary.contains("possibly stale") == true)
  let gone = GraphBuilder()([Told.chair("A 2015-10-05", in: "r1"), judged(.refutes, old, in: "c1")])
  #expect(gone.chairTerms.count == 1)
  #expect(gone.discrepancies.map(\.kind) == [.correctionStale])
  let confirmed = GraphBuilder()([new, judged(.confirms, old, in: "c1")])
  #expect(confirmed.chairTerms.map(\.statements.count) == [2])
  #expect(confirmed.discrepancies.map(\.kind) == [.correctionStale])
}
