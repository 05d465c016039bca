public import Formats
import GRDB
public import Graph

/// Derived rows by forum id (`forum/isecg`), in time order, the undated ones last. An unknown id has no rows.
///
/// All throw what SQLite says: `DB-BUSY` (75), `DB-IO` and `DB-DAMAGED` (74).
extension KnowledgeBase {
  public func chairTerms(forum: String) throws(Problem) -> [ChairTerm] {
    try read { db in
      let statements = try statementsByFact(db, "chair_term", forum)
      let seen = try seenByFact(db, forum)
      let sql = """
        SELECT t.*, f.fact FROM chair_terms t JOIN fact f ON f.id = t.term_id
        WHERE t.forum_id = :forum ORDER BY f.fact
        """
      return try rows(db, sql, forum) { cells in
        let fact = cells.number("fact") ?? 0
        return ChairTerm(
          id: cells.text("term_id") ?? "", forum: cells.party("forum") ?? Party(id: forum, label: forum),
          role: cells.text("role") ?? "chair",
          holder: Holder(party: cells.party("holder"), person: cells.text("person")),
          time: Interval(start: cells.bound("from"), end: cells.bound("to")), seen: seen[fact] ?? [],
          continuityAssumed: cells.flag("continuity_assumed"), ofMeeting: cells.flag("of_meeting"),
          termLength: cells.text("term_length").flatMap(TermLength.init(iso8601:)), statements: statements[fact] ?? [])
      }
    }
  }

  public func transitions(forum: String) throws(Problem) -> [ChairTransition] {
    try read { db in
      let statements = try statementsByFact(db, "chair_transition", forum)
      let from = try predecessorsByFact(db, forum)
      let sql = """
        SELECT t.*, f.fact FROM chair_transitions t JOIN fact f ON f.id = t.transition_id
        WHERE t.forum_id = :forum ORDER BY f.fact
        """
      return try rows(db, sql, forum) { cells in
        let fact = cells.number("fact") ?? 0
        return ChairTransition(
          id: cells.text("transition_id") ?? "", forum: cells.party("forum") ?? Party(id: forum, label: forum),
          role: cells.text("role") ?? "chair",
          kind: cells.text("event").flatMap(ChairTransition.Kind.init) ?? .transition, from: from[fact] ?? [],
          fromPerson: cells.text("from_person"),
          to: Holder(party: cells.party("to"), person: cells.text("to_person")), time: cells.bound("date"),
          until: Bound(
            earliest: cells.day("until_earliest"), latest: cells.day("until_latest"), edtf: cells.text("until_edtf"),
            isStated: cells.text("until_edtf") != nil), statements: statements[fact] ?? [])
      }
    }
  }

  public func memberships(forum: String) throws(Problem) -> [Membership] {
    try read { db in
      let statements = try statementsByFact(db, "membership", forum)
      let names = try namesByFact(db, forum)
      let sql = """
        SELECT t.*, f.fact FROM memberships t JOIN fact f ON f.id = t.membership_id
        WHERE t.forum_id = :forum ORDER BY f.fact
        """
      return try rows(db, sql, forum) { cells in
        let fact = cells.number("fact") ?? 0
        return Membership(
          id: cells.text("membership_id") ?? "", forum: cells.party("forum") ?? Party(id: forum, label: forum),
          party: cells.party("party") ?? Party(id: "", label: ""), class: cells.text("class") ?? "member",
          time: Interval(start: cells.bound("from"), end: cells.bound("to")), isFounder: cells.flag("is_founder"),
          ordinal: cells.number("ordinal"), names: names[fact] ?? [], statements: statements[fact] ?? [])
      }
    }
  }

  public func membershipEvents(forum: String) throws(Problem) -> [MembershipEvent] {
    try read { db in
      let statements = try statementsByFact(db, "membership_event", forum)
      let sql = """
        SELECT t.*, f.fact FROM membership_events t JOIN fact f ON f.id = t.event_id
        WHERE t.forum_id = :forum ORDER BY f.fact
        """
      return try rows(db, sql, forum) { cells in
        MembershipEvent(
          id: cells.text("event_id") ?? "", forum: cells.party("forum") ?? Party(id: forum, label: forum),
          party: cells.party("party") ?? Party(id: "", label: ""),
          kind: cells.text("event").flatMap(MembershipEvent.Kind.init) ?? .listed,
          class: cells.text("class") ?? "member",
          time: cells.bound("date"), ordinal: cells.number("ordinal"), isPlanned: cells.flag("is_planned"),
          statements: statements[cells.number("fact") ?? 0] ?? [])
      }
    }
  }

