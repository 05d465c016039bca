import Formats
import Foundation
import Graph
import Reports
import Statements
import Store
import Testing

private func exit(_ body: () throws -> Void) -> Exit? {
  do {
    try body()
    return nil
  } catch { return (error as? Problem)?.exit }
}

@Test(
  "files that are no base of ours stay as they are",
  arguments: [
    ("", Exit.notOurs, nil), ("hello, this is text", .notOurs, .notOurs),
    (String(repeating: "SQLite format 3\0", count: 300), .notOurs, .notOurs),
  ] as [(String, Exit, Exit?)])
func foreignFiles(content: String, reading: Exit, writing: Exit?) throws {
  let folder = try Folder()
  let path = folder("x.db")
  try Data(content.utf8).write(to: URL(filePath: path))
  #expect(exit { _ = try KnowledgeBase.openForReading(path: path, patience: .milliseconds(50)) } == reading)
  #expect(try Data(contentsOf: URL(filePath: path)) == Data(content.utf8))
  #expect(exit { _ = try KnowledgeBase.openForWriting(path: path) } == writing)
}

@Test func missingFilesAndFolders() throws {
  let folder = try Folder()
  #expect(exit { _ = try KnowledgeBase.openForReading(path: folder("no.db")) } == .noInput)
  #expect(!FileManager.default.fileExists(atPath: folder("no.db")))
  #expect(exit { _ = try KnowledgeBase.openForReading(path: folder.path) } == .noInput)
  #expect(exit { _ = try KnowledgeBase.openForWriting(path: folder("no/x.db")) } == .cannotCreate)
  #expect(exit { _ = try KnowledgeBase.openForWriting(path: folder.path) } == .noInput)
}

@Test func oddNames() throws {
  let folder = try Folder()
  for name in ["file:x.db?mode=memory", "a b#c%20.db", "ä?.db"] {
    _ = try KnowledgeBase.openForWriting(path: folder(name)).ingest([Invented.full], extractorVersion: "1")
    #expect(FileManager.default.fileExists(atPath: folder(name)))
    #expect(try KnowledgeBase.openForReading(path: folder(name)).reports().count == 1)
  }
}

@Test func newerAndForeignDatabases() throws {
  let folder = try Folder()
  _ = try KnowledgeBase.openForWriting(path: folder("x.db"))
  var bytes = try Data(contentsOf: URL(filePath: folder("x.db")))
  bytes[63] = 200
  try bytes.write(to: URL(filePath: folder("newer.db")))
  bytes[68] = 1
  try bytes.write(to: URL(filePath: folder("foreign.db")))
  for name in ["newer.db", "foreign.db"] {
    let before = try Data(contentsOf: URL(filePath: folder(name)))
    #expect(exit { _ = try KnowledgeBase.openForReading(path: folder(name)) } == .notOurs)
    #expect(exit { _ = try KnowledgeBase.openForWriting(path: folder(name)) } == .notOurs)
    #expect(try Data(contentsOf: URL(filePath: folder(name))) == before)
  }
}

@Test func cutFilesAreRefused() throws {
  let folder = try Folder()
  _ = try KnowledgeBase.openForWriting(path: folder("x.db")).ingest([Invented.full], extractorVersion: "1")
  let whole = try Data(contentsOf: URL(filePath: folder("x.db")))
  for length in stride(from: 100, to: whole.count, by: 4096 * 5) {
    try whole.prefix(length).write(to: URL(filePath: folder("cut.db")))
    let code = exit {
      let base = try KnowledgeBase.openForReading(path: folder("cut.db"), patience: .milliseconds(50))
      _ = try base.chairTerms(forum: "forum/f")
      _ = try base.canonicalDump()
    }
    #expect(code == .inputOutput || code == .notOurs, "cut at \(length)")
  }
}

/// X1: tables are made once, whoever starts at the same time.
@Test func firstStartByMany() async throws {
  for _ in 0..<10 {
    let folder = try Folder()
    let path = folder("x.db")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<4 {
        group.addTask {
          let base = try KnowledgeBase.openForWriting(path: path)
          _ = try base.ingest(
            [Invented.chair("https://t.example/\(number)", "A", "2020-01-0\(number + 1)")], extractorVersion: "1")
        }
      }
      try await group.waitForAll()
    }
    let base = try KnowledgeBase.openForReading(path: path)
    #expect(try base.reports().count == 4)
    #expect(try base.chairTerms(forum: "forum/f").map(\.statements.count) == [4])
  }
}

@Test func lockedIsBusy() throws {
  let folder = try Folder()
  let one = try KnowledgeBase.openForWriting(path: folder("x.db"))
  let other = try KnowledgeBase.openForWriting(path: folder("x.db"), patience: .milliseconds(100))
  _ = one
  // A reader that has not finished holds back the writer's commit.
  let code = exit {
    try one.query(sql: "SELECT name FROM sqlite_schema") { _ throws(Problem) in
    } row: { _ throws(Problem) in
      _ = try other.ingest([Invented.full], extractorVersion: "1")
      return true
    }
  }
  #expect(code == .busy)
  #expect(try one.reports().isEmpty)
}

