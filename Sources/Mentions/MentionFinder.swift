public import Formats
public import Knowledge
public import Reports

/// A sentence with all that it names.
public struct MarkedSentence: Sendable {
  public let sentence: Sentence
  public let table: MentionTable
  public let kind: Block.Kind
  /// Forums that the sentence names itself, in order.
  public let forums: [Name]
  /// The forum in focus where the sentence begins.
  public let focus: Name?
  /// The forum that is named before in the same block, else in the heading above.
  public let near: Name?
}

/// Finds what a text names: sentences, and in them parties, lists, forums, people, places, dates, numbers and words of the lists.
///
/// All ranges are UTF-8 byte offsets into the report's text, or positions of tokens in a sentence.
public struct MentionFinder: Sendable {
  public let language: Language
  private let findSentences: SentenceFinder
  private let dates: DateFinder
  private let names: NameFinder
  /// The word of the mark between the cells of a row, which rules write as `"|"`.
  private let border: Int32

  /// - Throws: `RULE-SLOT` if a rule for dates has a slot that nothing fills.
  public init(language: Language) throws(Problem) {
    self.language = language
    dates = try DateFinder(language)
    names = NameFinder(language: language)
    border = language.words.id(of: Array("|".utf8))
    findSentences = SentenceFinder(language: language, border: border)
  }

  /// The text's sentences in order, the forum that it is mostly about, and the ids of those that it names more than once or in a title.
  public func callAsFunction(_ text: ReportText, published: Day?) -> (
    sentences: [MarkedSentence], main: Name?, prominent: Set<String>
  ) {
    let sentences = findSentences(text)
    var context = NameContext(year: published?.year)
    let main = survey(sentences, text, &context)
    context.main = main
    context.focus = main
    let drafts = sentences.map { sentence in
      draft(sentence, text.bytes, isHeading: text.blocks[sentence.block].kind == .heading, &context)
    }
    var marked: [MarkedSentence] = []
    for index in drafts.indices { marked.append(finish(drafts, index, text)) }
    return (marked, main.map { name(of: $0) }, Set(context.prominent.map { language.names.entities[$0].id }))
  }

  /// Parties and forums of a phrase, for questions and tables: the first of each.
  public func name(of entity: Int) -> Name {
    let row = language.names.entities[entity]
    return Name(id: row.id, label: row.label)
  }

  /// Counts the forums that are named beyond doubt; the one most often named, the title's before others, is the main one.
  private func survey(_ sentences: [Sentence], _ text: ReportText, _ context: inout NameContext) -> Int? {
    var count = ForumCount(language: language)
    for sentence in sentences {
      let hits = names(sentence.tokens, text.bytes, context)
      for hit in hits {
        if hit.candidates.count == 1, hit.tokens.count > 1 { context.named.insert(hit.entity) }
        for forum in hit.candidates where isOfAnother(forum, hit, sentence.tokens, text.bytes) {
          context.denied.insert(forum)
        }
      }
      let inTitle = sentence.block == 0 || text.blocks[sentence.block].kind == .heading
      count.add(hits, sentence.tokens, inTitle: inTitle)
    }
    context.forums = Set(count.forums).subtracting(context.denied)
    context.prominent = count.prominent.subtracting(context.denied)
    return count.main(without: context.denied)
  }

  /// Whether an acronym stands in brackets behind a name in full that is not that forum's: `Accreditation Forum (IAF)`.
  private func isOfAnother(_ forum: Int, _ hit: NameFinder.Hit, _ tokens: [Token], _ text: [UInt8]) -> Bool {
    let start = hit.tokens.lowerBound
    guard hit.tokens.count == 1, language.names.entities[forum].kind == .forum, start > 3, start + 1 < tokens.count,
      text[Int(tokens[start - 1].start)] == UInt8(ascii: "("), text[Int(tokens[start + 1].start)] == UInt8(ascii: ")")
    else { return false }
    // As many capitalized words before the bracket as the acronym has letters, with the same initials.
    let letters = Array(text[Int(tokens[start].start)..<Int(tokens[start].end)])
    let words = Array(tokens[..<(start - 1)].suffix(letters.count + 3)).filter(\.isCapitalized).suffix(letters.count)
    guard words.count == letters.count, zip(words, letters).allSatisfy({ text[Int($0.start)] == $1 }) else {
      return false
    }
    let from = tokens.firstIndex { $0.start == words.first?.start } ?? start
    return !(from..<start - 1).contains { i in
      var named = false
      language.names.trie.matches(tokens, at: i) { length, uses in
        named = named || length > 1 && uses.contains { $0.entity == forum }
      }
      return named
    }
  }

