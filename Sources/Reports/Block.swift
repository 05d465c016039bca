/// A part of a text that stands by itself: no sentence goes on from one block to the next.
public struct Block: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case title, heading, paragraph
    /// An entry of a list; the range leaves out its bullet or number.
    case item
    /// A cell of a table, or a term (column 0) or its explanation (column 1) of a list of terms.
    case cell
    /// Words beside a picture or a table.
    case caption
    /// Lines whose breaks and spaces are meant.
    case preformatted
  }

  public var kind: Kind
  /// UTF-8 byte offsets into the text; no white space at either end. Line breaks inside mean spaces.
  public var range: Range<Int>
  /// Of cells, from 0; all cells of a row have the same.
  public var row: Int?
  /// Of cells, from 0.
  public var column: Int?
  /// Of cells: which table of the text, from 0.
  public var table: Int?
  /// Of headings 1 to 6, of items how deep the list is nested, from 1; otherwise 0.
  public var level: Int
  /// Whether the page doesn't show it (`hidden`, `display:none`, `aria-hidden`).
  public var isHidden: Bool
  /// Of cells: whether it heads a row or a column.
  public var isHeader: Bool

  public init(
    kind: Kind, range: Range<Int>, row: Int? = nil, column: Int? = nil, table: Int? = nil, level: Int = 0,
    isHidden: Bool = false, isHeader: Bool = false
  ) {
    self.kind = kind
    self.range = range
    self.row = row
    self.column = column
    self.table = table
    self.level = level
    self.isHidden = isHidden
    self.isHeader = isHeader
  }
}
