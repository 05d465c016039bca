import Formats
import Graph
import Store

/// Lists of members that are whole by the total that the same report states.
struct CompleteLists {
  private var lists: [Int: [Set<String>]] = [:]

  /// - Parameter evidence: the statements behind totals and listings.
  init(_ graph: Graph, evidence: [EvidenceItem]) {
    let reports = Dictionary(evidence.map { ($0.statement, $0.report) }) { first, _ in first }
    let listings = graph.membershipEvents.filter { $0.kind == .listed && !$0.isPlanned }
    for total in graph.membershipTotals where total.unit == nil && !total.isApproximate {
      guard let year = total.asOf.year else { continue }
      let fits = graph.discrepancies.contains { $0.kind == .entriesDiffer && $0.subjects.contains(total.id) }
      for report in Set(total.statements.compactMap { reports[$0] }) {
        let parties = Set(
          listings.filter { listing in
            listing.class == total.class ?? "member" && listing.time.year == year
              && listing.statements.contains { reports[$0] == report }
          }.map(\.party.id))
        if parties.count == total.count || fits && !parties.isEmpty { lists[year, default: []].append(parties) }
      }
    }
  }

  /// The ids of the parties of each list of a year.
  func parties(in year: Int) -> [Set<String>] { lists[year] ?? [] }
}

extension Bound {
  /// The year in which all of it lies.
  fileprivate var year: Int? { earliest?.year == latest?.year ? earliest?.year : nil }
}
