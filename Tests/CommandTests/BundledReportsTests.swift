import Foundation
import Testing

/// What the bundled reports come to, forum by forum: a rule that changes shows here what it moves.
@Test("chair terms, members and totals of each forum")
func bundledReports() throws {
  let spacekb = try Spacekb()
  defer { spacekb.remove() }
  let tables = [
    (
      "bundled-chairs.csv",
      """
      SELECT forum_label AS forum, role, holder_label AS holder, person, from_edtf, to_edtf, of_meeting, report_count
      FROM chair_terms ORDER BY forum_id, role, coalesce(from_latest, to_earliest), term_id
      """
    ),
    (
      "bundled-members.csv",
      """
      SELECT forum_label AS forum, party_label AS member, class, from_edtf, to_edtf, report_count
      FROM memberships ORDER BY forum_id, party_id, class, membership_id
      """
    ),
    (
      "bundled-totals.csv",
      """
      SELECT forum_label AS forum, class, as_of_edtf, count, unit, report_count
      FROM membership_totals ORDER BY forum_id, as_of_latest, count, total_id
      """
    ),
  ]
  for (file, sql) in tables {
    let run = try spacekb("sql", "--format", "csv", sql)
    #expect(run.status == 0, "\(run.err)")
    try expectGolden(run.out, file)
  }
}
