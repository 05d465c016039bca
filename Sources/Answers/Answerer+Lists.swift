import Formats
import Graph
import Store

/// What typed commands ask. A forum, an agency or a country is given by any of its names, or by its id.
///
/// All throw a ``Misunderstanding`` for an unknown or ambiguous name, or a `Problem` of the database.
extension Answerer {
  /// Who held the chair of a forum.
  /// - Parameters:
  ///   - holder: only this party, with whether and for how long; nil: all.
  ///   - role: another office, such as `vice-chair`.
  public func chairs(
    of forum: String, holder: String? = nil, role: String? = nil, by: Breakdown? = nil, _ scope: Scope
  ) throws -> Answer {
    let facts = try reader(scope)(names.forum(named: forum), [.chairTerms, .discrepancies])
    let answer =
      if let holder {
        try HolderAnswer(today: today)(facts, of: party(holder, in: facts), during: scope.period, role: role)
      } else { ChairsAnswer(today: today)(facts, during: scope.period, role: role) }
    var shown = try brokenDown(answer, by)
    if scope.period.kind == .now, let newest = try base.newestReport() {
      shown.notStated.append("The newest report that was searched is of \(Wording.date(newest)).")
    }
    return try finish(shown, scope)
  }

  /// How the chair of a forum passed.
  /// - Parameters:
  ///   - from: only from this party.
  ///   - to: only to this party.
  ///   - planned: only plans.
  public func transitions(
    of forum: String, from: String? = nil, to: String? = nil, planned: Bool = false, role: String? = nil, _ scope: Scope
  ) throws -> Answer {
    let facts = try reader(scope)(names.forum(named: forum), [.chairTerms, .transitions, .discrepancies])
    return try finish(
      TransitionsAnswer(today: today)(
        facts, from: from.map { try party($0, in: facts) }, to: to.map { try party($0, in: facts) }, planned: planned,
        during: scope.period, role: role), scope)
  }

  /// Which offices a person held.
  /// - Parameter forum: only in this one; nil: in all.
  public func person(_ name: String, in forum: String? = nil, _ scope: Scope) throws -> Answer {
    let found = PersonNames(known: try base.officeHolders())(name)
    var forums = Set(try found.flatMap { try base.forums(ofPerson: $0) })
    if let forum { forums.formIntersection([try names.forum(named: forum)]) }
    let facts = try forums.sorted().map { try reader(scope)($0, [.chairTerms]) }
    return try finish(PersonAnswer(today: today)(name, names: found, facts, during: scope.period), scope)
  }

  /// Who belonged to a forum.
  /// - Parameters:
  ///   - party: only this party, with whether and when; nil: all.
  ///   - class: only of this class; nil: of all.
  public func members(
    of forum: String, party: String? = nil, class: String? = nil, by: Breakdown? = nil, _ scope: Scope
  ) throws -> Answer {
    let facts = try reader(scope)(names.forum(named: forum), [.memberships, .totals, .discrepancies])
    let answer =
      if let party {
        try MemberAnswer(today: today)(facts, of: self.party(party, in: facts), during: scope.period, class: `class`)
      } else { MembersAnswer(today: today)(facts, during: scope.period, class: `class`) }
    return try finish(brokenDown(answer, by), scope)
  }

  /// How many belonged to a forum.
  /// - Parameter count: only reports of this number; nil: of all.
  public func totals(of forum: String, class: String? = nil, count: Int? = nil, _ scope: Scope) throws -> Answer {
    let facts = try reader(scope)(names.forum(named: forum), [.memberships, .totals, .discrepancies])
    return try finish(TotalsAnswer(today: today)(facts, during: scope.period, class: `class`, count: count), scope)
  }

  /// When and where a forum met.
  public func meetings(of forum: String, at choice: MeetingChoice = MeetingChoice(), _ scope: Scope) throws -> Answer {
    let facts = try reader(scope)(names.forum(named: forum), [.meetings, .attendances, .discrepancies])
    return try finish(MeetingsAnswer(today: today)(facts, of: choice, during: scope.period), scope)
  }

  /// Who came to meetings of a forum.
  /// - Parameters:
  ///   - party: only this party; nil: all.
  ///   - absent: the members of the day whom no report names there.
  public func attendance(
    of forum: String, at choice: MeetingChoice = MeetingChoice(), party: String? = nil, absent: Bool = false,
    _ scope: Scope
  ) throws -> Answer {
    let facts = try reader(scope)(
      names.forum(named: forum), [.meetings, .attendances, .memberships, .totals, .discrepancies])
    let list = AttendanceAnswer(today: today)
    if absent { return try finish(list.unnamed(facts, at: choice, during: scope.period), scope) }
    return try finish(
      list(facts, at: choice, of: party.map { try self.party($0, in: facts) }, during: scope.period), scope)
  }

