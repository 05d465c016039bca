import Formats

/// The columns of a table on a terminal: as wide as their cells, or, where that is wider than the terminal, with the widest ones
/// broken into lines.
struct TableLayout: Sendable {
  /// A column is not made narrower than this to make room.
  private static let least = 12
  private static let gap = 2

  private let widths: [Int]

  /// - Parameters:
  ///   - rows: those that decide how wide the columns are.
  ///   - width: of the terminal, in columns; nil: no cell is broken.
  init(columns: [String], rows: [[Cell]], width: Int?) {
    var widths = columns.map { DisplayWidth.of(Printable.line($0)) }
    for row in rows {
      for (i, cell) in row.enumerated() where i < widths.count {
        widths[i] = max(widths[i], DisplayWidth.of(Self.text(cell)))
      }
    }
    // An address at the end is left whole, so that it can be copied; the terminal breaks it.
    let hasAddress = rows.contains { $0.last.map { Self.text($0).contains("://") } ?? false }
    let address = hasAddress ? widths.popLast() : nil
    self.widths = (width.map { Self.fitted(widths, into: $0) } ?? widths) + [address].compactMap(\.self)
  }

  private static func fitted(_ widths: [Int], into width: Int) -> [Int] {
    var widths = widths
    var excess = widths.reduce(0, +) + gap * (widths.count - 1) - width
    while excess > 0, let widest = widths.max(), widest > least, let index = widths.firstIndex(of: widest) {
      widths[index] -= 1
      excess -= 1
    }
    return widths
  }

  /// A row, its last line ended; numbers are set to the right.
  func row(_ cells: [Cell]) -> String {
    let columns = zip(widths, cells).map { width, cell in Printable.broken(Self.text(cell), width: width) }
    let height = columns.map(\.count).max() ?? 0
    return (0..<max(1, height)).map { line(columns, at: $0, cells) }.joined()
  }

  private func line(_ columns: [[String]], at index: Int, _ cells: [Cell]) -> String {
    var text = ""
    for (i, lines) in columns.enumerated() {
      let shown = index < lines.count ? lines[index] : ""
      let padding = String(repeating: " ", count: max(0, widths[i] - DisplayWidth.of(shown)))
      if i > 0 { text += String(repeating: " ", count: Self.gap) }
      text += cells[i].isNumber ? padding + shown : shown + padding
    }
    while text.last == " " { text.removeLast() }
    return text + "\n"
  }

  private static func text(_ cell: Cell) -> String { Printable.line(cell.text ?? "") }
}
