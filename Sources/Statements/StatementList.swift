import Mentions

/// The statements of a report, each fact once: of two wordings the one with the more precise date stays.
struct StatementList {
  private(set) var statements: [Statement] = []

  mutating func insert(_ statement: Statement) {
    guard let index = statements.firstIndex(where: { isSame($0, statement) }) else {
      statements.append(statement)
      return
    }
    var (kept, other) = (statements[index], statement)
    if rank(other) > rank(kept) { swap(&kept, &other) }
    for (key, value) in other.values where kept.values[key] == nil && key != .date && key != .asOf {
      kept.values[key] = value
    }
    statements[index] = kept
  }

  private func isSame(_ a: Statement, _ b: Statement) -> Bool {
    guard a.kind == b.kind, a.forum?.id == b.forum?.id else { return false }
    switch a.kind {
    case .meeting: return false
    case .attendance: return a.name(.agency)?.id == b.name(.agency)?.id && a.text(.date) == b.text(.date)
    case .membership:
      return a.name(.member)?.id == b.name(.member)?.id && isSameClass(a, b) && steps(a, b)
    case .membershipTotal: return a.number(.count) == b.number(.count) && isSameClass(a, b)
    case .chair: return isSameChair(a, b)
    case .succession: return a.name(.new)?.id == b.name(.new)?.id
    }
  }

  /// Two readings of the same words, one of which has no class, are one.
  private func isSameClass(_ a: Statement, _ b: Statement) -> Bool {
    let classes = (a.text(.class), b.text(.class))
    let overlap = a.evidence.start < b.evidence.end && b.evidence.start < a.evidence.end
    return classes.0 == classes.1 || overlap && (classes.0 == nil || classes.1 == nil)
  }

  /// Steps of one membership: an application, a listing beside a joining told in the same report.
  private func steps(_ a: Statement, _ b: Statement) -> Bool {
    let order = ["applied", "listed", "joined", "founded"]
    guard let x = a.text(.event), let y = b.text(.event) else { return false }
    return x == y || order.contains(x) && order.contains(y)
  }

  private func isSameChair(_ a: Statement, _ b: Statement) -> Bool {
    guard a.text(.role) == b.text(.role) else { return false }
    let parties = (a.name(.to)?.id, b.name(.to)?.id)
    let people = (a.text(.person), b.text(.person))
    let sameParty = parties.0 == parties.1 || parties.0 == nil || parties.1 == nil
    let samePerson = people.0 == people.1 || people.0 == nil || people.1 == nil
    guard sameParty, samePerson, parties.0 != nil && parties.0 == parties.1 || people.0 != nil && people.0 == people.1
    else { return false }
    if a.text(.event) == b.text(.event) {
      return a.dateBasis != .stated || b.dateBasis != .stated || begin(a) == begin(b)
    }
    let incumbent = a.text(.event) == "incumbent" ? a : b
    return incumbent.dateBasis != .stated
  }

  private func begin(_ statement: Statement) -> String? { statement.text(.date).map(MeetingList.firstDay) }

  private func rank(_ statement: Statement) -> Int {
    var rank = 0
    switch statement.dateBasis {
    case .stated: rank += 4
    case .meeting: rank += 3
    case .published: rank += 1
    case nil: break
    }
    switch statement.text(.event) {
    case "founded": rank += 30
    case "joined", "transition": rank += 20
    case "listed", "elected": rank += 10
    default: break
    }
    return rank * 100 + (statement.text(.date)?.count ?? 0)
  }
}
