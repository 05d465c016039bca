/// The form in which a command prints its result.
public enum OutputFormat: String, Sendable, Hashable, CaseIterable {
  /// For a reader at a terminal: aligned columns, sentences beneath.
  case table
  /// For a pipe: the same words line by line, columns separated by a tab.
  case plain
  /// One JSON value.
  case json
  /// JSON Lines: one JSON object a row.
  case jsonl
  /// RFC 4180 with a header, LF at the end of a row, an empty cell for what is not known.
  case csv
  /// A table for a Markdown page.
  case markdown
}
