import Knowledge

/// Holders in sequence, each with its own time or without: `P of A in 1999, Q (B) in 2000 and R, head of C, from 2001 to 2003`.
struct HolderList {
  let finder: HolderFinder

  private struct Item {
    let found: HolderFinder.Found
    var dates: [DateValue]
    var isDateFirst = false
    var end: Int

    /// One for each of its times.
    var holders: [Holder] {
      if dates.isEmpty { return [found.holder] }
      return dates.map { date in
        var holder = found.holder
        holder.date = date
        return holder
      }
    }
  }

  /// The list that begins at this token; nil if nothing more than one holder or plain parties stand there.
  func list(at start: Int) -> (items: [Holder], end: Int)? {
    var items: [Item] = []
    var i = start
    while let item = item(at: items.isEmpty ? i : lead(i), after: items.last) {
      items.append(item)
      guard let next = separator(item.end) else { break }
      i = next
    }
    // `A and B in 2023`: the time of both is none of the list.
    if items.count > 1, let last = items.last, last.dates.count == 1, !last.isDateFirst,
      items.dropLast().allSatisfy({ $0.dates.isEmpty })
    {
      items[items.count - 1].dates = []
      items[items.count - 1].end = last.found.end
    }
    let holders = items.flatMap(\.holders)
    guard holders.count > 1, holders.contains(where: { $0.person != nil || $0.date != nil }) else { return nil }
    return (holders, items.last?.end ?? start)
  }

  /// One holder with its time; of several readings the fullest behind which the list goes on.
  private func item(at start: Int, after last: Item?) -> Item? {
    let prefix = finder.date(at: start)
    let i = prefix.map { isMark($0.end) ? $0.end + 1 : $0.end } ?? start
    var fullest: Item?
    for found in finder.all(at: i) {
      for item in readings(found, prefix?.date) where last.map({ goesOn($0, item) }) ?? true {
        if fullest == nil { fullest = item }
        if let next = separator(item.end), begins(at: lead(next)) { return item }
      }
    }
    return fullest
  }

  /// Items of a list are alike: `P of A and B` is no list of two, `A in 1999, … B` neither.
  private func goesOn(_ last: Item, _ item: Item) -> Bool {
    if !last.dates.isEmpty || !item.dates.isEmpty { return last.dates.isEmpty == item.dates.isEmpty }
    let isFirst = (last.found.isPersonFirst, item.found.isPersonFirst)
    return isFirst.0 == isFirst.1 || isFirst.0 && item.found.holder.person != nil
  }

  /// With the time behind it, where there is one, and without.
  private func readings(_ found: HolderFinder.Found, _ prefix: DateValue?) -> [Item] {
    if let prefix { return [Item(found: found, dates: [prefix], isDateFirst: true, end: found.end)] }
    if let date = found.holder.date { return [Item(found: found, dates: [date], end: found.end)] }
    var result: [Item] = []
    if let (date, end) = finder.date(behind: found.end) {
      // `Norway in 2020 and 2021`
      var dated = Item(found: found, dates: [date], end: end)
      while let next = separator(dated.end), let another = finder.date(at: next),
        !begins(at: separator(another.end) ?? another.end)
      {
        dated.dates.append(another.date)
        dated.end = another.end
      }
      result.append(dated)
    }
    return result + [Item(found: found, dates: [], end: found.end)]
  }

  private func begins(at i: Int) -> Bool {
    let start = finder.date(at: i).map { isMark($0.end) ? $0.end + 1 : $0.end } ?? i
    return !finder.all(at: start).isEmpty
  }

  private func separator(_ i: Int) -> Int? {
    let end = run(i, "separator")
    return end > i ? end : nil
  }

  private func lead(_ i: Int) -> Int { run(i, "lead") }

  private func run(_ start: Int, _ list: String) -> Int {
    let parties = finder.lists.parties
    var i = start
    while let length = parties.language.listed(parties.tokens, at: i, list) { i += length }
    return i
  }

  private func isMark(_ i: Int) -> Bool {
    let parties = finder.lists.parties
    return [":", "-", "–", ","].contains { parties.isWord(i, $0) }
  }
}
