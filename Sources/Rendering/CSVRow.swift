/// A row of RFC 4180: quoted only where needed, LF at the end, an empty cell for none.
enum CSVRow {
  static func text(_ cells: [Cell]) -> String {
    // One empty cell alone would be an empty line, which readers skip.
    if cells.count == 1, cells[0].text == nil { return "\"\"\n" }
    return cells.map { quoted($0.text ?? "") }.joined(separator: ",") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
