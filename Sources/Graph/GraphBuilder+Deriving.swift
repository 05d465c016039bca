import Mentions
import Statements

extension GraphBuilder {
  /// The graph that follows from `statements`; a statement that is there twice counts once.
  public func callAsFunction(_ statements: [SourcedStatement]) -> Graph {
    var graph = Graph()
    for forum in GraphBuilder.forums(of: statements) {
      graph.append(derive(forum.party, from: forum.statements))
    }
    let told = Corrections(
      GraphBuilder.ordered(statements).filter { $0.statement.kind == .succession && $0.statement.forum == nil },
      forum: nil)
    graph.successions = SuccessionDerivation(known: vocabulary.successions)(told.statements)
    graph.discrepancies += told.discrepancies
    return graph
  }

  /// The part of the graph that is about one forum; it follows from the statements about that forum alone.
  func derive(_ forum: Party, from told: [SourcedStatement]) -> Graph {
    var graph = Graph()
    let corrections = Corrections(told, forum: forum)
    let statements = corrections.statements
    let gatherings = MeetingDerivation(forum: forum, successions: successions)(statements)
    graph.meetings = gatherings.meetings
    graph.attendances = gatherings.attendances
    let belonging = MembershipDerivation(forum: forum, successions: successions)(statements)
    graph.memberships = belonging.memberships
    graph.membershipEvents = belonging.events
    graph.membershipTotals = belonging.totals
    let chairs = ChairDerivation(
      forum: forum, termLength: vocabulary.termLengths[forum.id], successions: successions)(statements)
    graph.chairTerms = chairs.terms
    graph.chairTransitions = chairs.transitions
    graph.discrepancies = Row.numbered(
      CountCheck(forum: forum)(statements, gatherings: gatherings, totals: belonging.totals)
        + NameCheck(forum: forum)(statements) + OrdinalCheck(forum: forum)(belonging.memberships, gatherings.meetings)
        + corrections.discrepancies + gatherings.discrepancies + belonging.discrepancies + chairs.discrepancies)
    return graph
  }

  static func forums(of statements: [SourcedStatement]) -> [(party: Party, statements: [SourcedStatement])] {
    let byForum = Dictionary(grouping: ordered(statements).filter { $0.statement.forum != nil }) {
      $0.statement.forum?.id ?? ""
    }
    return byForum.keys.sorted(by: Row.byteOrder).map { id in
      let group = byForum[id] ?? []
      let label = group.compactMap { $0.statement.forum?.label }.min(by: Row.byteOrder) ?? id
      return (Party(id: id, label: label), group)
    }
  }

  /// By report, version, place in the text and id; each id once.
  static func ordered(_ statements: [SourcedStatement]) -> [SourcedStatement] {
    var seen: Set<String> = []
    return statements.sorted { a, b in
      if a.source.report != b.source.report { return Row.byteOrder(a.source.report, b.source.report) }
      let (left, right) = (a.statement.evidence, b.statement.evidence)
      return (a.source.version, left.start, left.end, a.id) < (b.source.version, right.start, right.end, b.id)
    }
    .filter { seen.insert($0.id).inserted }
  }
}

extension Graph {
  mutating func append(_ other: Graph) {
    meetings += other.meetings
    attendances += other.attendances
    memberships += other.memberships
    membershipEvents += other.membershipEvents
    membershipTotals += other.membershipTotals
    chairTerms += other.chairTerms
    chairTransitions += other.chairTransitions
    successions += other.successions
    discrepancies += other.discrepancies
  }
}
