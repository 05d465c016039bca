import Formats
import GRDB

/// What SQLite says, in the words and exit codes of the program.
enum DatabaseProblem {
  static func of(_ error: any Error, path: String) -> Problem {
    if let problem = error as? Problem { return problem }
    let place = Place(file: path)
    guard let error = error as? DatabaseError else {
      return Problem("DB-ERROR", at: place, "\(error)", exit: .bug)
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return Problem(
        "DB-BUSY", at: place, "another program is writing to it; nothing was changed, try again", exit: .busy)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      return Problem("DB-READ-ONLY", at: place, "it cannot be written to; nothing was changed", exit: .notPermitted)
    case .SQLITE_FULL:
      return Problem("DB-FULL", at: place, "the disk is full; nothing was changed", exit: .inputOutput)
    case .SQLITE_IOERR:
      return Problem("DB-IO", at: place, "it cannot be read or written (\(words(error)))", exit: .inputOutput)
    case .SQLITE_CORRUPT:
      return damaged(path, words(error))
    case .SQLITE_NOTADB:
      return notOurs(path)
    case .SQLITE_CANTOPEN:
      return Problem("DB-OPEN", at: place, "it cannot be opened (\(words(error)))", exit: .notPermitted)
    case .SQLITE_INTERRUPT:
      return Problem("DB-INTERRUPTED", at: place, "interrupted", exit: .nothingKnown)
    case .SQLITE_TOOBIG, .SQLITE_NOMEM:
      return Problem("DB-SIZE", at: place, words(error), exit: .inputOutput)
    default:
      return Problem("DB-ERROR", at: place, words(error), exit: .bug)
    }
  }

  static func notOurs(_ path: String) -> Problem {
    Problem("DB-NOT-OURS", at: Place(file: path), "not a spacekb database; it was left as it is", exit: .notOurs)
  }

  static func damaged(_ path: String, _ what: String) -> Problem {
    Problem(
      "DB-DAMAGED", at: Place(file: path), "it is damaged (\(what)); go back to a copy of the file or load a dump",
      exit: .inputOutput)
  }

  static func words(_ error: DatabaseError) -> String {
    error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
  }
}
