/// The order in which the rows of a table of a dump stand: integers by number, texts by bytes.
public struct KeyOrder: Sendable {
  private let key: [(index: Int, isNumber: Bool)]

  /// - Parameter columns: the cells of the rows that are compared.
  public init(of table: DumpTable, in columns: [String]) {
    key = table.key.compactMap { name in
      guard let index = columns.firstIndex(of: name) else { return nil }
      return (index, Codebook.current.column(name, of: table.name)?.kind == .integer)
    }
  }

  /// Whether the key of one row comes before another's.
  public func precedes(_ a: [String?], _ b: [String?]) -> Bool {
    for (index, isNumber) in key {
      let (left, right) = (a[index] ?? "", b[index] ?? "")
      if isNumber, let one = Int(left), let other = Int(right) {
        if one != other { return one < other }
      } else if !left.utf8.elementsEqual(right.utf8) {
        return left.utf8.lexicographicallyPrecedes(right.utf8)
      }
    }
    return false
  }

  /// A row by its key, for a message.
  public func name(_ cells: [String?]) -> String { key.map { cells[$0.index] ?? "" }.joined(separator: ", ") }
}
