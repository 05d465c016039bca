import Formats
import Graph
import Store

/// Makes the years of the countries in one forum. Unknown is never nought.
struct CountryYearBuilder {
  let facts: ForumFacts
  /// When the forum ended, EDTF.
  let dissolved: String?
  let period: Period
  /// The day of the newest report; what is presumed goes on until then.
  let newest: Day
  /// Behind totals and listings.
  let evidence: [EvidenceItem]

  /// - Parameter entries: what the vocabulary tells of the parties, by id.
  func callAsFunction(_ entries: [String: VocabularyRow], in countries: Countries) -> [CountryYear] {
    guard let years else { return [] }
    let lists = CompleteLists(facts.graph, evidence: evidence)
    let days = Period(kind: .span, from: .first(of: years.lowerBound), to: .last(of: years.upperBound), words: "")
    let cut = StretchFinder(days, known: [], today: newest)
    let memberships = facts.graph.memberships.map { (membership: $0, stretches: cut($0)) }
    return years.flatMap { year in
      func country(_ party: String) -> VocabularyRow? { entries[party].flatMap { countries.country(of: $0, in: year) } }
      let byCountry = Dictionary(grouping: memberships) { country($0.membership.party.id)?.id }
      let listed = lists.parties(in: year).map { Set($0.compactMap { country($0)?.id }) }
      return byCountry.compactMap { id, members -> CountryYear? in
        guard let id, let row = members.first.flatMap({ country($0.membership.party.id) }), let iso3 = row.iso3 else {
          return nil
        }
        return self.year(
          year, iso3, row.cowCode, members.map { InYear($0.membership, $0.stretches, year) },
          isLeftOut: listed.contains { !$0.contains(id) })
      }
    }
  }

  private func year(
    _ year: Int, _ iso3: String, _ cowCode: Int?, _ members: [InYear], isLeftOut: Bool
  ) -> CountryYear {
    var row = CountryYear(
      iso3: iso3, cowCode: cowCode, year: year, forum: facts.forum.id, standing: .unknown, certainty: .unknown)
    if isOutside(year) {
      row.standing = .forumDidNotExist
      row.certainty = .stated
      return row
    }
    let sure = members.filter { $0.anyDay < .possible }
    if let best = sure.min(by: { $0.rank < $1.rank }) {
      row.standing = best.standing
      row.anyDay = best.membership.class
      row.lastDay = sure.filter { $0.lastDay < .possible }.min { $0.rank < $1.rank }?.membership.class
      row.certainty = best.anyDay
      row.agencies = Set(sure.map(\.membership.party.id)).count
    } else if members.allSatisfy({ $0.isKnownNot || isLeftOut && !$0.isChanging }) {
      row.standing = .none
      row.certainty = .stated
      row.agencies = 0
    } else if members.contains(where: { $0.anyDay == .possible }) {
      row.certainty = .possible
    }
    return row
  }

  /// The years of the period; where it is open from the founding of the forum, or the first day known, to the newest report.
  private var years: ClosedRange<Int>? {
    let known = facts.graph.memberships.flatMap(\.time.knownDays)
    let first = period.from ?? facts.founded.flatMap { try? EDTF($0) }?.earliest ?? known.min()
    guard let first, let last = period.to ?? Optional(max(newest, first)), first <= last else { return nil }
    return first.year...last.year
  }

  private func isOutside(_ year: Int) -> Bool {
    let founded = facts.founded.flatMap { try? EDTF($0) }?.earliest
    let dissolved = dissolved.flatMap { try? EDTF($0) }?.latest
    return founded.map { year < $0.year } ?? false || dissolved.map { year > $0.year } ?? false
  }
}

/// A membership in a year.
private struct InYear {
  let membership: Membership
  let anyDay: Certainty
  let lastDay: Certainty
  /// A report tells that the year lies before the joining or after the leaving.
  let isKnownNot: Bool
  /// A report tells of a joining or a leaving that may lie in the year.
  let isChanging: Bool

  init(_ membership: Membership, _ stretches: [Fact.Stretch], _ year: Int) {
    self.membership = membership
    let (first, last) = (Day.first(of: year), Day.last(of: year))
    let touched = stretches.filter { $0.from <= last && first <= $0.to }.map(\.certainty)
    anyDay = membership.time.isUndated ? .possible : touched.min() ?? .unknown
    lastDay = stretches.first { $0.from <= last && last <= $0.to }?.certainty ?? .unknown
    let (start, end) = (membership.time.start, membership.time.end)
    isKnownNot =
      start.isStated && start.earliest.map { last < $0 } ?? false
      || end.isStated && end.latest.map { $0 < first } ?? false
    func mayLie(_ bound: Bound) -> Bool {
      bound.isStated && !bound.isUnknown && bound.earliest.map { $0 <= last } ?? true
        && bound.latest.map { first <= $0 } ?? true
    }
    isChanging = mayLie(start) || mayLie(end)
  }

  var standing: CountryYear.Standing { CountryYear.Standing(class: membership.class) }
  /// The higher class first, then the surer.
  var rank: (Int, Int) { (standing.rawValue, anyDay == .stated ? 0 : 1) }
}

extension Day {
  fileprivate static func first(of year: Int) -> Day { Day(year: year, month: 1, day: 1) ?? Day(number: 0) }
  fileprivate static func last(of year: Int) -> Day { Day(year: year, month: 12, day: 31) ?? Day(number: 0) }
}