  public func totals(forum: String) throws(Problem) -> [MembershipTotal] {
    try read { db in
      let statements = try statementsByFact(db, "membership_total", forum)
      let sql = """
        SELECT t.*, f.fact FROM membership_totals t JOIN fact f ON f.id = t.total_id
        WHERE t.forum_id = :forum ORDER BY f.fact
        """
      return try rows(db, sql, forum) { cells in
        MembershipTotal(
          id: cells.text("total_id") ?? "", forum: cells.party("forum") ?? Party(id: forum, label: forum),
          count: cells.number("count") ?? 0, unit: cells.text("unit"), class: cells.text("class"),
          isApproximate: cells.flag("is_approximate"), asOf: cells.bound("as_of"),
          statements: statements[cells.number("fact") ?? 0] ?? [])
      }
    }
  }

  public func meetings(forum: String) throws(Problem) -> [Meeting] {
    try read { db in
      let statements = try statementsByFact(db, "meeting", forum)
      let hosts = try hostsByMeeting(db, forum)
      let sql = """
        SELECT t.*, f.fact FROM meetings t JOIN fact f ON f.id = t.meeting_id
        WHERE t.forum_id = :forum ORDER BY f.fact
        """
      return try rows(db, sql, forum) { cells in
        let id = cells.text("meeting_id") ?? ""
        return Meeting(
          id: id, forum: cells.party("forum") ?? Party(id: forum, label: forum), name: cells.text("name"),
          ordinal: cells.number("ordinal"), date: cells.text("date_edtf"),
          time: Interval(start: cells.bound("start"), end: cells.bound("end")), place: cells.text("place"),
          venue: cells.text("venue"), country: cells.text("country"), hosts: hosts[id] ?? [], mode: cells.text("mode"),
          represented: cells.number("represented"), unit: cells.text("unit"), level: cells.text("level"),
          status: cells.text("status").flatMap(Meeting.Status.init),
          statements: statements[cells.number("fact") ?? 0] ?? [])
      }
    }
  }

  public func attendances(forum: String) throws(Problem) -> [Attendance] {
    try read { db in
      let statements = try statementsByFact(db, "attendance", forum)
      let sql = """
        SELECT t.*, f.fact FROM attendances t JOIN fact f ON f.id = t.attendance_id
        WHERE t.forum_id = :forum ORDER BY f.fact
        """
      return try rows(db, sql, forum) { cells in
        Attendance(
          id: cells.text("attendance_id") ?? "", meeting: cells.text("meeting_id") ?? "",
          forum: cells.party("forum") ?? Party(id: forum, label: forum),
          party: cells.party("party") ?? Party(id: "", label: ""), class: cells.text("class") ?? "participant",
          asWritten: cells.text("as_written"), statements: statements[cells.number("fact") ?? 0] ?? [])
      }
    }
  }

  /// - Parameter forum: nil for those of all forums, and of versions that cannot be ordered.
  public func discrepancies(forum: String?) throws(Problem) -> [Discrepancy] {
    try read { db in
      let sql =
        forum == nil
        ? "SELECT t.*, f.fact FROM discrepancies t JOIN fact f ON f.id = t.discrepancy_id ORDER BY t.discrepancy_id"
        : """
        SELECT t.*, f.fact FROM discrepancies t JOIN fact f ON f.id = t.discrepancy_id
        WHERE t.forum_id = :forum ORDER BY f.fact
        """
      let found = try GRDB.Row.fetchAll(db, sql: sql, arguments: forum.map { ["forum": $0] } ?? [])
      return try found.map(Cells.init).compactMap { cells in
        guard let kind = cells.text("kind").flatMap(Discrepancy.Kind.init) else { return nil }
        let fact = cells.number("fact") ?? 0
        return Discrepancy(
          id: cells.text("discrepancy_id") ?? "", kind: kind, forum: cells.party("forum"),
          subjects: try subjects(db, ofFact: fact),
          summary: cells.text("summary") ?? "", statements: try statements(db, ofFact: fact))
      }
    }
  }

  public func successions() throws(Problem) -> [Succession] {
    try read { db in
      let sql = """
        SELECT t.*, f.fact FROM fact f JOIN successions t ON t.succession_id = f.id
        WHERE f.kind = 'succession' ORDER BY t.succession_id
        """
      return try GRDB.Row.fetchAll(db, sql: sql).map(Cells.init).compactMap { cells in
        guard let old = cells.party("old"), let new = cells.party("new") else { return nil }
        return Succession(
          id: cells.text("succession_id") ?? "", old: old, new: new, time: cells.bound("date"), how: cells.text("how"),
          isKnown: cells.flag("in_vocabulary"), statements: try statements(db, ofFact: cells.number("fact") ?? 0))
      }
    }
  }
}
