import Knowledge

/// People with the body or state that they are from, in every order: `P of A`, `P (A)`, `P, head of A,`, `A's P`, `A (P)`, `the
/// director of A, P`, `Belgian Minister P`.
struct HolderFinder {
  struct Found {
    var holder: Holder
    var end: Int
    /// The person stands before the body.
    let isPersonFirst: Bool
    /// More than the name of a person or a party.
    let isMore: Bool
  }

  let lists: ListFinder
  private let people: [Int: Named<String>]
  private let adjectives: [Int: Named<Name>]
  /// Ends of the forums that begin at a token: `ESA Council` is no body that a person is from.
  private let forums: [Int: Int]

  private struct Named<Value> {
    let value: Value
    let end: Int
  }

  private var parties: PartyFinder { lists.parties }
  private var tokens: [Token] { lists.parties.tokens }

  init(lists: ListFinder, table: MentionTable) {
    self.lists = lists
    var people: [Int: Named<String>] = [:]
    var adjectives: [Int: Named<Name>] = [:]
    var forums: [Int: Int] = [:]
    for mention in table.mentions {
      let (start, end) = (mention.tokens.lowerBound, mention.tokens.upperBound)
      switch mention.value {
      case .person(let name) where end > people[start]?.end ?? 0: people[start] = Named(value: name, end: end)
      case .party(let name) where mention.type == .adjective: adjectives[start] = Named(value: name, end: end)
      case .forum: forums[start] = max(end, forums[start] ?? 0)
      default: break
      }
    }
    (self.people, self.adjectives, self.forums) = (people, adjectives, forums)
  }

  /// What can be read from this token on, the fullest first.
  func all(at i: Int) -> [Found] {
    guard i < tokens.count else { return [] }
    var found: [Found] = []
    if let person = people[i], party(at: i) == nil {
      found = personFirst(i, person)
    } else if let party = party(at: i) {
      found = partyFirst(i, party)
    } else if let adjective = adjectives[i] {
      found = ofNation(i, adjective)
    } else if isListed(i, "office") {
      found = officeFirst(i)
    }
    return found
  }

  // MARK: P of A

  private func personFirst(_ i: Int, _ person: Named<String>) -> [Found] {
    let e = person.end
    func make(_ party: PartyItem?, _ date: DateValue? = nil, end: Int, core: Int? = nil) -> Found {
      let holder = Holder(person: person.value, party: party, date: date, range: lists.bytes(i..<(core ?? end)))
      return Found(holder: holder, end: end, isPersonFirst: true, isMore: end > e)
    }
    var found: [Found] = []
    if let closing = parties.closingBracket(e) {
      let (party, date) = bracket(e + 1..<closing)
      if party != nil || date != nil { found.append(make(party, date, end: closing + 1)) }
    }
    if let (party, end) = ofParty(e) ?? ofParty(isWord(e, ",") ? e + 1 : tokens.count) {
      if let closing = parties.closingBracket(end), let date = bracket(end + 1..<closing).date {
        found.append(make(party, date, end: closing + 1))
      }
      found.append(make(party, end: end))
      if let close = apposition(end)?.close, close > end { found.append(make(party, end: close, core: end)) }
    } else if let apposition = apposition(e) {
      if let body = apposition.party {
        if let close = apposition.close {
          let last = behindParties(close)
          if last > close { found.append(make(body.item, end: last, core: close)) }
          if close > body.end { found.append(make(body.item, end: close)) }
        }
        found.append(make(body.item, end: body.end))
      } else if let close = apposition.close {
        found.append(make(nil, end: close, core: e))
      }
    }
    found.append(make(nil, end: e))
    return found
  }

  /// `of A`, `from the delegation of A`.
  private func ofParty(_ i: Int) -> (PartyItem, end: Int)? {
    guard i < tokens.count, isListed(i, "affiliation") else { return nil }
    return firstParty(in: i + 1..<min(i + 9, tokens.count))
  }

