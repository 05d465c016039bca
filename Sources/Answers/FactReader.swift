import Formats
import Graph
import Store

/// Reads what is known of forums: all of it, or what was known by a day.
struct FactReader {
  /// The lists of a graph that an answer may need.
  enum Part {
    case chairTerms, transitions, memberships, events, totals, meetings, attendances, successions, discrepancies
  }

  let base: KnowledgeBase
  /// Only what reports published by then tell; nil: everything.
  let knownBy: Day?

  func callAsFunction(_ forum: String, _ parts: Set<Part>) throws(Problem) -> ForumFacts {
    let row = try base.vocabularyRow(id: forum)
    return ForumFacts(
      forum: Subject(id: forum, label: row?.label ?? forum, name: row?.name), founded: row?.founded,
      graph: try graph(of: forum, parts))
  }

  private func graph(of forum: String, _ parts: Set<Part>) throws(Problem) -> Graph {
    if let knownBy { return try base.graph(ofForum: forum, knownBy: knownBy) }
    var graph = Graph()
    for part in parts {
      switch part {
      case .chairTerms: graph.chairTerms = try base.chairTerms(forum: forum)
      case .transitions: graph.chairTransitions = try base.transitions(forum: forum)
      case .memberships: graph.memberships = try base.memberships(forum: forum)
      case .events: graph.membershipEvents = try base.membershipEvents(forum: forum)
      case .totals: graph.membershipTotals = try base.totals(forum: forum)
      case .meetings: graph.meetings = try base.meetings(forum: forum)
      case .attendances: graph.attendances = try base.attendances(forum: forum)
      case .successions: graph.successions = try base.successions()
      case .discrepancies: graph.discrepancies = try base.discrepancies(forum: forum)
      }
    }
    return graph
  }

  /// The reports that are left out of what was known by a day though they may have been there: those without a date that
  /// says. With `forum` only those that are about it.
  func leftOut(_ forum: String?) throws(Problem) -> [Subject] {
    guard let knownBy else { return [] }
    return try base.reports().filter { report in
      guard forum.map({ id in report.forums.contains { $0.id == id } }) ?? true else { return false }
      return Self.isUnclear(report.published, knownBy)
    }
    .map { Subject(id: $0.key, label: $0.title.isEmpty ? $0.key : $0.title) }
  }

  /// Whether a report was published by the day; nil if its date does not say.
  static func isKnown(_ published: String?, by day: Day) -> Bool? {
    guard let date = published.flatMap({ try? EDTF(String($0.prefix(10))) }), let first = date.earliest,
      let last = date.latest
    else { return nil }
    return last <= day ? true : first > day ? false : nil
  }

  private static func isUnclear(_ published: String?, _ day: Day) -> Bool { isKnown(published, by: day) == nil }
}
