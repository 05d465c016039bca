import Knowledge
import Mentions

/// Turns a match of a rule into drafts: one a party of a list, each with the values of the rule's slots and constants.
struct DraftBuilder {
  let language: Language
  let text: [UInt8]

  func callAsFunction(_ match: RuleMatch, _ production: Rule.Production, _ marked: MarkedSentence, _ index: Int)
    -> [StatementDraft]
  {
    guard let kind = Statement.Kind(rawValue: production.kind) else { return [] }
    var draft = StatementDraft(
      kind: kind, rule: match.rule, sentence: index, tokens: match.tokens,
      bytes: marked.sentence.bytes(of: trimmed(match.tokens, marked)))
    draft.constants = production.values
    for (key, text) in production.values {
      // `date=meeting` tells how to date, not a date.
      guard let key = Statement.Key(rawValue: key), key != .date else { continue }
      if let number = Int(text) {
        draft.values[key] = .number(number)
      } else {
        draft.values[key] = text == "true" ? .flag(true) : .text(text)
      }
    }
    var lists: [(Statement.Key, [PartyItem])] = []
    for (name, mention) in match.captures { fill(&draft, name, mention, &lists) }
    let drafts = spread(draft, lists)
    let holders = match.captures.compactMap { key, mention -> [Holder]? in
      if key == "to", case .holders(let holders) = mention.value { holders } else { nil }
    }
    return holders.reduce(drafts) { drafts, holders in drafts.flatMap { spread($0, holders) } }
  }

  private func fill(
    _ draft: inout StatementDraft, _ name: String, _ mention: Mention, _ lists: inout [(Statement.Key, [PartyItem])]
  ) {
    switch (name, mention.value) {
    case ("forum", .forum(let forum)): setForum(&draft, forum)
    case ("forum", .code(let forum, let ordinal)), ("code", .code(let forum, let ordinal)):
      setForum(&draft, forum)
      if draft.kind == .chair {
        // Who chairs GEO-X chairs a meeting.
        draft.values[.of] = .text("meeting")
        draft.values[.role] = draft.values[.role] ?? .text("chair")
      } else {
        draft.values[.ordinal] = .number(ordinal)
      }
    case ("date", .date(let date)), ("as_of", .date(let date)): draft.date = date
    case ("until", .date(let date)): draft.until = date
    case ("term", .date(let date)):
      draft.term = date
      draft.asides.append(mention.tokens)
    case ("place", .place(let town, let country)), ("country", .place(let town, let country)):
      if let town { draft.values[.place] = .text(town) }
      if let country { draft.values[.country] = .text(country) }
    case ("venue", .place(let town, _)): if let town { draft.values[.venue] = .text(town) }
    default:
      guard let key = Statement.Key(rawValue: name) else { return }
      switch mention.value {
      case .party(let party): lists.append((key, [PartyItem(name: party, range: draft.bytes)]))
      case .parties(let items):
        lists.append((key, items))
        // A date within a list belongs to one of its items.
        draft.asides.append(mention.tokens)
      case .person(let person): draft.values[Self.person(for: key)] = .text(person)
      case .holders(let holders):
        draft.asides.append(mention.tokens)
        guard key == .from else { break }
        let parties = holders.compactMap(\.party)
        if !parties.isEmpty { lists.append((.from, parties)) }
        if let person = holders.first?.person { draft.values[.fromPerson] = .text(person) }
      case .word(let word): draft.values[key] = .text(word)
      // The 2019 of `CEOS Plenary 2019` is no number of a meeting.
      case .number(let number) where key == .ordinal && (1950...2100).contains(number): break
      case .number(let number): draft.values[key] = .number(number)
      case .forum(let forum): lists.append((key, [PartyItem(name: forum, range: draft.bytes)]))
      case .place(let town, _): if let town { draft.values[key] = .text(town) }
      case .date, .code: break
      }
    }
  }

  /// `<to:holder>` and `<from:holder>` may be a person.
  private static func person(for key: Statement.Key) -> Statement.Key {
    switch key {
    case .to: .person
    case .from: .fromPerson
    default: key
    }
  }

  /// One statement for each holder.
  private func spread(_ draft: StatementDraft, _ holders: [Holder]) -> [StatementDraft] {
    holders.map { holder in
      var one = draft
      if let person = holder.person { one.values[.person] = .text(person) }
      if let party = holder.party { one.values[.to] = .names([party.name]) }
      if let date = holder.date { one.date = date }
      if let forum = holder.forum { setForum(&one, forum) }
      if holders.count > 1 { one.bytes = holder.range }
      return one
    }
  }

  private func setForum(_ draft: inout StatementDraft, _ forum: Name) {
    draft.forum = forum
    draft.isForumStated = true
  }

  /// Agencies, members and holders go one to a statement; hosts, predecessors and old names stay together.
  private func spread(_ draft: StatementDraft, _ lists: [(Statement.Key, [PartyItem])]) -> [StatementDraft] {
    var drafts = [draft]
    for (key, items) in lists {
      switch key {
      case .agency, .member, .to:
        // An empty item or one told twice is one.
        var seen: Set<String> = []
        let distinct = items.filter { seen.insert($0.name.id).inserted }
        drafts = drafts.flatMap { draft in
          distinct.map { item in
            var one = draft
            one.values[key] = .names([item.name])
            if distinct.count > 1 { one.bytes = item.range }
            if let date = item.date, key == .member {
              // `Estonia (2009)` in a list of members joined then.
              one.date = date
              if one.text(.event) == "listed" { one.values[.event] = .text("joined") }
            }
            if let status = item.status, status != "member", key != .to { one.values[.class] = .text(status) }
            return one
          }
        }
      default:
        for index in drafts.indices {
          drafts[index].values[key] = .names(drafts[index].names(key) + items.map(\.name))
        }
      }
    }
    return drafts
  }

  /// Without the synthetic end of a list's introduction.
  private func trimmed(_ tokens: Range<Int>, _ marked: MarkedSentence) -> Range<Int> {
    let all = marked.sentence.tokens
    var end = tokens.upperBound
    while end > tokens.lowerBound + 1, all[end - 1].start == all[end - 1].end { end -= 1 }
    return tokens.lowerBound..<end
  }
}
