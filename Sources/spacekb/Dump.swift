import ArgumentParser
import Formats
import Store

/// `spacekb dump`: the whole database as tables.
struct Dump: Command {
  static let configuration = CommandConfiguration(
    commandName: "dump",
    abstract: "Write the database as CSV tables with their description and loaders into a folder.",
    discussion: """
      EXAMPLES
        spacekb dump tables
        spacekb dump tables --db other.db && head tables/memberships.csv
        spacekb dump tables && cd tables && duckdb base.duckdb < load.sql

      One table for each view. README.md says how pandas, R, DuckDB, PostgreSQL and others read them, codebook.md what each column
      means, datapackage.json both for programs (Data Package 2.0, with keys and hashes).
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
    var writer = try FolderWriter(folder, replacing: DumpFiles.names)
    let description = try base.snapshot { snapshot in
      try DumpFiles(snapshot: snapshot, progress: console.progress).write(into: &writer)
    }
    try writer.finish()
    let rows = description.resources.map(\.rows).reduce(0, +)
    console.say("spacekb: \(description.resources.count) tables, \(rows) rows in \(folder)")
    return .done
  }
}
