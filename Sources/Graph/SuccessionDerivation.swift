import Mentions
import Statements

/// Which party continues which: from the vocabulary, and from statements; one row a pair.
struct SuccessionDerivation {
  let known: [GraphBuilder.Vocabulary.KnownSuccession]

  func callAsFunction(_ statements: [SourcedStatement]) -> [Succession] {
    var rows: [String: Succession] = [:]
    for entry in known {
      for old in entry.old {
        let id = self.id(old, entry.new)
        rows[id] = Succession(
          id: id, old: old, new: entry.new, time: DateSpan(entry.date)?.asEvent ?? .unknown, how: entry.how,
          isKnown: true, statements: [])
      }
    }
    var told: [String: [SourcedStatement]] = [:]
    for statement in statements where statement.statement.kind == .succession {
      guard let new = statement.statement.name(.new).map(Row.party) else { continue }
      for old in statement.statement.names(.old).map(Row.party) where old.id != new.id {
        let id = self.id(old, new)
        if rows[id] == nil {
          rows[id] = Succession(id: id, old: old, new: new, time: .unknown, how: nil, isKnown: false, statements: [])
        }
        told[id, default: []].append(statement)
      }
    }
    for (id, statements) in told { rows[id]?.take(statements) }
    return rows.values.sorted { Row.byteOrder($0.id, $1.id) }
  }

  private func id(_ old: Party, _ new: Party) -> String { "succession/\(Row.key(old.id))/\(Row.key(new.id))" }
}

extension Succession {
  /// What reports tell fills what the vocabulary leaves open.
  fileprivate mutating func take(_ told: [SourcedStatement]) {
    statements = Row.ids(told)
    how = how ?? Row.choose(told.compactMap { s in s.statement.text(.how).map { (value: $0, by: s) } })
    guard time.isUnknown else { return }
    let spans = told.compactMap { s in DateSpan(s.statement.text(.date)).map { (value: $0, by: s) } }
    let shortest = spans.map(\.value.length).min()
    let date = Row.choose(spans.filter { $0.value.length == shortest }) { $0.text }
    time = date?.asEvent ?? .unknown
  }
}
