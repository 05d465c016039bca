import Formats
import Mentions
import Statements

/// Names that several bodies bear, where nothing in the reports tells which is meant: one was taken, and all are named.
struct NameCheck {
  let forum: Party

  func callAsFunction(_ statements: [SourcedStatement]) -> [Discrepancy] {
    var told: [[String]: [SourcedStatement]] = [:]
    var labels: [String: String] = [:]
    for item in statements {
      for name in Statement.Key.allCases.flatMap({ item.statement.names($0) }) where !name.others.isEmpty {
        told[[name.id] + name.others.sorted(by: Row.byteOrder), default: []].append(item)
        labels[name.id] = [labels[name.id], name.label].compactMap(\.self).min(by: Row.byteOrder)
      }
    }
    return told.map { ids, items in
      let others = ids.dropFirst().joined(separator: " or ")
      return Discrepancy(
        id: "discrepancy/name-ambiguous/\(Row.forumKey(forum))/\(Row.key(ids[0]))", kind: .nameAmbiguous, forum: forum,
        subjects: ids, summary: "\(forum.label): \(labels[ids[0]] ?? ids[0]) may be \(others) instead of \(ids[0])",
        statements: Row.ids(items))
    }
  }
}
