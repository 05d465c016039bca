import ArgumentParser
import Formats
import Store

/// `spacekb load`: a dump back into a database.
struct Load: Command {
  static let configuration = CommandConfiguration(
    abstract: "Load the tables that `spacekb dump` wrote into a new database.",
    discussion: """
      EXAMPLES
        spacekb load tables --db new.db
        spacekb dump tables && spacekb load tables --db copy.db && spacekb dump again --db copy.db && diff -r tables again

      The database must be new or empty. All is loaded in one transaction, or nothing: vocabulary, reports and statements are taken
      from the tables, all else is derived from them, and each row of each table is compared with what follows. What differs is
      told with file, line and column. Without the reports themselves (dump --with-reports) everything can be asked, but not read
      anew by refresh.
      \(ExitCodes.table)
      """)

  @OptionGroup var base: BaseOptions

  @Argument(help: "The folder of a dump.", completion: .directory)
  var path: String

  func run(_ console: Console) throws -> Exit {
    let dump = try DumpFolder(path)
    if let narrowed = dump.narrowed {
      throw Problem(
        "LOAD-NARROWED", at: Place(file: path), "the dump is narrowed (\(narrowed)); only a whole one can be loaded")
    }
    return try BaseFile(base).withNew { base in
      let problems = try base.load(dump.source)
      for problem in problems { console.report(problem) }
      if let first = problems.first {
        console.say("spacekb: nothing was loaded")
        return first.exit
      }
      let counts = try base.info().counts.filter { ["reports", "statements"].contains($0.view) }
      console.say("spacekb: \(counts.map { "\($0.rows) \($0.view)" }.joined(separator: ", ")) in \(base.path)")
      return .done
    }
  }
}
