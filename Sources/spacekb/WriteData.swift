import ArgumentParser
import Formats
import Knowledge

/// `spacekb data`: the built-in data as files.
struct WriteData: Command {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Write the built-in data (tables, word lists, rules, digests) into a folder, as a start for your own.",
    discussion: """
      EXAMPLES
        spacekb data own
        spacekb extract --data own report.json
        SPACEKB_DATA=own spacekb ingest --db own.db reports/

      With all its tables the folder stands in place of the built-in data. With only some files it adds to that: a row takes
      the place of the one with its key, a word of a list or a rule of the one with its name, a report of the one at its
      address. README.md in it says what the columns mean. The folder must be new or empty.
      \(ExitCodes.table)
      """)

  @Argument(help: "The folder.", completion: .directory)
  var folder: String

  func run(_ console: Console) throws -> Exit {
    let files = DataFolder.builtIn.files
    var writer = try FolderWriter(folder)
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) { try writer.write(path, bytes) }
    try writer.finish()
    console.say("spacekb: \(files.count) files in \(folder)")
    return .done
  }
}
