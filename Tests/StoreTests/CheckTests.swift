import Formats
import GRDB
import Store
import Testing

struct CheckTests {
  private let folder: Folder
  private var path: String { folder("x.db") }

  init() throws {
    folder = try Folder()
    _ = try KnowledgeBase.openForWriting(path: path).ingest(
      [Invented.full, Invented.chair("https://a.example/2", "A", "2019-01-01")], extractorVersion: "1")
  }

  @Test func whole() throws { #expect(try KnowledgeBase.openForReading(path: path).check() == []) }

  @Test(
    "what was changed behind the program's back is found",
    arguments: [
      ("UPDATE report_version SET raw = X'00' WHERE is_digest = 0", "CHECK-DIGEST"),
      ("UPDATE report_version SET text = replace(text, 'C joined', 'D joined')", "CHECK-DIGEST"),
      ("UPDATE report_version SET title = 'Other'", "CHECK-DIGEST"),
      ("UPDATE report_version SET is_digest = 1", "CHECK-DIGEST"),
      ("UPDATE statement SET quote = 'D joined' WHERE quote = 'C joined'", "CHECK-QUOTE"),
      ("UPDATE statement SET start_byte = start_byte + 1", "CHECK-QUOTE"),
      ("UPDATE statement SET end_byte = 9999999", "CHECK-QUOTE"),
      ("UPDATE statement SET content = replace(content, '24', '25')", "CHECK-STATEMENT"),
      ("UPDATE statement_party SET party_id = 'agency/zzz' WHERE party_id = 'agency/c'", "CHECK-STATEMENT"),
      ("UPDATE edge SET class = 'observer' WHERE predicate = 'member_of'", "CHECK-DERIVED"),
      ("DELETE FROM edge_seen WHERE fact = (SELECT max(fact) FROM edge_seen); DELETE FROM event", "CHECK-DERIVED"),
      ("DELETE FROM edge_evidence WHERE fact = (SELECT min(fact) FROM edge)", "CHECK-EVIDENCE"),
      ("UPDATE report SET is_retracted = 1", "CHECK-EVIDENCE"),
      ("PRAGMA foreign_keys = OFF; DELETE FROM node WHERE id = 'forum/f'", "CHECK-REFERENCE"),
      ("CREATE TRIGGER t AFTER INSERT ON report BEGIN DELETE FROM report; END", "CHECK-SCHEMA"),
      ("DROP VIEW evidence", "CHECK-SCHEMA"),
      ("INSERT INTO report_text (report_text) VALUES ('delete-all')", "CHECK-SEARCH"),
    ])
  func changed(sql: String, code: String) throws {
    try DatabaseQueue(path: path).writeWithoutTransaction { db in try db.execute(sql: sql) }
    let problems = try KnowledgeBase.openForReading(path: path).check()
    #expect(problems.map(\.code).contains(code), "\(problems)")
    for problem in problems { #expect(problem.place.file == path && problem.exit == .nothingKnown) }
  }
}