  private struct Draft {
    var sentence: Sentence
    var table: MentionTable
    var lists: ListFinder
    var forums: [Int]
    var focus: Int?
    var near: Int?

    var line: FollowingList.Line { .init(block: sentence.block, tokens: sentence.tokens, lists: lists) }
  }

  private func draft(
    _ sentence: Sentence, _ text: [UInt8], isHeading: Bool, _ context: inout NameContext
  ) -> Draft {
    let tokens = sentence.tokens
    let hits = names(tokens, text, context)
    let parties = PartyFinder(language: language, text: text, tokens: tokens, hits: hits)
    var table = MentionTable(tokens: tokens.count + 1)
    NumberFinder(text: text, tokens: tokens)(&table)
    for i in tokens.indices {
      language.eachWord(tokens, at: i) { length, use in addWord(use, i..<i + length, &table) }
    }
    dates(tokens, text, &table)
    let focus = context.focus
    let near = context.focusBlock == sentence.block ? focus : context.section
    let forums = ForumFinder(language: language, text: text, tokens: tokens, parties: parties)(hits, context, &table)
    var taken: Set<Int> = []
    for hit in hits where language.names.entities[hit.entity].kind != .country { taken.formUnion(hit.tokens) }
    var named = taken
    for hit in hits { named.formUnion(hit.tokens) }
    PersonFinder(language: language, text: text, tokens: tokens, taken: named)(&table, known: &context.people)
    PlaceFinder(language: language, text: text, tokens: tokens, parties: parties, taken: taken)(&table)
    for hit in hits where hit.isAdjective {
      table.add(Mention(type: .adjective, tokens: hit.tokens, value: .party(name(of: hit.entity))))
    }
    let lists = ListFinder(parties: parties, table: table)
    addParties(lists, &table)
    DatedList(lists: lists)(&table)
    addAffiliations(lists, &table)
    addPronouns(sentence, &table, &context)
    addHolders(lists, &table)
    context.remember(table, sentence.block)
    let leading = leadingForum(forums, table, context)
    if isHeading { context.section = leading }
    if let leading {
      context.focus = leading
      context.focusBlock = sentence.block
    }
    return Draft(sentence: sentence, table: table, lists: lists, forums: forums, focus: focus, near: near)
  }

  /// People in sequence, each with a body of his before the next: `In Hee Hwang, KARI, Head …; Thomas Reiter, ESA`.
  private func addAffiliations(_ lists: ListFinder, _ table: inout MentionTable) {
    let people = table.mentions.filter { $0.type == .person }.map(\.tokens)
    guard people.count > 1 else { return }
    var run: (start: Int, end: Int, items: [PartyItem]) = (0, 0, [])
    func close(_ table: inout MentionTable) {
      if run.items.count > 1 {
        table.add(Mention(type: .affiliations, tokens: run.start..<run.end, value: .parties(run.items)))
      }
      run.items = []
    }
    for (index, person) in people.enumerated() {
      let limit = index + 1 < people.count ? people[index + 1].lowerBound : lists.parties.tokens.count
      let body = (person.upperBound..<min(limit, person.upperBound + 14)).lazy.compactMap {
        lists.parties.party(at: $0)
      }
      .first { $0.tokens.upperBound <= limit }
      guard let body else {
        close(&table)
        continue
      }
      if run.items.isEmpty { run.start = person.lowerBound }
      run.end = body.tokens.upperBound
      run.items.append(PartyItem(name: body.name, range: lists.bytes(body.tokens)))
    }
    close(&table)
  }

  /// The forum that the sentence is on: the text's main one if it is named, else the first; none that stands in a list of parties
  /// or is just an agency here.
  private func leadingForum(_ forums: [Int], _ table: MentionTable, _ context: NameContext) -> Int? {
    let lists = table.mentions.filter { $0.type == .group }.map(\.tokens)
    var first: Int?
    for mention in table.mentions
    where mention.type == .forum && !lists.contains(where: { $0.overlaps(mention.tokens) }) {
      guard case .forum(let name) = mention.value, let forum = language.names.byID[name.id], forums.contains(forum)
      else { continue }
      if forum == context.main { return forum }
      if !language.names.entities[forum].hasCouncil { first = first ?? forum }
    }
    return first
  }

