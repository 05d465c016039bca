import Formats
import Mustache
import SchemaFiles
import Store

/// The files of a dump for people and for other programs, made from the templates in `Schema/dump`.
struct DumpTexts {
  private static let folder = "dump/"

  /// Their names.
  static let names = SchemaFiles.all.map { "\($0.path)" }.filter { $0.hasPrefix(folder) }.map {
    String($0.dropFirst(folder.count))
  }

  let description: DumpDescription
  /// What differs from an earlier dump, if one was named.
  let difference: DumpDifference?

  /// Each file with its text, by name.
  /// - Throws: what a template that cannot be read throws.
  func files() throws -> [(name: String, text: String)] {
    let values = values
    return try SchemaFiles.all.filter { "\($0.path)".hasPrefix(Self.folder) }.map { file in
      let template = try MustacheTemplate(string: "\(file.text)")
      return (String("\(file.path)".dropFirst(Self.folder.count)), template.render(values))
    }
  }

  private var values: [String: Any] {
    var values: [String: Any] = [
      "version": description.version, "reports": description.reports, "withReports": description.hasReports,
      "tables": description.resources.map(values(of:)),
    ]
    values["date"] = description.newest?.text
    values["narrowed"] = description.narrowed
    if let difference {
      values["hasEarlier"] = true
      values["earlier"] = difference.version
      values["changes"] = difference.counts.filter { !$0.isNone }.map { count in
        ["table": count.table, "added": count.added, "removed": count.removed, "changed": count.changed]
          as [String: Any]
      }
    }
    return values
  }

  private func values(of resource: DumpResource) -> [String: Any] {
    let meaning = Codebook.current.meaning(of: resource.table.name)
    return [
      "table": resource.table.name, "rows": resource.rows, "meaning": meaning, "quotedMeaning": Self.quoted(meaning),
      "key": resource.table.key.map { "\"\($0)\"" }.joined(separator: ", "),
      "columns": resource.columns.map(values(of:)),
      "references": resource.references.map {
        ["column": $0.column, "other": $0.table, "otherKey": $0.key, "isSelf": $0.table == resource.table.name]
          as [String: Any]
      },
    ]
  }

  private func values(of column: Codebook.Column) -> [String: Any] {
    let meaning = column.meaning + (column.unit.map { " (\($0))" } ?? "")
    return [
      "column": column.name, "type": column.kind == .edtf ? "edtf" : column.kind.name, "sql": column.kind.sql,
      "r": column.kind.r, "isKey": column.isKey, "isRequired": column.isRequired, "meaning": column.meaning,
      "quotedMeaning": Self.quoted(meaning), "unit": column.unit ?? "", "example": column.example ?? "",
      "reference": column.references ?? "",
    ]
  }

  /// The inside of a literal of SQL.
  private static func quoted(_ text: String) -> String { text.replacing("'", with: "''") }
}

extension Codebook.Kind {
  /// The type of a column in DuckDB and PostgreSQL.
  fileprivate var sql: String {
    switch self {
    case .text, .edtf: "TEXT"
    case .integer: "BIGINT"
    case .boolean: "BOOLEAN"
    case .date: "DATE"
    }
  }

  /// The class of a column in R.
  fileprivate var r: String {
    switch self {
    case .text, .edtf: "character"
    case .integer: "integer"
    case .boolean: "logical"
    case .date: "Date"
    }
  }
}
