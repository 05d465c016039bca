public import Formats
public import Store

/// A statement's proof as JSON: the words, where they stand, and who says so.
public enum EvidenceJSON {
  public static func value(_ item: EvidenceItem) -> JSONValue {
    AnswerJSON.object([
      ("statement", .string(item.statement)),
      ("kind", .string(item.kind)),
      ("quote", .string(item.quote)),
      ("start", .int(item.start)),
      ("end", .int(item.end)),
      ("rule", .string(item.rule)),
      (
        "report",
        AnswerJSON.object([
          ("key", .string(item.report)), ("title", .string(item.title)), ("url", AnswerJSON.text(item.url)),
          ("published", AnswerJSON.text(item.published)), ("digest", .bool(item.isDigest)),
        ])
      ),
    ])
  }
}
