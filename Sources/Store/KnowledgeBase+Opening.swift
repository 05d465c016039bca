public import Formats
import Foundation
import GRDB

extension KnowledgeBase {
  /// "spkb" in the header of the file.
  static let applicationID = 0x7370_6B62
  /// For how long another program's lock, or its first start, is waited for.
  public static let patience: Duration = .seconds(10)

  /// Opens a file that is there; nothing in it is ever changed by this base.
  ///
  /// - Throws: `DB-MISSING` (66), `DB-NOT-OURS` and `DB-NEWER` (78), `DB-OLDER` (78) for one that a writing command must
  ///   bring up to date first, `DB-BUSY` (75), `DB-READ-ONLY` and `DB-OPEN` (77), `DB-IO` and `DB-DAMAGED` (74).
  public static func openForReading(path: String, patience: Duration = patience) throws(Problem) -> KnowledgeBase {
    guard try FileKind(path, patience: patience) == .database else { throw DatabaseProblem.notOurs(path) }
    let base: KnowledgeBase
    do { base = try open(path, .reading(patience)) } catch  where error.code == "DB-READ-ONLY" {
      // A program was killed while it wrote: the first who may write rolls that back.
      _ = try open(path, .recovering(patience))
      base = try open(path, .reading(patience))
    }
    return base
  }

  /// Opens a file, makes it if it is missing or empty, and brings its tables up to date.
  ///
  /// - Throws: `DB-CREATE` (73) for a folder that is missing, `DB-NOT-OURS` and `DB-NEWER` (78), `DB-BUSY` (75),
  ///   `DB-READ-ONLY` and `DB-OPEN` (77), `DB-FULL`, `DB-IO` and `DB-DAMAGED` (74).
  public static func openForWriting(path: String, patience: Duration = patience) throws(Problem) -> KnowledgeBase {
    if FileManager.default.fileExists(atPath: path) {
      let kind = try FileKind(path, patience: .zero)
      guard kind != .other else { throw DatabaseProblem.notOurs(path) }
    } else {
      let folder = URL(filePath: path).deletingLastPathComponent().path()
      guard FileManager.default.fileExists(atPath: folder) else {
        throw Problem("DB-CREATE", at: Place(file: path), "there is no such folder", exit: .cannotCreate)
      }
    }
    return try open(path, .writing(patience))
  }

  private enum Purpose {
    case reading(Duration)
    case recovering(Duration)
    case writing(Duration)
  }

  private static func open(_ path: String, _ purpose: Purpose) throws(Problem) -> KnowledgeBase {
    // An absolute path is never read as a URI, whatever characters are in it.
    let absolute = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    do {
      switch purpose {
      case .reading(let patience):
        let queue = try DatabaseQueue(path: absolute, configuration: configuration(patience, isReading: true))
        try queue.read { db in try SchemaSteps.checkIsCurrent(db, path: path) }
        return KnowledgeBase(path: path, queue: queue)
      case .recovering(let patience):
        let queue = try DatabaseQueue(path: absolute, configuration: configuration(patience, isReading: false))
        try queue.read { db in _ = try SchemaSteps.version(db, path: path) }
        return KnowledgeBase(path: path, queue: queue)
      case .writing(let patience):
        let queue = try DatabaseQueue(path: absolute, configuration: configuration(patience, isReading: false))
        try queue.writeWithoutTransaction { db in try SchemaSteps.apply(db, path: path) }
        return KnowledgeBase(path: path, queue: queue)
      }
    } catch { throw DatabaseProblem.of(error, path: path) }
  }

  private static func configuration(_ patience: Duration, isReading: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReading
    let seconds = Double(patience.components.seconds) + Double(patience.components.attoseconds) / 1e18
    configuration.busyMode = .timeout(seconds)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;")
      if isReading {
        try db.execute(sql: "PRAGMA query_only = ON")
      } else {
        try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;")
      }
    }
    return configuration
  }
}

/// What a file is by its first bytes.
enum FileKind: Equatable {
  case empty, database, other

  /// Waits for the content of an empty file, which another program may be about to write.
  ///
  /// - Throws: `DB-MISSING` (66) for no file or a folder, `DB-OPEN` (77) for one that must not be read.
  init(_ path: String, patience: Duration) throws(Problem) {
    let end = ContinuousClock.now.advanced(by: patience)
    while true {
      let head = try FileKind.head(of: path)
      if !head.isEmpty {
        self = head.elementsEqual("SQLite format 3\0".utf8) ? .database : .other
        return
      }
      guard ContinuousClock.now < end else {
        self = .empty
        return
      }
      Thread.sleep(forTimeInterval: 0.02)
    }
  }

  private static func head(of path: String) throws(Problem) -> Data {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
      let what = isFolder.boolValue ? "it is a folder" : "there is no such file"
      throw Problem("DB-MISSING", at: Place(file: path), what, exit: .noInput)
    }
    do {
      let file = try FileHandle(forReadingFrom: URL(filePath: path))
      defer { try? file.close() }
      return try file.read(upToCount: 16) ?? Data()
    } catch {
      throw Problem("DB-OPEN", at: Place(file: path), "it cannot be read", exit: .notPermitted)
    }
  }
}
