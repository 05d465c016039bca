import Formats

/// Which of the parties that are told of continue each other, by the vocabulary: as members, as holders of an office and at
/// a meeting they are one, under the name of the time.
///
/// A party continues the line of another only if that is the only one it continues here: bodies that merged stay apart
/// until they did. A succession that only a report tells of joins nobody; it is listed.
struct PartyLines {
  private var lines: [[PartyName]] = []
  private var positions: [String: Int] = [:]
  /// When the parties ended that are continued, but each in a line of its own.
  private(set) var ends: [String: Bound] = [:]

  init(_ told: some Sequence<Party>, _ steps: SuccessionSteps) {
    let parties = Party.oneForId(Set(told))
    let successors = Successors(parties, steps)
    let byNew = Dictionary(grouping: parties.filter { successors.of[$0.id] != nil }) { successors.of[$0.id]?.id ?? "" }
    var next: [String: Party] = [:]
    for party in parties {
      guard let old = byNew[party.id], old.count == 1, let one = old.first else {
        for one in byNew[party.id] ?? [] { ends[one.id] = successors.of[one.id]?.date }
        continue
      }
      next[one.id] = party
    }
    let continuing = Set(next.values.map(\.id))
    for party in parties.filter({ !continuing.contains($0.id) }) + parties where positions[party.id] == nil {
      var line = [PartyName(party: party)]
      positions[party.id] = lines.count
      while let last = line.last?.party.id, let new = next[last], positions[new.id] == nil {
        line.append(PartyName(party: new, since: successors.of[last]?.date ?? .unknown))
        positions[new.id] = lines.count
      }
      lines.append(line)
    }
  }

  /// The id of the newest party of the line that `id` is in.
  func key(_ id: String) -> String { names(id).last?.party.id ?? id }

  /// The line of a party, the oldest first.
  func names(_ id: String) -> [PartyName] { positions[id].map { lines[$0] } ?? [] }

  /// The newest of several parties of one line.
  func newest(_ parties: some Sequence<Party>) -> Party? { chosen(parties)?.last?.party }

  /// That of several parties of one line whose name held on a day.
  func valid(_ parties: some Sequence<Party>, on day: Day?) -> Party? {
    guard let names = chosen(parties) else { return nil }
    return day.flatMap { names.name(on: $0) } ?? names.last?.party
  }

  private func chosen(_ parties: some Sequence<Party>) -> [PartyName]? {
    let parties = Party.oneForId(Set(parties))
    guard let first = parties.first else { return nil }
    let ids = Set(parties.map(\.id))
    let names = names(first.id).filter { ids.contains($0.party.id) }
    return names.isEmpty ? [PartyName(party: first)] : names
  }
}

/// Who continues whom, and since when, by the vocabulary.
struct SuccessionSteps: Sendable {
  private(set) var next: [String: [(id: String, date: Bound)]] = [:]

  init(_ known: [GraphBuilder.Vocabulary.KnownSuccession]) {
    for succession in known {
      let date = DateSpan(succession.date)?.asEvent ?? .unknown
      for old in succession.old { next[old.id, default: []].append((succession.new.id, date)) }
    }
  }
}

/// The nearest party told of that continues another, over those in between that nobody tells of.
private struct Successors {
  private(set) var of: [String: (id: String, date: Bound)] = [:]

  init(_ parties: [Party], _ steps: SuccessionSteps) {
    let told = Set(parties.map(\.id))
    for party in parties where steps.next[party.id] != nil {
      var seen: Set<String> = [party.id]
      var queue = steps.next[party.id] ?? []
      while !queue.isEmpty, of[party.id] == nil {
        let step = queue.removeFirst()
        guard seen.insert(step.id).inserted else { continue }
        if told.contains(step.id) { of[party.id] = step }
        queue += steps.next[step.id] ?? []
      }
    }
  }
}