  private func addWord(_ use: Language.WordUse, _ tokens: Range<Int>, _ table: inout MentionTable) {
    switch use.list {
    case "cardinal":
      if let number = Int(use.value) { table.add(Mention(type: .count, tokens: tokens, value: .number(number))) }
    case "ordinal":
      if let number = Int(use.value) {
        table.add(Mention(type: .ordinal, tokens: tokens, value: .number(number)))
        if number <= 31 { table.add(Mention(type: .day, tokens: tokens, value: .number(number))) }
      }
    case "it", "he": break
    default: table.add(Mention(type: MentionType(name: use.list), tokens: tokens, value: .word(use.value)))
    }
  }

  /// Single parties and lists of two or more, from each of their parts on.
  private func addParties(_ lists: ListFinder, _ table: inout MentionTable) {
    var i = 0
    var listEnd = 0
    var starts: Set<Int> = []
    while i < lists.parties.tokens.count {
      guard let party = lists.parties.party(at: i) else {
        i += 1
        continue
      }
      // A part of a list that has been read begins none of its own; what stands in a bracket there may.
      if !starts.contains(i), let list = lists.list(at: i), i >= listEnd || list.end <= listEnd {
        if list.end > party.tokens.upperBound { addGroups(list, but: starts, &table) }
        starts.formUnion(list.parts.map(\.start))
        listEnd = max(listEnd, list.end)
      }
      table.add(Mention(type: .party, tokens: party.tokens, value: .party(party.name)))
      i = max(i + 1, party.entity == nil ? i + 1 : party.tokens.upperBound)
    }
  }

  /// A list and its latter parts, of a long one the last 40: a rule may begin at any of them.
  private func addGroups(_ list: ListFinder.Found, but read: Set<Int>, _ table: inout MentionTable) {
    let latter = max(1, list.parts.count - 40)
    for first in [0] + (latter..<max(latter, list.parts.count)) where !read.contains(list.parts[first].start) {
      let items = list.parts[first...].flatMap(\.items)
      guard items.count > 1 else { continue }
      table.add(Mention(type: .group, tokens: list.parts[first].start..<list.end, value: .parties(items)))
    }
  }

  /// Adds to a sentence that introduces a list (`Members are:`) the list that follows in blocks of their own.
  private func finish(_ drafts: [Draft], _ index: Int, _ text: ReportText) -> MarkedSentence {
    var draft = drafts[index]
    let kind = text.blocks[draft.sentence.block].kind
    var items: [PartyItem] = []
    if draft.sentence.isLast, introducesList(draft, kind, text) {
      items = FollowingList(text: text, border: border)(
        behind: draft.sentence.block, drafts[(index + 1)...].lazy.map(\.line))
    }
    let columns = kind == .cell ? columns(under: draft, drafts[(index + 1)...], text) : []
    let position = draft.sentence.tokens.count
    if !items.isEmpty || columns.contains(where: { $0.end == position }) {
      // What stands in other blocks is named by a mark behind the sentence.
      let mark = Token.end(at: draft.sentence.tokens.last?.end ?? 0)
      draft.sentence = Sentence(block: draft.sentence.block, tokens: draft.sentence.tokens + [mark], isLast: true)
    }
    if !items.isEmpty {
      draft.table.add(Mention(type: .group, tokens: position..<position + 1, value: .parties(items)))
    }
    for (end, holders) in columns {
      draft.table.add(Mention(type: .column, tokens: end..<end + 1, value: .holders(holders)))
    }
    return MarkedSentence(
      sentence: draft.sentence, table: draft.table, kind: kind, forums: draft.forums.map(name(of:)),
      focus: draft.focus.map(name(of:)), near: draft.near.map(name(of:)))
  }

  /// Those who stand in a table beneath the names of their offices, which its head names.
  private func columns(under head: Draft, _ following: ArraySlice<Draft>, _ text: ReportText) -> [(
    end: Int, holders: [Holder]
  )] {
    let table = text.blocks[head.sentence.block].table
    let rows = following.prefix { draft in
      let block = text.blocks[draft.sentence.block]
      return block.kind == .cell && block.table == table
    }
    func row(_ draft: Draft) -> HolderTable.Row {
      .init(
        tokens: draft.sentence.tokens, table: draft.table,
        finder: HolderFinder(lists: draft.lists, table: draft.table))
    }
    return HolderTable(border: border)(head: row(head), rows: { rows.prefix(100).map(row) })
  }

  private func introducesList(_ draft: Draft, _ kind: Block.Kind, _ text: ReportText) -> Bool {
    guard let last = draft.sentence.tokens.last else { return false }
    // Of a table only the head stands above what follows.
    if let row = text.blocks[draft.sentence.block].row, row > 0 { return false }
    let mark = text.bytes[Int(last.start)]
    if mark == UInt8(ascii: ":") { return true }
    return mark != UInt8(ascii: ".") && draft.sentence.tokens.count <= 25
  }
}
