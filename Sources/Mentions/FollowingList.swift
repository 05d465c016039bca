import Knowledge
import Reports

/// The list that a sentence introduces (`Members are:`) where it follows in blocks of its own: bullets, short lines, rows
/// of a table.
struct FollowingList {
  /// A sentence of a block behind the introduction.
  struct Line {
    let block: Int
    let tokens: [Token]
    let lists: ListFinder
  }

  let text: ReportText
  /// The word of the mark between the cells of a row.
  let border: Int32

  /// Blocks that are read for one introduction, at most.
  private static let longest = 300

  /// What the blocks behind `introduction` name, until one is no part of a list.
  /// - Parameter lines: the sentences behind it, in order.
  func callAsFunction(behind introduction: Int, _ lines: some RandomAccessCollection<Line>) -> [PartyItem] {
    var items: [PartyItem] = []
    var block = introduction
    var rows: [Line] = []
    for line in lines where line.block != block {
      guard line.block - introduction <= Self.longest else { break }
      block = line.block
      if text.blocks[block].kind == .cell, rows.first.map({ isSameTable($0.block, block) }) ?? true {
        rows.append(line)
        continue
      }
      if !rows.isEmpty { break }
      let leading = line.lists.leading(in: line.tokens.indices)
      let isItem = text.blocks[block].kind == .item
      if leading == nil, !isItem || items.isEmpty { break }
      if !isItem, text.blocks[block].range.count > 160 || !covers(leading, line, text.blocks[block].range) { break }
      items += leading?.items ?? []
    }
    return items + column(of: rows)
  }

  private func isSameTable(_ a: Int, _ b: Int) -> Bool { text.blocks[a].table == text.blocks[b].table }

  /// The items of the column that names most bodies of the vocabulary, agencies before states.
  private func column(of rows: [Line]) -> [PartyItem] {
    var columns: [[PartyItem]] = []
    for row in rows {
      let cells = row.tokens.cells(border: border)
      let status = status(row, cells)
      if status == "absent" { continue }
      for (index, cell) in cells.enumerated() {
        if index == columns.count { columns.append([]) }
        columns[index] +=
          row.lists.leading(in: cell)?.items.map { item in
            var item = item
            item.status = status
            return item
          } ?? []
      }
    }
    func weight(_ items: [PartyItem]) -> Int {
      items.reduce(0) { $0 + ($1.name.isKnown ? $1.name.id.hasPrefix("country/") ? 2 : 3 : 0) }
    }
    return columns.enumerated().max { (weight($0.element), -$0.offset) < (weight($1.element), -$1.offset) }?.element
      ?? []
  }

  /// A class, or `absent`, that a cell behind the first tells by itself.
  private func status(_ row: Line, _ cells: [Range<Int>]) -> String? {
    for cell in cells.dropFirst() {
      var found: String?
      row.lists.parties.language.eachWord(row.tokens, at: cell.lowerBound) { length, use in
        if length == cell.count, use.list == "class" || use.list == "absent" { found = use.value }
      }
      if let found { return found }
    }
    return nil
  }

  /// Whether the names make up the better part of a line, or head it: `CNES: Jean Durand`.
  private func covers(_ list: ListFinder.Found?, _ line: Line, _ range: Range<Int>) -> Bool {
    guard let list, let first = list.items.first, let last = list.items.last else { return false }
    if list.end < line.tokens.count, line.lists.parties.isWord(list.end, ":") { return true }
    return (last.range.upperBound - first.range.lowerBound) * 10 >= range.count * 6
  }
}
