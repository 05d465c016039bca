import Knowledge

extension MentionFinder {
  /// Words of the lists `it` and `he` as the party or person that the sentence before tells of.
  func addPronouns(_ sentence: Sentence, _ table: inout MentionTable, _ context: inout NameContext) {
    for i in sentence.tokens.indices {
      language.eachWord(sentence.tokens, at: i) { length, use in
        let tokens = i..<i + length
        if use.list == "it", let subject = context.subject, sentence.block - subject.block <= 1 {
          table.add(Mention(type: MentionType(name: "it"), tokens: tokens, value: .party(subject.party)))
        } else if use.list == "he", let holder = context.person(for: use.value, in: sentence.block) {
          table.add(Mention(type: .person, tokens: tokens, value: .person(holder.person ?? "")))
          table.add(Mention(type: .he, tokens: tokens, value: .holders([holder])))
        }
      }
    }
  }

  /// Holders of offices: people with the bodies that they are from, and lists of such.
  func addHolders(_ lists: ListFinder, _ table: inout MentionTable) {
    let finder = HolderFinder(lists: lists, table: table)
    let list = HolderList(finder: finder)
    var listEnd = 0
    for i in lists.parties.tokens.indices {
      if i >= listEnd, let (holders, end) = list.list(at: i) {
        table.add(Mention(type: .holders, tokens: i..<end, value: .holders(holders)))
        listEnd = end
      }
      // Plain parties and people are mentions of their own.
      for found in finder.all(at: i) where found.isMore {
        table.add(Mention(type: .holder, tokens: i..<found.end, value: .holders([found.holder])))
      }
    }
  }
}

extension NameContext {
  /// Whom `he` or `she` means: the person of the sentence before unless the other word was used of him, else the one last so
  /// called.
  fileprivate mutating func person(for pronoun: String, in block: Int) -> Holder? {
    if let person, block - person.block <= 1,
      called.allSatisfy({ $0.key == pronoun || $0.value.person != person.holder.person })
    {
      called[pronoun] = person.holder
    }
    return called[pronoun]
  }

  /// Keeps whom a sentence tells of, for the pronouns of the next one: the party named first outside lists, the first person.
  mutating func remember(_ table: MentionTable, _ block: Int) {
    let lists = table.mentions.filter { $0.type == .group }.map(\.tokens)
    let party = table.mentions.first { mention in
      guard mention.type == .party, case .party(let name) = mention.value, !name.id.hasPrefix("forum/") else {
        return false
      }
      return !lists.contains { $0.overlaps(mention.tokens) }
    }
    if case .party(let name) = party?.value { subject = (name, block) }
    var first: (start: Int, tokens: Int, holder: Holder)?
    for mention in table.mentions {
      let holder: Holder
      switch mention.value {
      case .person(let name): holder = Holder(person: name, range: 0..<0)
      case .holders(let holders) where mention.type != .holders && holders[0].person != nil: holder = holders[0]
      default: continue
      }
      let (start, count) = (mention.tokens.lowerBound, mention.tokens.count)
      if first.map({ start < $0.start || start == $0.start && (holder.party != nil || count > $0.tokens) }) ?? true {
        first = (start, count, holder)
      }
    }
    if let first { person = (first.holder, block) }
  }
}
