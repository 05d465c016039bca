import Formats

/// Numbers in a row against the order in time: the n-th member joined, and the n-th meeting was held, before the next.
struct OrdinalCheck {
  let forum: Party

  private struct Link {
    var id: String
    var words: String
    var ordinal: Int
    var time: Bound
    var statements: [String]
  }

  /// The joinings of one class; meetings of one name and level.
  func callAsFunction(_ memberships: [Membership], _ meetings: [Meeting]) -> [Discrepancy] {
    let joined = memberships.compactMap { row -> (key: String, link: Link)? in
      guard let ordinal = row.ordinal else { return nil }
      let words = "\(row.party.label) as \(row.class) \(ordinal)"
      let link = Link(
        id: row.id, words: words, ordinal: ordinal, time: row.time.start.isStated ? row.time.start : .unknown,
        statements: row.statements)
      return ("joined " + row.class, link)
    }
    let held = meetings.compactMap { row -> (key: String, link: Link)? in
      guard let ordinal = row.ordinal else { return nil }
      let link = Link(
        id: row.id, words: "meeting \(ordinal)\(row.date.map { " of \($0)" } ?? "")", ordinal: ordinal,
        time: Bound(earliest: row.time.start.earliest, latest: row.time.end.latest), statements: row.statements)
      return ("met \(row.name ?? "") \(row.level ?? "")", link)
    }
    let chains = Dictionary(grouping: joined + held, by: \.key)
    return chains.keys.sorted(by: Row.byteOrder).flatMap { check((chains[$0] ?? []).map(\.link)) }
  }

  /// Each link against the next by number.
  private func check(_ chain: [Link]) -> [Discrepancy] {
    let sorted = chain.sorted { a, b in
      (a.ordinal, a.time.earliest?.number ?? Int.max, a.id) < (b.ordinal, b.time.earliest?.number ?? Int.max, b.id)
    }
    return zip(sorted, sorted.dropFirst()).compactMap { one, next in
      let isLater = one.time.earliest.flatMap { day in next.time.latest.map { day > $0 } } ?? false
      guard one.ordinal == next.ordinal || isLater else { return nil }
      return Discrepancy(
        id: "discrepancy/ordinal-differs/\(next.id)", kind: .ordinalDiffers, forum: forum, subjects: [one.id, next.id],
        summary: "\(forum.label): \(one.words), but \(next.words)",
        statements: Set(one.statements + next.statements).sorted(by: Row.byteOrder))
    }
  }
}
