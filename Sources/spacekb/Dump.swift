import Answers
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
        spacekb dump isecg --forum ISECG --known-by 2020
        spacekb dump new --diff old

      One table for each view. README.md says how pandas, R, DuckDB, PostgreSQL and others read them, codebook.md what each column
      means, datapackage.json both for programs (Data Package 2.0, with keys and hashes). `spacekb load` takes a whole dump back.

      UTF-8, LF at the end of a row, an empty cell for what is not known, true and false, both ends of a time included; rows
      in the byte order of their ids. One database always gives the same bytes. The tables are written aside and put in place
      as a whole; an earlier dump is replaced, a folder with other files is not.
      \(ExitCodes.table)
      """)

  @OptionGroup var base: BaseOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var today: TodayOptions

  @Option(
    help: ArgumentHelp("Only what is about this forum; may be given again.", valueName: "forum"),
    completion: NameCompletion.forums)
  var forum: [String] = []

  @Option(help: ArgumentHelp("Only what follows from reports published by then.", valueName: "date"))
  var knownBy: String?

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp("Of memberships and terms only those that can hold on a day, and how surely.", valueName: "date")
  )
  var day: String?

  @Flag(help: "For spreadsheets: byte order mark, CRLF, an apostrophe before what looks like a formula.")
  var spreadsheet = false

  @Flag(help: "Also the reports as they were received, and their texts; only then can a loaded base read them again.")
  var withReports = false

  @Option(
    help: ArgumentHelp(
      "Tell in sentences what differs from an earlier dump; exit 1 if anything does.", valueName: "folder"),
    completion: .directory)
  var diff: String?

  @Argument(help: "The folder.", completion: .directory)
  var folder: String

  func run(_ console: Console) throws -> Exit {
    let whole = try BaseFile(base).openForReading(data, console)
    let (base, form): (KnowledgeBase, DumpFiles.Form)
    do { (base, form) = try narrowed(whole) } catch let misunderstanding as Misunderstanding {
      console.say("spacekb: \(misunderstanding.message)")
      return .nothingKnown
    }
    let difference = try diff.map { old in
      DumpDifference(since: try DumpFolder(old)) { try console.out.write(Visible.text($0) + "\n") }
    }
    var writer = try FolderWriter(folder, replacing: DumpFiles.isOwn)
    let description = try base.snapshot { snapshot in
      try DumpFiles(snapshot: snapshot, form: form, progress: console.progress).write(into: &writer, difference)
    }
    try writer.finish()
    let rows = description.resources.map(\.rows).reduce(0, +)
    console.say("spacekb: \(description.resources.count) tables, \(rows) rows in \(folder)")
    guard let difference else { return .done }
    let counts = difference.counts.filter { !$0.isNone }
    for count in counts {
      try console.out.write(
        "\(count.table): \(count.added) added, \(count.removed) removed, \(count.changed) changed\n")
    }
    return counts.isEmpty ? .done : .nothingKnown
  }

  /// The part of the base that is asked for, and what it is in words.
  private func narrowed(_ whole: KnowledgeBase) throws -> (KnowledgeBase, DumpFiles.Form) {
    let today = try today.day()
    let reader = PeriodReader(today: today)
    let forums = try forum.map { try Answerer(base: whole, today: today).forum(named: $0) }
    let known = try knownBy.map { try reader.end($0, option: "--known-by") }
    let on = try day.map { try reader.day($0, option: "--on") }
    let isPart = !forums.isEmpty || known != nil
    let base = isPart ? try whole.narrowed(toForums: forums.map(\.id), knownBy: known) : whole
    var words = forums.isEmpty ? [] : ["only \(forums.map(\.label).joined(separator: ", "))"]
    if let known { words.append("only what reports published by \(known.text) tell") }
    if let on { words.append("of memberships and terms only those that can hold on \(on.text)") }
    return (
      base,
      DumpFiles.Form(
        isForSpreadsheets: spreadsheet, hasReports: withReports,
        certainties: try on.map { try base.certainties(on: $0) },
        narrowed: words.isEmpty ? nil : words.joined(separator: "; "))
    )
  }
}
