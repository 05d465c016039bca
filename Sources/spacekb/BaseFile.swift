import Formats
import Store

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The database file that a command works on: named by `--db` or `SPACEKB_DB`, else the default one, which is built from the
/// bundled reports by the first command that finds it missing, and brought up to date by the first one of another version of
/// the program.
struct BaseFile {
  let path: String
  let isDefault: Bool

  /// - Throws: `DB-HOME` if there is no place for the default file.
  init(_ options: BaseOptions) throws(Problem) {
    if let named = options.db ?? Surroundings.variable("SPACEKB_DB") {
      guard !named.isEmpty else {
        throw Problem("USAGE", at: Place(file: "--db"), "the name of the file is empty", exit: .usage)
      }
      path = named
      isDefault = false
      return
    }
    // A relative XDG_DATA_HOME is to be ignored, as the XDG Base Directory Specification has it.
    let data = Surroundings.variable("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let folder = data ?? Surroundings.variable("HOME").map({ "\($0)/.local/share" }) else {
      throw Problem(
        "DB-HOME", at: Place(file: "default database"), "HOME and XDG_DATA_HOME are not set; name a file with --db",
        exit: .cannotCreate)
    }
    path = "\(folder)/spacekb/spacekb.db"
    isDefault = true
  }

  func openForReading(_ data: DataOptions, _ console: Console) throws(Problem) -> KnowledgeBase {
    if isDefault { try prepare(data, console) }
    let base = try KnowledgeBase.openForReading(path: path)
    if try base.isPending() {
      console.say("spacekb: an ingest into \(path) has not come to its end; facts are missing until the next one ends")
    }
    return base
  }

  func openForWriting(_ data: DataOptions, _ console: Console) throws(Problem) -> KnowledgeBase {
    if isDefault { try prepare(data, console) }
    Stopping.announce()
    return try KnowledgeBase.openForWriting(path: path)
  }

  /// For a command that changes what is there.
  /// - Throws: `DB-MISSING` for a file that is named and not there.
  func openForChanging(_ data: DataOptions, _ console: Console) throws(Problem) -> KnowledgeBase {
    if !isDefault, !exists {
      throw Problem("DB-MISSING", at: Place(file: path), "there is no such file", exit: .noInput)
    }
    return try openForWriting(data, console)
  }

  /// Calls `body` with a base that is new or was there. A file that this made goes again unless `body` ends with `.done`.
  func withNew(_ body: (KnowledgeBase) throws -> Exit) throws -> Exit {
    let isNew = !exists
    if isDefault { try makeFolder() }
    if isNew { Stopping.remove(draft: path) }
    Stopping.announce()
    var isDone = false
    defer {
      if isNew, !isDone {
        unlink(path)
        unlink("\(path)-journal")
      }
    }
    let exit = try body(KnowledgeBase.openForWriting(path: path))
    isDone = exit == .done
    return exit
  }

  private var exists: Bool {
    var status = stat()
    return stat(path, &status) == 0
  }

  private func prepare(_ data: DataOptions, _ console: Console) throws(Problem) {
    guard exists else { return try build(data, console) }
    do throws(Problem) {
      guard try BundledReports.areOlder(in: KnowledgeBase.openForReading(path: path)) else { return }
    } catch let problem where problem.code != "DB-OLDER" {
      // Whatever it is, the command that opens the file will say it.
      return
    }
    console.say("spacekb: bringing \(path) up to date with the reports of this version; this happens once")
    Stopping.announce()
    do throws(Problem) {
      try BundledReports(OwnData.folder(data)).store(in: KnowledgeBase.openForWriting(path: path))
    } catch let problem where problem.exit == .notPermitted || problem.exit == .busy {
      // What is there can be read.
      console.warn(problem)
    }
  }

  /// Builds the default file beside its place and moves it there when it is whole; if another process was faster, its file
  /// stays.
  private func build(_ data: DataOptions, _ console: Console) throws(Problem) {
    console.say("spacekb: building \(path) from the reports that come with the program; this happens once")
    try makeFolder()
    let draft = "\(path).\(getpid())"
    Stopping.remove(draft: draft)
    Stopping.announce()
    defer {
      unlink(draft)
      unlink("\(draft)-journal")
    }
    try BundledReports(OwnData.folder(data)).store(in: KnowledgeBase.openForWriting(path: draft))
    if link(draft, path) != 0, errno != EEXIST { throw cannotCreate(path, errno) }
  }

  /// The folders above the file, each for its owner alone.
  private func makeFolder() throws(Problem) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).dropLast()
    var folder = ""
    for part in parts {
      folder += "/\(part)"
      if mkdir(folder, 0o700) != 0, errno != EEXIST { throw cannotCreate(folder, errno) }
    }
  }

  private func cannotCreate(_ path: String, _ code: Int32) -> Problem {
    Problem("DB-CREATE", at: Place(file: path), String(cString: strerror(code)), exit: .cannotCreate)
  }
}
