import ArgumentParser
import Formats
import Store

/// `spacekb dump`: the whole database as tables.
struct Dump: Command {
  static let configuration = CommandConfiguration(
    abstract: "Write the database as CSV tables, one for each view, into a folder.",
    discussion: """
      EXAMPLES
        spacekb dump tables
        spacekb dump tables --db other.db && head tables/memberships.csv

      UTF-8, LF at the end of a row, an empty cell for what is not known, true and false, both ends of a time included; rows
      in the byte order of their ids. One database always gives the same bytes. The tables are written aside and put in place
      as a whole; an earlier dump is replaced, a folder with other files is not.
      \(ExitCodes.table)
      """)

  @OptionGroup var base: BaseOptions
  @OptionGroup var data: DataOptions

  @Argument(help: "The folder.", completion: .directory)
  var folder: String

  func run(_ console: Console) throws -> Exit {
    let base = try BaseFile(base).openForReading(data, console)
    var rows = 0
    var writer = try FolderWriter(folder, replacing: Set(DumpTable.all.map(Self.file)))
    try base.snapshot { snapshot in
      for table in DumpTable.all {
        try writer.write(Self.file(table)) { output in
          try snapshot.rows(of: table) { cells in
            try output.write(CSVWriter.row(cells))
            rows += 1
            console.progress.show("\(table.name): \(rows) rows")
          }
        }
      }
    }
    try writer.finish()
    console.say("spacekb: \(DumpTable.all.count) tables, \(rows - DumpTable.all.count) rows in \(folder)")
    return .done
  }

  private static func file(_ table: DumpTable) -> String { "\(table.name).csv" }
}