  /// How the chair of a forum is chosen, and for how long.
  public func office(of forum: String) throws -> Answer {
    let id = try names.forum(named: forum)
    guard let row = try base.vocabularyRow(id: id) else { throw Misunderstanding(question: forum, reason: "unknown") }
    let about = Set(try base.reports().filter { $0.forums.contains { $0.id == id } }.map(\.key))
    var found: [(report: FoundReport, proof: EvidenceItem)] = []
    for words in OfficeAnswer.searches {
      for report in try base.search(words) where about.contains(report.key) && found.count < 5 {
        guard !found.contains(where: { $0.report.key == report.key }),
          let proof = SearchAnswer.proof(words, in: report)
        else { continue }
        found.append((report, proof))
      }
    }
    return try finish(OfficeAnswer()(row, found), Scope())
  }

  /// What changed in a forum.
  /// - Parameters:
  ///   - kind: only who `joined` or `left`; nil: everything.
  ///   - party: only this one joining or leaving; nil: all.
  public func changes(
    in forum: String, kind: String? = nil, party: String? = nil, by: Breakdown? = nil, _ scope: Scope
  ) throws -> Answer {
    let facts = try reader(scope)(
      names.forum(named: forum),
      [.events, .transitions, .meetings, .memberships, .chairTerms, .successions, .discrepancies])
    guard let kind = kind.flatMap(JoiningAnswer.Kind.init) ?? party.map({ _ in .joined }) else {
      return try finish(ChangesAnswer()(facts, during: scope.period), scope)
    }
    let asked = try party.map { try self.party($0, in: facts) }
    return try finish(
      brokenDown(JoiningAnswer(today: today, kind: kind)(facts, of: asked, during: scope.period), by), scope)
  }

  private func brokenDown(_ answer: Answer, _ by: Breakdown?) throws(Problem) -> Answer {
    guard let by else { return answer }
    var answer = answer
    let countries = by == .country ? try base.countriesOfAgencies() : [:]
    if let sentence = by.sentence(answer, countries: countries) { answer.summary.append(sentence) }
    return answer
  }

  /// The party of that name; of several those that have a part in the forum.
  private func party(_ name: String, in facts: ForumFacts) throws -> AskedParty {
    let family = PartyFamily(base)
    var all: [(row: VocabularyRow, ids: Set<String>)] = []
    for id in try names.parties(named: name) {
      if let row = try base.vocabularyRow(id: id) { all.append((row, Set(try family(of: row).map(\.id)))) }
    }
    let present = facts.graph.partyIds
    let fitting = all.filter { !$0.ids.isDisjoint(with: present) }
    let chosen = fitting.isEmpty ? all : fitting
    let labels = chosen.map { row, _ in
      chosen.count == 1 ? row.label : Subject(id: row.id, label: row.label, name: row.name).inFull
    }
    return AskedParty(
      label: labels.isEmpty ? name : labels.joined(separator: " or "),
      ids: chosen.reduce(into: []) { $0.formUnion($1.ids) },
      isCountry: chosen.count == 1 && chosen.first?.row.kind == .country)
  }

  /// What an agency, or a country with its agencies, has a part in.
  /// - Parameter other: another name, to see whether it is the same body.
  public func agency(_ name: String, same other: String? = nil, _ scope: Scope) throws -> Answer {
    let row = try names.row(named: name)
    let second = try other.map { try names.row(named: $0) }
    let parties = try PartyFamily(base)(of: row)
    let facts = try base.forums(of: parties.map(\.id)).map { forum in
      try reader(scope)(forum, [.memberships, .chairTerms, .meetings, .attendances, .discrepancies])
    }
    let successions = try base.successions()
    var answer = AgencyAnswer(today: today)(
      row, parties: parties, facts, successions: successions, during: scope.period)
    if let second {
      answer.reading.words = "whether \(row.label) and \(second.label) are the same body; " + answer.reading.words
      answer.summary.insert(Self.identity(row, second, successions), at: 0)
    }
    return try finish(answer, scope)
  }

