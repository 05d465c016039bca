import Formats
import Foundation
import GRDB
import Store
import Testing

/// L01: what a writer left behind that was killed in the middle of a transaction is rolled back by the next reader.
@Test func aKilledWriterIsRolledBack() throws {
  let folder = try Folder()
  let path = folder("x.db")
  let batch = (0..<40).map { Invented.chair("https://k.example/\($0)", "A", "2020-01-01") }
  let whole = try {
    let base = try KnowledgeBase.openForWriting(path: path)
    _ = try base.ingest(batch, extractorVersion: "1")
    return try base.canonicalDump()
  }()

  let writer = try DatabaseQueue(path: path)
  try writer.writeWithoutTransaction { db in
    try db.execute(sql: "PRAGMA cache_size = 2; BEGIN IMMEDIATE; UPDATE report_version SET raw = zeroblob(40000)")
    for name in ["x.db", "x.db-journal"] {
      try FileManager.default.copyItem(atPath: folder(name), toPath: folder("killed-" + name))
    }
    try db.execute(sql: "ROLLBACK")
  }
  try FileManager.default.moveItem(atPath: folder("killed-x.db"), toPath: folder("killed.db"))
  try FileManager.default.moveItem(atPath: folder("killed-x.db-journal"), toPath: folder("killed.db-journal"))
  #expect(try Data(contentsOf: URL(filePath: folder("killed.db"))) != Data(contentsOf: URL(filePath: path)))
  #expect(try KnowledgeBase.openForReading(path: folder("killed.db")).canonicalDump() == whole)
}

/// K15: a file in WAL mode is read as it is, and put back to a rollback journal by the first writer.
@Test func aFileInWALModeIsReadAndConverted() throws {
  let folder = try Folder()
  let path = folder("x.db")
  _ = try KnowledgeBase.openForWriting(path: path).ingest([Invented.full], extractorVersion: "1")
  try DatabaseQueue(path: path).writeWithoutTransaction { db in
    _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
  }
  #expect(try Data(contentsOf: URL(filePath: path))[18..<20].elementsEqual([2, 2]))
  #expect(try KnowledgeBase.openForReading(path: path).reports().count == 1)
  _ = try KnowledgeBase.openForWriting(path: path)
  // The bytes 18 and 19 of the header: 2 in WAL mode, else 1.
  #expect(try Data(contentsOf: URL(filePath: path))[18..<20].elementsEqual([1, 1]))
}
