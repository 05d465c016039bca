/// A view as a table of a dump. What its columns hold is in the ``Codebook``.
public struct DumpTable: Sendable, Hashable {
  /// The view, and the file without `.csv`.
  public let name: String
  /// All rows in the byte order of the key.
  let sql: String

  private init(_ name: String, _ sql: String) {
    self.name = name
    self.sql = sql
  }

  /// The columns that tell a row apart; rows come in the byte order of these.
  public var key: [String] { Codebook.current.key(of: name) }

  /// The views of `Schema/` that a researcher reads by name; what a table refers to stands before it.
  public static let all = [
    DumpTable("countries", "SELECT * FROM countries ORDER BY country_id"),
    DumpTable("agencies", "SELECT * FROM agencies ORDER BY agency_id"),
    DumpTable("forums", "SELECT * FROM forums ORDER BY forum_id"),
    DumpTable("parties", "SELECT * FROM parties ORDER BY party_id"),
    DumpTable("aliases", "SELECT * FROM aliases ORDER BY party_id, position"),
    DumpTable("known_successions", "SELECT * FROM known_successions ORDER BY old_id, new_id"),
    DumpTable("reports", "SELECT * FROM reports ORDER BY report_id"),
    DumpTable("report_versions", "SELECT * FROM report_versions ORDER BY report_id, version_digest"),
    DumpTable("report_dates", "SELECT * FROM report_dates ORDER BY report_id, version_digest, changed"),
    DumpTable("statements", "SELECT * FROM statements ORDER BY statement_id"),
    DumpTable("statement_parties", "SELECT * FROM statement_parties ORDER BY statement_id, key, position"),
    DumpTable("meetings", "SELECT * FROM meetings ORDER BY meeting_id"),
    DumpTable("attendances", "SELECT * FROM attendances ORDER BY attendance_id"),
    DumpTable("memberships", "SELECT * FROM memberships ORDER BY membership_id"),
    DumpTable("membership_names", "SELECT * FROM membership_names ORDER BY membership_id, position"),
    DumpTable("membership_events", "SELECT * FROM membership_events ORDER BY event_id"),
    DumpTable("membership_totals", "SELECT * FROM membership_totals ORDER BY total_id"),
    DumpTable("chair_terms", "SELECT * FROM chair_terms ORDER BY term_id"),
    DumpTable("chair_transitions", "SELECT * FROM chair_transitions ORDER BY transition_id"),
    DumpTable("successions", "SELECT * FROM successions ORDER BY succession_id"),
    DumpTable("discrepancies", "SELECT * FROM discrepancies ORDER BY discrepancy_id"),
    DumpTable("evidence", "SELECT * FROM evidence ORDER BY kind, key, statement_id"),
  ]
}
