import Knowledge

/// Holders in a table under the name of their office: `Chair | State | From | To` and the rows beneath.
struct HolderTable {
  /// A row of a table with what its cells name.
  struct Row {
    let tokens: [Token]
    let table: MentionTable
    let finder: HolderFinder
  }

  /// The word of the mark between cells.
  let border: Int32

  /// The holders of each office that the head names, with the end of its cell; none if it names none.
  func callAsFunction(head: Row, rows: () -> [Row]) -> [(end: Int, holders: [Holder])] {
    let cells = head.tokens.cells(border: border)
    let offices = cells.indices.filter { isOffice(cells[$0], head) }
    guard cells.count > 1, !offices.isEmpty else { return [] }
    let rows = rows()
    return offices.compactMap { column in
      let cell = cells[column]
      let holders = rows.compactMap { holder(in: column, of: $0) }
      return holders.isEmpty ? nil : (cell.upperBound, holders)
    }
  }

  /// A cell that names an office and nobody.
  private func isOffice(_ cell: Range<Int>, _ row: Row) -> Bool {
    let names = row.table.mentions.filter { cell.overlaps($0.tokens) }
    return cell.count <= 5 && names.contains { $0.type.name == "role" }
      && !names.contains { $0.type == .person || $0.type == .party || $0.type == .date }
  }

  private func holder(in column: Int, of row: Row) -> Holder? {
    let cells = row.tokens.cells(border: border)
    guard column < cells.count,
      let found = row.finder.all(at: cells[column].lowerBound).first(where: {
        $0.end <= cells[column].upperBound
      })
    else { return nil }
    var holder = found.holder
    var dates: [DateValue] = []
    for (index, cell) in cells.enumerated() where index != column {
      for mention in row.table.mentions where mention.tokens == cell {
        switch mention.value {
        case .date(let date): dates.append(date)
        case .forum(let forum): holder.forum = forum
        case .party(let name) where holder.party == nil: holder.party = PartyItem(name: name, range: holder.range)
        default: break
        }
      }
    }
    if holder.date == nil { holder.date = term(dates) }
    return holder
  }

  /// One time, or the first and the last year in cells of their own.
  private func term(_ dates: [DateValue]) -> DateValue? {
    guard let first = dates.first, dates.count == 2, first.end == nil else { return dates.first }
    return DateValue(start: first.start, end: dates[1].start)
  }
}
