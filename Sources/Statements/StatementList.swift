import Knowledge
import Mentions

/// The statements of a report, each fact once: of two wordings the one with the more precise date stays.
struct StatementList {
  let names: Names
  private(set) var statements: [Statement] = []

  mutating func insert(_ statement: Statement) {
    guard let index = statements.firstIndex(where: { isSame($0, statement) }) else {
      statements.append(statement)
      return
    }
    var (kept, other) = (statements[index], statement)
    if rank(other) > rank(kept) { swap(&kept, &other) }
    for (key, value) in other.values where kept.values[key] == nil && ![.date, .asOf, .of].contains(key) {
      kept.values[key] = value
    }
    // `elected on 3 June to take over on 1 July`, `she succeeds P of A`: the change has the date of the plan or election.
    if kept.kind == .chair, kept.text(.event) == "transition", kept.dateBasis != .stated,
      let event = other.text(.event), event != "incumbent", other.dateBasis == .stated || kept.dateBasis == .published
    {
      kept.values[.date] = other.values[.date] ?? kept.values[.date]
      kept.dateBasis = other.dateBasis
    }
    // Of a state and its agency the agency is told.
    if kept.kind == .chair, let to = kept.name(.to), to.id.hasPrefix("country/"), let agency = other.name(.to) {
      kept.values[.to] = .names([agency])
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

  /// Offices that several hold at once.
  private static let shared: Set<String> = ["co-chair", "vice-chair", "vice-president"]

  private func isSameChair(_ a: Statement, _ b: Statement) -> Bool {
    let isMeeting = (a.text(.of) == "meeting", b.text(.of) == "meeting")
    // Whoever chaired a meeting as the holder of the office is told once, in the office.
    guard a.text(.role) == b.text(.role) || isMeeting.0 != isMeeting.1 else { return false }
    let parties = (a.name(.to)?.id, b.name(.to)?.id)
    let people = (a.text(.person), b.text(.person))
    let samePerson = people.0 == nil || people.1 == nil || isSamePerson(people.0 ?? "", people.1 ?? "")
    let isPersonNamed = people.0 != nil && people.1 != nil
    let sameParty =
      parties.0 == parties.1 || parties.0 == nil || parties.1 == nil
      || isPersonNamed && samePerson && isOfState(parties.0 ?? "", parties.1 ?? "")
    guard sameParty, samePerson else { return false }
    let isNamed = parties.0 != nil && parties.0 == parties.1 || people.0 != nil && people.1 != nil
    let isSingle = !Self.shared.contains(a.text(.role) ?? "")
    guard isNamed || isSingle && a.text(.event) == "incumbent" && b.text(.event) == "incumbent" else { return false }
    if isMeeting.0 != isMeeting.1 { return true }
    let events = Set([a, b].compactMap { $0.text(.event) })
    if events.count == 1 { return a.dateBasis != .stated || b.dateBasis != .stated || begin(a) == begin(b) }
    guard events.contains("incumbent") else { return true }
    let incumbent = a.text(.event) == "incumbent" ? a : b
    return incumbent.dateBasis != .stated
  }

  /// Whether of two parties one is a state and the other a body of it.
  private func isOfState(_ a: String, _ b: String) -> Bool {
    guard let x = names.byID[a].map({ names.entities[$0] }), let y = names.byID[b].map({ names.entities[$0] }) else {
      return false
    }
    return (x.kind == .country) != (y.kind == .country) && x.country == y.country
  }

  /// One name has all the words of the other: `Salem Al Qubaisi`, `Salem Butti Al Qubaisi`.
  private func isSamePerson(_ a: String, _ b: String) -> Bool {
    let words = (Set(a.split(separator: " ")), Set(b.split(separator: " ")))
    return words.0.isSubset(of: words.1) || words.1.isSubset(of: words.0)
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
    case "listed", "elected", "planned": rank += 10
    default: break
    }
    if statement.text(.of) == "meeting" { rank -= 8 }
    return rank * 100 + (statement.text(.date)?.count ?? 0)
  }
}