@Test func aReadingBaseWritesNothing() throws {
  let folder = try Folder()
  _ = try KnowledgeBase.openForWriting(path: folder("x.db")).ingest([Invented.full], extractorVersion: "1")
  let before = try Data(contentsOf: URL(filePath: folder("x.db")))
  let base = try KnowledgeBase.openForReading(path: folder("x.db"))
  #expect(
    exit { _ = try base.ingest([Invented.chair("https://t.example/", "A", "2020")], extractorVersion: "1") }
      == .notPermitted)
  #expect(exit { _ = try base.retract("https://a.example/?p=1") } == .notPermitted)
  _ = try base.canonicalDump()
  #expect(try Data(contentsOf: URL(filePath: folder("x.db"))) == before)
}

@Test(
  "sql that reads and sql that does not",
  arguments: [
    ("SELECT 1", nil), (" -- a\n/* b */ with t AS (SELECT 1 AS n) SELECT n FROM t", nil), ("VALUES (1), (NULL)", nil),
    ("EXPLAIN SELECT 1", nil), ("PRAGMA table_info(node)", nil), ("SELECT x'00ff', 1.5, 'a'", nil),
    ("DELETE FROM report", Exit.notPermitted), ("ATTACH '/tmp/y.db' AS y", .notPermitted), ("VACUUM", .notPermitted),
    ("VACUUM INTO '/tmp/spacekb-never.db'", .notPermitted), ("PRAGMA query_only = OFF", .notPermitted),
    ("", .notPermitted),
    ("WITH t AS (SELECT 1) INSERT INTO meta SELECT 'a', 'b' FROM t", .notPermitted),
    ("SELECT nothing FROM nowhere", .usage),
    ("SELECT 1; SELECT 2", .usage), ("SELECT 1; DROP TABLE node", .usage), ("SELECT load_extension('x')", .usage),
  ] as [(String, Exit?)])
func sql(_ text: String, expected: Exit?) throws {
  let folder = try Folder()
  _ = try KnowledgeBase.openForWriting(path: folder("x.db"))
  let base = try KnowledgeBase.openForReading(path: folder("x.db"))
  var width: Int?
  let code = exit {
    try base.query(sql: text) { names throws(Problem) in
      width = names.count
    } row: { cells throws(Problem) in
      cells.count == width
    }
  }
  #expect(code == expected, "\(text)")
}

@Test func evidenceMustBeInTheText() throws {
  let folder = try Folder()
  let base = try KnowledgeBase.openForWriting(path: folder("x.db"))
  for (start, end) in [(-1, 3), (5, 2), (0, 100_000), (1, 4)] {
    var read = Invented.full
    read.statements[0].evidence = Evidence(start: start, end: end, quote: "xyz")
    #expect(
      exit { _ = try base.ingest([Invented.chair("https://t.example/", "A", "2020"), read], extractorVersion: "1") }
        == .bug)
  }
  #expect(try base.reports().isEmpty)
}

/// What a researcher asks by hand of a view is found by index, however many rows there are.
@Test(
  "lookups do not scan",
  arguments: [
    "EXPLAIN QUERY PLAN SELECT * FROM chair_terms WHERE forum_id = 'forum/f'",
    "EXPLAIN QUERY PLAN SELECT * FROM chair_transitions WHERE forum_id = 'forum/f'",
    "EXPLAIN QUERY PLAN SELECT * FROM memberships WHERE forum_id = 'forum/f'",
    "EXPLAIN QUERY PLAN SELECT * FROM membership_events WHERE forum_id = 'forum/f'",
    "EXPLAIN QUERY PLAN SELECT * FROM membership_totals WHERE forum_id = 'forum/f'",
    "EXPLAIN QUERY PLAN SELECT * FROM meetings WHERE forum_id = 'forum/f'",
    "EXPLAIN QUERY PLAN SELECT * FROM attendances WHERE forum_id = 'forum/f'",
    "EXPLAIN QUERY PLAN SELECT * FROM discrepancies WHERE forum_id = 'forum/f'",
    "EXPLAIN QUERY PLAN SELECT * FROM evidence WHERE key = 'chair/f/a/1'",
    "EXPLAIN QUERY PLAN SELECT * FROM statements WHERE statement_id = 'x'",
    "EXPLAIN QUERY PLAN SELECT * FROM reports WHERE report_id = 'x'",
  ])
func plans(sql: String) throws {
  let folder = try Folder()
  let base = try KnowledgeBase.openForWriting(path: folder("x.db"))
  _ = try base.ingest([Invented.full], extractorVersion: "1")
  try base.query(sql: sql) { _ throws(Problem) in
  } row: { cells throws(Problem) in
    #expect(cells.last.flatMap(\.self)?.hasPrefix("SCAN") == false)
    return true
  }
}
