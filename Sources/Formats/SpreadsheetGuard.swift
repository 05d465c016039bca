/// Keeps a spreadsheet from taking the text of a cell for a formula (CWE-1236): an apostrophe goes before it.
public enum SpreadsheetGuard {
  /// The cell with an apostrophe where it begins like a formula, also behind spaces, quotes and separators, or with an apostrophe.
  public static func added(to cell: String) -> String {
    if cell.utf8.first == UInt8(ascii: "'") { return "'" + cell }
    let lead = cell.unicodeScalars.drop { [" ", "\"", ";"].contains($0) }
    guard let first = lead.first, isTrigger(first) else {
      return cell
    }
    return "'" + cell
  }

  /// The cell as it was before.
  public static func removed(from cell: String?) -> String? {
    guard let cell, cell.utf8.first == UInt8(ascii: "'") else { return cell }
    return String(cell.unicodeScalars.dropFirst())
  }

  private static func isTrigger(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠": true
    default: false
    }
  }
}
