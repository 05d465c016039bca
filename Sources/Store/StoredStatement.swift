import Formats
import GRDB
import Graph
import Mentions
import Statements

/// A statement as rows: its texts, numbers and flags as one JSON object, its names one row each.
enum StoredStatement {
  static func content(_ statement: Statements.Statement) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    for key in Statements.Statement.Key.allCases {
      switch statement.values[key] {
      case .text(let text): writer.member(key.rawValue, text)
      case .number(let number):
        writer.key(key.rawValue)
        writer.number(number)
      case .flag(let flag):
        writer.key(key.rawValue)
        writer.bool(flag)
      case .names, nil: continue
      }
    }
    writer.endObject()
    return writer.text
  }

  static func values(_ content: String, place: Place) throws(Problem) -> [Statements.Statement.Key: Statements.Statement
    .Value]
  {
    let json = try JSONReader(Array(content.utf8), file: place.file).value()
    var values: [Statements.Statement.Key: Statements.Statement.Value] = [:]
    for member in json.object ?? [] {
      guard let key = Statements.Statement.Key(rawValue: member.key) else { continue }
      switch member.value {
      case .string(let text): values[key] = .text(text)
      case .bool(let flag): values[key] = .flag(flag)
      case .number: values[key] = member.value.int.map { .number($0) }
      case .null, .array, .object: continue
      }
    }
    return values
  }

  /// What a store cannot keep, found before the first row is written.
  ///
  /// - Throws: `STATEMENT-RANGE` for evidence that is not there in the text, `STATEMENT-FORM` for an empty rule, id or
  ///   label. Both are faults of the program that read the report.
  static func check(_ statement: Statements.Statement, text: [UInt8], report: String) throws(Problem) {
    let place = Place(file: report, byte: statement.evidence.start)
    let (start, end) = (statement.evidence.start, statement.evidence.end)
    guard 0 <= start, start <= end, end <= text.count, text[start..<end].elementsEqual(statement.evidence.quote.utf8)
    else {
      throw Problem("STATEMENT-RANGE", at: place, "the evidence of a statement is not in the text", exit: .bug)
    }
    let names = Statements.Statement.Key.allCases.flatMap { statement.names($0) }
    guard !statement.rule.isEmpty, names.allSatisfy({ !$0.id.isEmpty && !$0.label.isEmpty }) else {
      throw Problem(
        "STATEMENT-FORM", at: place, "a statement without a rule, or a name without id or label", exit: .bug)
    }
  }

  static func insert(_ item: SourcedStatement, version: Int64, into db: Database) throws {
    let statement = item.statement
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO statement
          (id, version, kind, event, class, date_edtf, content, start_byte, end_byte, quote, joins_next, rule, date_basis)
        VALUES (:id, :version, :kind, :event, :class, :date, :content, :start, :end, :quote, :joins, :rule, :basis)
        """)
    try insert.execute(arguments: [
      "id": item.id, "version": version, "kind": statement.kind.rawValue,
      "event": (statement.text(.event) ?? statement.text(.how))?.nilIfEmpty,
      "class": (statement.text(.class) ?? statement.text(.role))?.nilIfEmpty,
      "date": (statement.text(.date) ?? statement.text(.asOf))?.nilIfEmpty, "content": content(statement),
      "start": statement.evidence.start, "end": statement.evidence.end, "quote": statement.evidence.quote,
      "joins": item.joinsNext, "rule": statement.rule, "basis": statement.dateBasis?.rawValue,
    ])
    let id = db.lastInsertedRowID
    let insertParty = try db.cachedStatement(
      sql: """
        INSERT INTO statement_party (statement, key, position, party_id, label, as_written, is_known, others)
        VALUES (:statement, :key, :position, :party, :label, :written, :known, :others)
        """)
    for key in Statements.Statement.Key.allCases {
      for (position, name) in statement.names(key).enumerated() {
        let written = name.asWritten.flatMap { $0.isEmpty ? nil : $0 }
        try insertParty.execute(arguments: [
          "statement": id, "key": key.rawValue, "position": position, "party": name.id, "label": name.label,
          "written": written, "known": name.isKnown, "others": name.others.joined(separator: " ").nilIfEmpty,
        ])
      }
    }
  }

  /// Reads statements; `sql` selects the columns of `statement` and of its version and report under these names.
  static func fetch(_ db: Database, sql: String, arguments: StatementArguments, path: String) throws
    -> [SourcedStatement]
  {
    let partyRows = try db.cachedStatement(
      sql: "SELECT * FROM statement_party WHERE statement = :statement ORDER BY key, position")
    var found: [SourcedStatement] = []
    let rows = try GRDB.Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: arguments)
    while let row = try rows.next() {
      let cells = Cells(row)
      let place = Place(file: path, path: "statement \(cells.text("id") ?? "")")
      guard let number = cells.number("statement"),
        let kind = cells.text("kind").flatMap(Statements.Statement.Kind.init),
        let id = cells.text("id"), let start = cells.number("start_byte"), let end = cells.number("end_byte")
      else { throw DatabaseProblem.damaged(path, "a statement that cannot be read") }
      var values = try values(cells.text("content") ?? "{}", place: place)
      let parties = try GRDB.Row.fetchCursor(partyRows, arguments: ["statement": number])
      var names: [Statements.Statement.Key: [Name]] = [:]
      while let party = try parties.next() {
        let cells = Cells(party)
        guard let key = cells.text("key").flatMap(Statements.Statement.Key.init), let id = cells.text("party_id") else {
          continue
        }
        names[key, default: []].append(
          Name(
            id: id, label: cells.text("label") ?? id, asWritten: cells.text("as_written"),
            isKnown: cells.flag("is_known"),
            others: (cells.text("others") ?? "").split(separator: " ").map(String.init)))
      }
      for (key, list) in names { values[key] = .names(list) }
      found.append(
        SourcedStatement(
          id: id,
          statement: Statements.Statement(
            kind: kind, values: values, evidence: Evidence(start: start, end: end, quote: cells.text("quote") ?? ""),
            rule: cells.text("rule") ?? "",
            dateBasis: cells.text("date_basis").flatMap(Statements.Statement.DateBasis.init)),
          source: cells.source, joinsNext: cells.flag("joins_next")))
    }
    return found
  }
}

extension Cells {
  /// The report and version that a row names.
  var source: SourcedStatement.Source {
    SourcedStatement.Source(
      report: text("report_key") ?? "", version: text("digest") ?? "", title: text("title") ?? "", url: text("url"),
      published: text("published"), isDigest: flag("is_digest"))
  }
}
