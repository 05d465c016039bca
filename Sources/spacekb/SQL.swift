import ArgumentParser
import Formats
import Rendering
import Store

/// `spacekb sql`: the views, read by whoever knows SQL.
struct SQL: Command {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Read the database with SQL; nothing can be written.",
    discussion: """
      EXAMPLES
        spacekb sql "select * from chair_terms where forum_id = 'forum/isecg'"
        spacekb sql "select name from sqlite_schema where type = 'view'"

      Rows come as they are found; a signal ends a query that does not end.
      \(ExitCodes.table)
      """)

  @OptionGroup var base: BaseOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var format: FormatOptions

  @Argument(help: "One statement that reads, in quotes.")
  var query: String

  func run(_ console: Console) throws -> Exit {
    let format = try format.value(on: console)
    let base = try BaseFile(base).openForReading(data, console)
    var printer = RowPrinter(columns: [], format: format)
    var failure: (any Error)?
    try base.query(sql: query) { columns in
      printer = RowPrinter(columns: columns, format: format)
    } row: { cells in
      do { try console.out.write(printer.row(cells.map(Cell.init))) } catch { failure = error }
      return failure == nil
    }
    if let failure { throw failure }
    try console.out.write(printer.end())
    return .done
  }
}
