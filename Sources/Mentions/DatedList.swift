import Knowledge

/// Parties with a date for each in sequence: `A and B came in February, C in April; D and E signed on 30 May`.
struct DatedList {
  let lists: ListFinder

  /// Parties and the date behind them, with the word of joining between them where there is one.
  private struct Part {
    let start: Int
    let end: Int
    let items: [PartyItem]
    let isJoining: Bool
  }

  /// Adds runs of two parts and more: as `joiners` where a word of the list `joinword` tells that they joined, else as `dated`.
  func callAsFunction(_ table: inout MentionTable) {
    guard lists.dates.count > 1 else { return }
    var run: [Part] = []
    var i = 0
    while i < lists.parties.tokens.count {
      guard let part = part(at: i) else {
        i += 1
        continue
      }
      if let last = run.last, !isNext(part.start, behind: last.end) {
        add(run, &table)
        run = []
      }
      run.append(part)
      i = part.end
    }
    add(run, &table)
  }

  private func add(_ run: [Part], _ table: inout MentionTable) {
    guard let first = run.first, let last = run.last, run.count > 1 else { return }
    let type = run.contains(where: \.isJoining) ? MentionType.joiners : .dated
    table.add(Mention(type: type, tokens: first.start..<last.end, value: .parties(run.flatMap(\.items))))
  }

  /// The parties at this token and the date at most six tokens behind them, with no other party between.
  private func part(at start: Int) -> Part? {
    guard let list = lists.list(at: start), list.parts.first?.start == start else { return nil }
    var isJoining = false
    var end = list.end
    while lists.dates[end] == nil {
      guard end < list.end + 6, end < lists.parties.tokens.count, lists.parties.party(at: end) == nil,
        !lists.parties.isWord(end, "."), !lists.parties.isWord(end, ";")
      else { return nil }
      let length = lists.parties.language.listed(lists.parties.tokens, at: end, "joinword")
      isJoining = isJoining || length != nil
      end += max(1, length ?? 1)
    }
    guard let (dateEnd, date) = lists.dates[end] else { return nil }
    let items = list.items.map { PartyItem(name: $0.name, range: $0.range, date: $0.date ?? date) }
    return Part(start: start, end: dateEnd, items: items, isJoining: isJoining)
  }

  /// Whether at most three tokens of separators and small words part a date from the next parties.
  private func isNext(_ start: Int, behind end: Int) -> Bool {
    guard start - end <= 3, start > end else { return false }
    return (end..<start).allSatisfy { i in
      !lists.parties.isWord(i, ".") && !lists.parties.tokens[i].isCapitalized
    }
  }
}
