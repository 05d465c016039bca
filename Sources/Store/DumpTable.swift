/// A view as a table of a dump.
public struct DumpTable: Sendable, Hashable {
  /// The view, and the file without `.csv`.
  public let name: String
  /// The columns that tell a row apart; rows come in the byte order of these.
  public let key: [String]
  let sql: String

  private init(_ name: String, key: String..., sql: String) {
    self.name = name
    self.key = key
    self.sql = sql
  }

  /// Whether a column holds true or false.
  public static func isFlag(_ column: String) -> Bool {
    column.hasPrefix("is_") || column.hasSuffix("_stated")
      || ["in_vocabulary", "continuity_assumed", "of_meeting"].contains(column)
  }

  /// The views of `Schema/` that a researcher reads by name, in the order in which the documentation lists them.
  public static let all = [
    DumpTable("reports", key: "report_id", sql: "SELECT * FROM reports ORDER BY report_id"),
    DumpTable("statements", key: "statement_id", sql: "SELECT * FROM statements ORDER BY statement_id"),
    DumpTable("agencies", key: "agency_id", sql: "SELECT * FROM agencies ORDER BY agency_id"),
    DumpTable("forums", key: "forum_id", sql: "SELECT * FROM forums ORDER BY forum_id"),
    DumpTable("countries", key: "country_id", sql: "SELECT * FROM countries ORDER BY country_id"),
    DumpTable("aliases", key: "party_id", "position", sql: "SELECT * FROM aliases ORDER BY party_id, position"),
    DumpTable("meetings", key: "meeting_id", sql: "SELECT * FROM meetings ORDER BY meeting_id"),
    DumpTable("attendances", key: "attendance_id", sql: "SELECT * FROM attendances ORDER BY attendance_id"),
    DumpTable("memberships", key: "membership_id", sql: "SELECT * FROM memberships ORDER BY membership_id"),
    DumpTable(
      "membership_names", key: "membership_id", "position",
      sql: "SELECT * FROM membership_names ORDER BY membership_id, position"),
    DumpTable("membership_events", key: "event_id", sql: "SELECT * FROM membership_events ORDER BY event_id"),
    DumpTable("membership_totals", key: "total_id", sql: "SELECT * FROM membership_totals ORDER BY total_id"),
    DumpTable("chair_terms", key: "term_id", sql: "SELECT * FROM chair_terms ORDER BY term_id"),
    DumpTable("chair_transitions", key: "transition_id", sql: "SELECT * FROM chair_transitions ORDER BY transition_id"),
    DumpTable("successions", key: "succession_id", sql: "SELECT * FROM successions ORDER BY succession_id"),
    DumpTable("discrepancies", key: "discrepancy_id", sql: "SELECT * FROM discrepancies ORDER BY discrepancy_id"),
    DumpTable(
      "evidence", key: "kind", "key", "statement_id", sql: "SELECT * FROM evidence ORDER BY kind, key, statement_id"),
  ]
}