  private func firstParty(in range: Range<Int>) -> (PartyItem, end: Int)? {
    for j in range {
      if let party = party(at: j) { return (party.item, party.end) }
      if people[j] != nil || isMark(j) || forums[j] != nil { return nil }
    }
    return nil
  }

  /// `, director of A,` behind a name: the body in it and where it ends, if a comma or the end of the sentence closes it.
  private func apposition(_ i: Int) -> (party: (item: PartyItem, end: Int)?, close: Int?)? {
    let isOffice = i < tokens.count && isListed(i, "office")
    guard isWord(i, ",") || isBorder(i) || isOffice else { return nil }
    let start = isOffice ? i : i + 1
    // `, taking over from A`, `, under whom …` tell no office.
    guard start < tokens.count, !isParticiple(start), !isListed(start + 1, "relative") else { return nil }
    let isClause = isListed(start, "relative")
    var found: (item: PartyItem, end: Int)?
    var j = start
    while j < min(start + 18, tokens.count) {
      // `Chief Architect` behind `the` is no person.
      if people[j] != nil, !(j == start || isListed(j - 1, "affiliation") || isWord(j - 1, "the")) {
        return found.map { ($0, nil) }
      }
      if found == nil, let party = party(at: j) {
        let isNamed =
          j == start || isListed(j - 1, "affiliation") || isWord(j - 1, "the") || isListed(party.end, "office")
        if isNamed, !isClause || start + 1 < tokens.count && isListed(start + 1, "works-for") {
          found = (party.item, party.end)
        }
        j = party.end
        continue
      }
      if found == nil, let adjective = adjectives[j] {
        found = (PartyItem(name: adjective.value, range: lists.bytes(j..<adjective.end)), adjective.end)
      }
      if isWord(j, ",") || isWord(j, ";") || isWord(j, ")") || isBorder(j) { return (found, j) }
      if isWord(j, "."), j == tokens.count - 1 { return (found, j) }
      j += 1
    }
    return (found, j >= tokens.count ? tokens.count : nil)
  }

  /// The comma behind `, Department of Commerce, United States,`: further names of the body.
  private func behindParties(_ comma: Int) -> Int {
    guard let next = party(at: comma + 1), isWord(next.end, ",") else { return comma }
    return behindParties(next.end)
  }

  // MARK: A's P

  private func partyFirst(_ i: Int, _ party: (item: PartyItem, end: Int)) -> [Found] {
    let e = party.end
    func make(_ person: String?, _ date: DateValue? = nil, end: Int) -> Found {
      let holder = Holder(person: person, party: party.item, date: date, range: lists.bytes(i..<end))
      return Found(holder: holder, end: end, isPersonFirst: false, isMore: end > e)
    }
    var found: [Found] = []
    if let closing = parties.closingBracket(e) {
      if let person = people[e + 1], person.end == closing || isWord(person.end, ",") {
        found.append(make(person.value, end: closing + 1))
      } else if let date = bracket(e + 1..<closing).date {
        found.append(make(nil, date, end: closing + 1))
      }
    }
    if let person = behindOffice(isWord(e, "'s") ? e + 1 : e, needsOffice: !isWord(e, "'s")) {
      found.append(make(person.value, end: person.end))
    }
    let represented = isWord(e, ",") ? e + 1 : e
    if represented < tokens.count, let length = parties.language.listed(tokens, at: represented, "represented-by"),
      let person = behindOffice(represented + length, needsOffice: false)
    {
      found.append(make(person.value, end: person.end))
    }
    found.append(make(nil, end: e))
    return found
  }

  /// The person behind up to six words of an office: `vice president P`.
  private func behindOffice(_ i: Int, needsOffice: Bool) -> Named<String>? {
    var hasOffice = !needsOffice
    for j in i..<min(i + 7, max(i, tokens.count)) {
      if let person = people[j] { return hasOffice ? person : nil }
      hasOffice = hasOffice || isListed(j, "office")
      if isMark(j), !(isWord(j, ",") && hasOffice && people[j + 1] != nil) { return nil }
      if !hasOffice, j > i { return nil }
    }
    return nil
  }

