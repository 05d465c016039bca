import Formats
import Store
import Testing

/// The tables of a dump.
struct DumpTests {
  private let folder: Folder
  private let base: KnowledgeBase

  init() throws {
    folder = try Folder()
    base = try KnowledgeBase.openForWriting(path: folder("x.db"))
    try base.setVocabulary(Invented.vocabulary)
    _ = try base.ingest([Invented.full], extractorVersion: "1")
  }

  private func rows(of table: DumpTable) throws -> [[String?]] {
    var rows: [[String?]] = []
    try base.snapshot { try $0.rows(of: table) { rows.append($0) } }
    return rows
  }

  @Test func everyViewIsATable() throws {
    var views: Set<String> = []
    try base.query(sql: "SELECT name FROM sqlite_schema WHERE type = 'view' AND name <> 'fact_basis'") {
      _ throws(Problem) in
    } row: { cells throws(Problem) in
      if let name = cells[0] { views.insert(name) }
      return true
    }
    #expect(views == Set(DumpTable.all.map(\.name)))
  }

  /// Every column has its row in `Schema/codebook.csv`, whose key and types hold, and no row is about a column that is not there.
  @Test(arguments: DumpTable.all)
  func theCodebookIsTrue(table: DumpTable) throws {
    let rows = try rows(of: table)
    #expect(!Codebook.current.meaning(of: table.name).isEmpty)
    #expect(Set(table.key).isSubset(of: rows[0].compactMap(\.self)))
    for (index, name) in rows[0].enumerated() {
      let column = try #require(Codebook.current.column(name ?? "", of: table.name), "\(name ?? "")")
      let cells = rows.dropFirst().map { $0[index] } + (column.example.map { [$0] } ?? [])
      if column.isRequired { #expect(cells.allSatisfy { $0 != nil }, "\(column.name)") }
      #expect(cells.compactMap(\.self).allSatisfy { column.kind.takes($0) }, "\(column.name)")
      if let other = column.references.flatMap({ name in DumpTable.all.first { $0.name == name } }) {
        let keys = try self.rows(of: other).dropFirst().map { $0[0] }
        #expect(
          Set(cells.dropLast(column.example == nil ? 0 : 1).compactMap(\.self)).isSubset(of: keys), "\(column.name)")
      }
    }
  }

  @Test func theCodebookIsATable() throws {
    #expect(
      try base.value("SELECT meaning FROM codebook WHERE \"view\" = 'forums' AND \"column\" = 'term_length'")
        == Codebook.current.column("term_length", of: "forums")?.meaning)
    let columns = try DumpTable.all.map { try rows(of: $0)[0].count }.reduce(0, +)
    #expect(try base.value("SELECT count(*) FROM codebook") == String(columns))
  }

  @Test(arguments: DumpTable.all)
  func rowsStandInTheByteOrderOfTheirKey(table: DumpTable) throws {
    let rows = try rows(of: table)
    let header = rows[0].compactMap(\.self)
    let columns = try table.key.map { name in try #require(header.firstIndex(of: name)) }
    let keys = rows.dropFirst().map { row in columns.map { row[$0] ?? "" } }
    #expect(Set(keys).count == keys.count)
    for (one, next) in zip(keys, keys.dropFirst()) {
      let (a, b) = (one.joined(separator: "\u{0}").utf8, next.joined(separator: "\u{0}").utf8)
      #expect(a.lexicographicallyPrecedes(b), "\(one) \(next)")
    }
  }

  /// pandas, R and others take these words for nothing at all; only alpha-2 codes may be among them, in a column of their own.
  @Test(arguments: DumpTable.all)
  func noCellIsTakenForNothing(table: DumpTable) throws {
    let lost: Set<String> = [
      "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA",
      "NULL", "NaN", "None", "n/a", "nan", "null",
    ]
    let rows = try rows(of: table)
    #expect(rows[0].firstIndex(of: "iso2").map { $0 == rows[0].count - 1 } ?? true)
    for (column, name) in rows[0].enumerated() where name != "iso2" {
      for row in rows.dropFirst() { #expect(row[column].map { !lost.contains($0) } ?? true, "\(name ?? "")") }
    }
  }

  @Test func flagsAreWords() throws {
    let agencies = try rows(of: try #require(DumpTable.all.first { $0.name == "agencies" }))
    let column = try #require(agencies[0].firstIndex(of: "in_vocabulary"))
    #expect(Set(agencies.dropFirst().map { $0[column] }).isSubset(of: ["true", "false"]))
    #expect(agencies.contains { $0[1] == "country/ca" && $0.contains("CAN") })
  }
}
