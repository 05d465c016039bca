/// Writes CSV (RFC 4180) in UTF-8; quotes only where they are needed.
public enum CSVWriter {
  /// A row that ends with LF. Nil is an empty cell.
  public static func row(_ cells: [String?]) -> String { row(cells, lineEnd: "\n") }

  /// A row with its line end.
  public static func row(_ cells: [String?], lineEnd: String) -> String {
    // A row of one empty cell would be a blank line, which readers skip.
    if cells.count == 1, (cells[0] ?? "").isEmpty { return "\"\"" + lineEnd }
    return cells.map { quoted($0 ?? "") }.joined(separator: ",") + lineEnd
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return cell }
    var text = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}