  // MARK: Belgian Minister P; the director of A, P

  private func ofNation(_ i: Int, _ nation: Named<Name>) -> [Found] {
    guard let person = behindOffice(nation.end, needsOffice: false) else { return [] }
    let item = PartyItem(name: nation.value, range: lists.bytes(i..<nation.end))
    let holder = Holder(person: person.value, party: item, range: lists.bytes(i..<person.end))
    return [Found(holder: holder, end: person.end, isPersonFirst: false, isMore: true)]
  }

  private func officeFirst(_ i: Int) -> [Found] {
    var j = i
    while j < min(i + 5, tokens.count), !isMark(j), !isListed(j, "affiliation") {
      if let person = people[j] {
        return personFirst(j, person).filter { $0.holder.party != nil }
      }
      j += 1
    }
    guard j < tokens.count, let (item, end) = ofParty(j) else { return [] }
    guard let person = people[isWord(end, ",") ? end + 1 : end] else { return [] }
    let holder = Holder(person: person.value, party: item, range: lists.bytes(i..<person.end))
    return [Found(holder: holder, end: person.end, isPersonFirst: false, isMore: true)]
  }

  // MARK: Times

  /// The time that stands behind a holder: `in 1999`, `(2001-2003)`, `, 2004`.
  func date(behind i: Int) -> (date: DateValue, end: Int)? {
    guard i < tokens.count else { return nil }
    if let closing = parties.closingBracket(i), let date = bracket(i + 1..<closing).date { return (date, closing + 1) }
    let start = isWord(i, ",") || isBorder(i) || isWord(i, ":") ? i + 1 : i
    return date(at: start)
  }

  /// `in 1999`, `from 2001 to 2003`, `for 2012`, `2014-2016`.
  func date(at i: Int) -> (date: DateValue, end: Int)? {
    guard i < tokens.count else { return nil }
    let start = lists.dates[i] == nil && isListed(i, "during") ? i + 1 : i
    return lists.dates[start].map { ($0.date, $0.end) }
  }

  private func bracket(_ range: Range<Int>) -> (party: PartyItem?, date: DateValue?) {
    var party: PartyItem?
    var date: DateValue?
    for j in range {
      if date == nil { date = lists.dates[j]?.date }
      if party == nil, let found = self.party(at: j), found.end <= range.upperBound { party = found.item }
    }
    return (party, date)
  }

  // MARK: Tokens

  /// A body or state, no forum; of `Western Carolina University` the whole, not the person that it seems to begin with.
  private func party(at i: Int) -> (item: PartyItem, end: Int)? {
    guard let party = parties.party(at: i), !party.name.id.hasPrefix("forum/"),
      party.tokens.upperBound > people[i]?.end ?? 0, forums[i] ?? 0 <= party.tokens.upperBound
    else { return nil }
    return (PartyItem(name: party.name, range: lists.bytes(party.tokens)), party.tokens.upperBound)
  }

  private func isListed(_ i: Int, _ list: String) -> Bool { parties.language.listed(tokens, at: i, list) != nil }
  private func isWord(_ i: Int, _ word: String) -> Bool { parties.isWord(i, word) }
  private func isBorder(_ i: Int) -> Bool { i < tokens.count && tokens[i].start == tokens[i].end }

  private func isMark(_ i: Int) -> Bool {
    i < tokens.count && tokens[i].kind == .mark
      && (!tokens[i].isGlued || [",", ";", ":", "(", ")"].contains { isWord(i, $0) })
  }

  private func isParticiple(_ i: Int) -> Bool {
    parties.string(i..<i + 1).hasSuffix("ing") && !isListed(i, "office")
  }
}
