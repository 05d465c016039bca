import Formats
import Store

/// `datapackage.json`: the tables of a dump for programs (Data Package 2.0, https://datapackage.org/standard/data-package/).
///
/// `profile` is what readers of version 1 look for. What only `spacekb load` needs stands under `spacekb`.
struct DumpDescriptor {
  static let name = "datapackage.json"

  let description: DumpDescription

  var bytes: [UInt8] {
    var writer = JSONWriter(.pretty)
    writer.beginObject()
    writer.member("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
    writer.member("profile", "tabular-data-package")
    writer.member("name", "space-agency-membership")
    writer.member("title", "Space agency membership knowledge base")
    writer.member(
      "description",
      "Who met, who belongs, who joined and who held the chair in the forums of the world's space agencies.")
    writer.member("version", description.version)
    writer.member("created", description.created)
    writer.member(
      "licenses",
      .array([
        .object([
          JSONMember("name", .string("CC-BY-4.0")),
          JSONMember("path", .string("https://creativecommons.org/licenses/by/4.0/")),
          JSONMember("title", .string("Creative Commons Attribution 4.0")),
        ])
      ]))
    writer.key("spacekb")
    own(&writer)
    writer.key("resources")
    writer.beginArray()
    for resource in description.resources { write(resource, &writer) }
    writer.endArray()
    writer.endObject()
    writer.newline()
    return writer.bytes
  }

  private func own(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("format", DumpDescription.format)
    writer.member("data_sha256", description.dataHash)
    writer.member("extractor", description.extractor)
    writer.member("narrowed", description.narrowed)
    writer.member("spreadsheet", .bool(description.isForSpreadsheets))
    writer.member("reports", .bool(description.hasReports))
    writer.endObject()
  }

  private func write(_ resource: DumpResource, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("$schema", "https://datapackage.org/profiles/2.0/dataresource.json")
    writer.member("profile", "tabular-data-resource")
    writer.member("name", resource.table.name)
    writer.member("type", "table")
    writer.member("path", resource.path)
    writer.member("description", Codebook.current.meaning(of: resource.table.name))
    writer.member("format", "csv")
    writer.member("mediatype", "text/csv")
    writer.member("encoding", "utf-8")
    writer.member("bytes", resource.bytes)
    writer.member("hash", "sha256:\(resource.sha256)")
    if description.isForSpreadsheets {
      writer.member("dialect", .object([JSONMember("lineTerminator", .string("\r\n"))]))
    }
    writer.key("schema")
    schema(of: resource, &writer)
    writer.endObject()
  }

  private func schema(of resource: DumpResource, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("$schema", "https://datapackage.org/profiles/2.0/tableschema.json")
    writer.member("fieldsMatch", "equal")
    writer.member("missingValues", .array([.string("")]))
    writer.member("primaryKey", .array(resource.table.key.map { .string($0) }))
    let references = resource.references
    if !references.isEmpty {
      writer.member(
        "foreignKeys",
        .array(
          references.map { reference in
            // A table that refers to itself says so by an empty name.
            let other = reference.table == resource.table.name ? "" : reference.table
            return .object([
              JSONMember("fields", .array([.string(reference.column)])),
              JSONMember(
                "reference",
                .object([
                  JSONMember("resource", .string(other)), JSONMember("fields", .array([.string(reference.key)])),
                ])),
            ])
          }))
    }
    writer.key("fields")
    writer.beginArray()
    for column in resource.columns { write(column, &writer) }
    writer.endArray()
    writer.endObject()
  }

  private func write(_ column: Codebook.Column, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", column.name)
    writer.member("type", column.kind.name)
    writer.member("description", column.meaning + (column.unit.map { " (\($0))" } ?? ""))
    writer.member("example", column.exampleValue)
    if column.isRequired { writer.member("constraints", .object([JSONMember("required", .bool(true))])) }
    writer.endObject()
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ key: String, _ value: JSONValue?) {
    if let value { member(key, value) }
  }
}

extension Codebook.Column {
  fileprivate var exampleValue: JSONValue? {
    switch kind {
    case .integer: example.flatMap(Int.init).map { .int($0) }
    case .boolean: example.map { .bool($0 == "true") }
    case .text, .date, .edtf: example.map { .string($0) }
    }
  }
}

extension Codebook.Kind {
  /// The type of a field in a Table Schema.
  var name: String {
    switch self {
    case .text, .edtf: "string"
    case .integer: "integer"
    case .boolean: "boolean"
    case .date: "date"
    }
  }
}
