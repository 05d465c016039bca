// generate-reports COUNT [SEED] > reports.jsonl: invented reports for measuring, run in the folder of the repository.
import Foundation

/// The cells of a line of CSV.
func cells(_ line: Substring) -> [String] {
  var cells = [""]
  var isQuoted = false
  for character in line {
    switch character {
    case "\"": isQuoted.toggle()
    case "," where !isQuoted: cells.append("")
    default: cells[cells.count - 1].append(character)
    }
  }
  return cells
}

/// The rows of a table of `Data/` that have a name and an acronym that nobody else bears.
func bodies(_ path: String) throws -> [Generator.Body] {
  let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
  guard let head = lines.first.map(cells), let name = head.firstIndex(of: "name_en"),
    let acronym = head.firstIndex(of: "acronym")
  else { return [] }
  let rows = lines.dropFirst().map(cells).filter { $0.count > max(name, acronym) }
  let counts = Dictionary(rows.map { ($0[acronym], 1) }, uniquingKeysWith: +)
  return rows.filter { counts[$0[acronym]] == 1 && $0[acronym].count > 2 && $0[name].count > 12 }
    .map { Generator.Body(name: $0[name], acronym: $0[acronym]) }
}

let arguments = CommandLine.arguments.dropFirst().map { UInt64($0) ?? 0 }
guard let count = arguments.first, count > 0 else {
  FileHandle.standardError.write(Data("usage: generate-reports COUNT [SEED] > reports.jsonl\n".utf8))
  exit(64)
}
var generator = Generator(
  seed: arguments.count > 1 ? arguments[1] : 1, forums: try bodies("Data/forums.csv"),
  agencies: Array(try bodies("Data/agencies.csv").prefix(200)))
for number in 1...Int(count) {
  guard let line = Optional(generator.report(number)), puts(line) >= 0 else { exit(74) }
}