  /// Whether two names are of one body, or one continues the other.
  private static func identity(_ a: VocabularyRow, _ b: VocabularyRow, _ successions: [Succession]) -> String {
    if a.id == b.id { return "Yes, as the vocabulary has it: both are names of \(a.label) (\(a.id))." }
    for (old, new) in [(a, b), (b, a)]
    where PartyLines.predecessors(of: new.id, successions).contains(old.id) {
      return "Not the same body: \(new.label) continues \(old.label), and is counted as the same member."
    }
    return "Not the same body, as the vocabulary has it; no report says that one continues the other."
  }

  /// A forum by any name that it is known by.
  /// - Throws: a ``Misunderstanding`` for an unknown or ambiguous name.
  public func forum(named name: String) throws -> Subject {
    let id = try names.forum(named: name)
    let row = try base.vocabularyRow(id: id)
    return Subject(id: id, label: row?.label ?? id, name: row?.name)
  }

  /// Which forums are known, those of which reports tell first.
  /// - Parameter name: only this one; nil: all.
  public func forums(named name: String? = nil, _ scope: Scope) throws -> Answer {
    let read = reader(scope)
    let only = try name.map { try names.forum(named: $0) }
    let told = Set(try base.toldForums())
    var known: [ForumsAnswer.Known] = []
    for row in try base.vocabulary(of: .forum).sorted(by: { ($0.label, $0.id) < ($1.label, $1.id) })
    where only == nil || row.id == only {
      let forum = Subject(id: row.id, label: row.label, name: row.name)
      known.append(ForumsAnswer.Known(forum: forum, parent: row.parent, founded: row.founded))
    }
    for index in known.indices where told.contains(known[index].forum.id) {
      let facts = try read(known[index].forum.id, [.memberships, .meetings, .chairTerms])
      if facts.graph != Graph() { known[index].facts = facts }
    }
    var answer = ForumsAnswer(today: today)(known, during: scope.period)
    if only != nil, let forum = known.first?.forum {
      answer.reading.words = "what reports tell of \(forum.inFull)\(scope.period.spaced)"
      answer.reading.subject = forum
      if let founded = known.first?.founded {
        answer.summary = ["\(forum.label) was founded \(Wording.date(founded)), as the vocabulary has it."]
      }
    }
    return try finish(answer, scope)
  }

  /// Which reports are known.
  /// - Parameter forum: only those about it; nil for all.
  public func reports(about forum: String?, _ scope: Scope) throws -> Answer {
    let subject = try forum.map { try reader(scope)(names.forum(named: $0), []).forum }
    return try finish(
      ReportsAnswer()(base.reports(), of: subject, during: scope.period, knownBy: scope.knownBy), scope)
  }

  /// In which reports words stand.
  public func search(_ words: String, _ scope: Scope) throws -> Answer {
    let found = try base.search(words)
    var answer = try finish(SearchAnswer()(words, in: found, during: scope.period, knownBy: scope.knownBy), scope)
    let reports = Dictionary(found.map { ($0.key, $0) }) { first, _ in first }
    for list in Answer.lists {
      for index in answer[keyPath: list].indices {
        let proof = reports[answer[keyPath: list][index].id].flatMap { SearchAnswer.proof(words, in: $0) }
        answer[keyPath: list][index].evidence = proof.map { [$0] } ?? []
      }
    }
    return answer
  }

  /// Where reports disagree.
  /// - Parameter forum: only about it; nil for all.
  /// - Parameter party: only what is about this party; nil: all.
  public func discrepancies(about forum: String?, of party: String? = nil, _ scope: Scope) throws -> Answer {
    let read = reader(scope)
    let all = try forum == nil && scope.knownBy == nil ? base.discrepancies(forum: nil) : []
    let forums =
      if let forum { [try names.forum(named: forum)] } else if scope.knownBy != nil { try base.toldForums() } else {
        Set(all.compactMap(\.forum?.id)).sorted()
      }
    var facts = try forums.map {
      try read($0, [.chairTerms, .memberships, .events, .meetings, .totals, .discrepancies])
    }
    var others = all.filter { $0.forum == nil }
    if let party {
      for index in facts.indices {
        let about = facts[index].graph.rows(of: try self.party(party, in: facts[index]))
        facts[index].graph.discrepancies.removeAll { about.isDisjoint(with: $0.subjects) }
      }
      others = []
    }
    var answer = DiscrepanciesAnswer()(
      forum == nil ? nil : facts.first?.forum, facts, others: others, during: scope.period)
    if let party { answer.reading.words += ", on \(party)" }
    return try finish(answer, scope)
  }
}
