import Formats

/// The elements that are open at a place in a page, with what they mean together. No tree is kept.
///
/// Each step takes constant time, closing an element aside, which is done once for each.
struct HTMLElements {
  struct Flags: OptionSet {
    let rawValue: Int
    static let skipped = Flags(rawValue: 1)
    static let furniture = Flags(rawValue: 2)
    static let hidden = Flags(rawValue: 4)
    static let struck = Flags(rawValue: 8)
    static let main = Flags(rawValue: 16)
    static let article = Flags(rawValue: 32)
    static let link = Flags(rawValue: 64)
  }

  struct Element {
    var name: String
    var role: ElementRole
    var flags: Flags
    var isHeader = false
  }

  private(set) var open: [Element] = []
  private var counts = [Int](repeating: 0, count: 7)
  /// Where the open elements of each name are in `open`.
  private var positions: [String: [Int]] = [:]
  private var blockPositions: [Int] = []
  /// Table cells and tables, out of which no end tag reaches.
  private var cellPositions: [Int] = []
  /// The elements that say what kind of block the text in them is.
  private(set) var contexts: [Element] = []
  private(set) var tables: [Table] = []
  private(set) var tableCount = 0
  private(set) var lists = 0
  private(set) var deepest = 0

  /// The place in an open table.
  struct Table {
    var number: Int
    var row = -1
    var column = -1
  }

  func isIn(_ flag: Flags) -> Bool { counts[flag.rawValue.trailingZeroBitCount] > 0 }

  mutating func push(_ element: Element) {
    let position = open.count
    open.append(element)
    deepest = max(deepest, open.count)
    positions[element.name, default: []].append(position)
    for bit in 0..<counts.count where element.flags.contains(Flags(rawValue: 1 << bit)) { counts[bit] += 1 }
    if element.role.isBlock { blockPositions.append(position) }
    switch element.role {
    case .table, .terms:
      cellPositions.append(position)
      tables.append(Table(number: tableCount))
      tableCount += 1
    case .row: nextRow()
    case .cell:
      cellPositions.append(position)
      contexts.append(element)
      if !tables.isEmpty { tables[tables.count - 1].column += 1 }
    case .term:
      contexts.append(element)
      nextRow()
      if !tables.isEmpty { tables[tables.count - 1].column = 0 }
    case .detail:
      contexts.append(element)
      if !tables.isEmpty { tables[tables.count - 1].column = 1 }
    case .list: lists += 1
    case .item, .heading, .caption, .preformatted: contexts.append(element)
    default: break
    }
  }

  /// Closes the innermost element of a name and all in it, if it may be closed from here.
  mutating func close(_ name: String) {
    guard let position = positions[name]?.last else { return }
    let role = open[position].role
    switch role {
    case .table, .row, .cell, .terms: break
    default:
      // The end of a `div` in a cell doesn't close the cell; that of a `b` doesn't close a paragraph.
      if let cell = cellPositions.last, position < cell { return }
      if !role.isBlock, role != .head, let block = blockPositions.last, position < block { return }
    }
    // A cell of an inner table never closes one of the outer table.
    if role == .cell || role == .row, let table = tablePosition, position < table { return }
    pop(to: position)
  }

  /// Closes what a start tag ends without saying so: a paragraph before a block, an entry before the next one.
  mutating func closeImplied(by role: ElementRole) {
    if let paragraph = positions["p"]?.last, paragraph > cellPositions.last ?? -1 { pop(to: paragraph) }
    switch role {
    case .item: closeOpen(["li"], after: ["ul", "ol", "menu", "dir"])
    case .term, .detail: closeOpen(["dt", "dd"], after: ["dl"])
    case .cell: closeOpen(["td", "th"], after: ["table"])
    case .row: closeOpen(["tr"], after: ["table"])
    case .heading: closeOpen(["h1", "h2", "h3", "h4", "h5", "h6"], after: [])
    default: break
    }
  }

  mutating func closeHead() {
    if let position = positions["head"]?.last { pop(to: position) }
  }

  private var tablePosition: Int? { positions["table"]?.last }

  private mutating func closeOpen(_ names: [String], after borders: [String]) {
    var border = -1
    for name in borders { border = max(border, positions[name]?.last ?? -1) }
    if names[0] != "td", names[0] != "tr", names[0] != "dt" { border = max(border, cellPositions.last ?? -1) }
    var outermost: Int?
    for name in names {
      if let position = positions[name]?.last, position > border { outermost = min(outermost ?? position, position) }
    }
    if let outermost { pop(to: outermost) }
  }

  private mutating func pop(to position: Int) {
    while open.count > position, let element = open.popLast() {
      positions[element.name]?.removeLast()
      for bit in 0..<counts.count where element.flags.contains(Flags(rawValue: 1 << bit)) { counts[bit] -= 1 }
      if blockPositions.last == open.count { blockPositions.removeLast() }
      if cellPositions.last == open.count { cellPositions.removeLast() }
      switch element.role {
      case .table, .terms: _ = tables.popLast()
      case .list: lists -= 1
      case .cell, .term, .detail, .item, .heading, .caption, .preformatted: _ = contexts.popLast()
      default: break
      }
    }
  }

  private mutating func nextRow() {
    guard !tables.isEmpty else { return }
    tables[tables.count - 1].row += 1
    tables[tables.count - 1].column = -1
  }
}
