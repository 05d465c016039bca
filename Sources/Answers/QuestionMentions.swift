import Formats
import Knowledge
import Mentions

/// What a question names: forums, parties, times, numbers, and words that nothing knows, which may be a person or a place.
struct QuestionMentions {
  struct Hit {
    var tokens: Range<Int>
    var ids: [String]
  }

  struct Time {
    var tokens: Range<Int>
    var period: Period
  }

  let text: QuestionText
  let hits: [Hit]
  let times: [Time]
  /// Runs of words that are neither names nor known to the grammar.
  let unknown: [Range<Int>]
  /// Whether all of it is written in capitals, which then tell nothing.
  let isShouted: Bool
  private let grammar: Grammar
  /// The words of the people and places that reports name; read where a question has words that nothing else knows.
  private let namedWords: Set<String>

  /// Words of a name, at most.
  private static let longest = 12

  init(
    _ text: QuestionText, grammar: Grammar, periods: PeriodReader, names: any NameSource
  ) throws {
    self.text = text
    self.grammar = grammar
    isShouted = text.words.filter { $0.kind == .word }.allSatisfy { $0.written == $0.written.uppercased() }
    let hits = try Self.hits(text, names, isShouted: isShouted)
    var times: [Time] = []
    var i = 0
    while i < text.count {
      if let hit = hits.first(where: { $0.tokens.contains(i) }) {
        i = hit.tokens.upperBound
      } else if let found = try periods.period(in: text, at: i) {
        times.append(Time(tokens: i..<found.end, period: found.period))
        i = found.end
      } else {
        i += 1
      }
    }
    self.hits = hits
    self.times = times
    unknown = Self.unknown(text, hits, times)
    namedWords = try unknown.isEmpty ? [] : NameIndex(names.peopleAndPlaces().map { (id: $0, name: $0) }).words
  }

  // MARK: Names

  private static func hits(
    _ text: QuestionText, _ names: any NameSource, isShouted: Bool
  ) throws(Problem) -> [Hit] {
    var keys: [Range<Int>: String] = [:]
    for start in text.words.indices where text.words[start].kind != .mark {
      var key = ""
      var words = 0
      for end in start..<text.count where words < longest && text.words[end].kind != .mark {
        key += (words == 0 ? "" : " ") + text.words[end].folded
        words += 1
        keys[start..<end + 1] = key
      }
    }
    let found = try names.ids(of: Set(keys.values).sorted())
    var hits: [Hit] = []
    var i = 0
    while i < text.count {
      let ends = keys.keys.filter { $0.lowerBound == i && found[keys[$0] ?? ""] != nil }.map(\.upperBound)
      guard let end = ends.max(), !isPlain(text, i..<end, isShouted), let ids = found[keys[i..<end] ?? ""] else {
        i += 1
        continue
      }
      // `the UAE Space Agency` is more than `the UAE`.
      let later = keys.keys.filter { $0.lowerBound == i + 1 && found[keys[$0] ?? ""] != nil }.map(\.upperBound).max()
      if text.words[i].folded == "the", let later, later > end {
        i += 1
        continue
      }
      hits.append(Hit(tokens: i..<end, ids: ids))
      i = end
    }
    return hits
  }

  /// Whether it is a word of questions rather than an acronym, such as `who`.
  private static func isPlain(_ text: QuestionText, _ range: Range<Int>, _ isShouted: Bool) -> Bool {
    let word = text.words[range.lowerBound]
    if range.count > 1 { return false }
    if word.kind == .number { return true }
    return word.id != 0 && (isShouted || !word.isAllCaps)
  }

  private static func unknown(_ text: QuestionText, _ hits: [Hit], _ times: [Time]) -> [Range<Int>] {
    let taken = hits.map(\.tokens) + times.map(\.tokens)
    func isOpen(_ i: Int) -> Bool {
      text.words[i].kind == .word && text.words[i].id == 0 && !taken.contains { $0.contains(i) }
    }
    var runs: [Range<Int>] = []
    var i = 0
    while i < text.count {
      guard isOpen(i) else {
        i += 1
        continue
      }
      var end = i + 1
      while end < text.count, isOpen(end) || text.words[end].folded == "-" && end + 1 < text.count && isOpen(end + 1) {
        end += 1
      }
      runs.append(i..<end)
      i = end
    }
    return runs
  }

  // MARK: The table

  /// - Parameter isNaming: whether the words that nothing knows are taken for a forum or a party, to see what a question asks.
  func table(isNaming: Bool = false) -> MentionTable {
    var table = MentionTable(tokens: text.count + 1)
    func add(_ type: String, _ tokens: Range<Int>, _ value: Mention.Value) {
      table.add(Mention(type: MentionType(name: type), tokens: tokens, value: value))
    }
    for hit in hits {
      if let forum = hit.ids.first(where: { $0.hasPrefix("forum/") }) {
        add("forum", hit.tokens, .forum(Name(id: forum, label: forum)))
      }
      if let party = hit.ids.first(where: { !$0.hasPrefix("forum/") }) {
        add("party", hit.tokens, .party(Name(id: party, label: party)))
        // `the Canadian agency`, `the Korean delegation`, `the Chilean space agency`
        let next = hit.tokens.upperBound
        let end = text[next]?.folded == "space" ? next + 1 : next
        if isBody(end) { add("party", hit.tokens.lowerBound..<end + 1, .party(Name(id: party, label: party))) }
      }
    }
    for time in times { add("time", time.tokens, .word(time.period.edtf ?? "")) }
    for run in unknown + unknown.compactMap(extended) {
      let written = text.written(run)
      // An acronym that nobody knows is no person and no place.
      if isShouted || run.count > 1 || !text.words[run.lowerBound].isAllCaps {
        let isName = looksLikeName(run)
        if isName || run.count > 1 && run.count < text.count { add("person", run, .person(written)) }
        if isName { add("place", run, .place(town: written, country: nil)) }
      }
      if isNaming {
        add("forum", run, .forum(Name(id: "?", label: written)))
        add("party", run, .party(Name(id: "?", label: written)))
      }
    }
    addWords(&table)
    return table
  }

  /// Small letters are of a name only where reports know it.
  private func looksLikeName(_ run: Range<Int>) -> Bool {
    text.tokens[run.lowerBound].isCapitalized || run.allSatisfy { namedWords.contains(text.words[$0].folded) }
  }

  private func isBody(_ i: Int) -> Bool {
    ["agency", "agencies", "delegation", "delegates", "representatives", "government"].contains(text[i]?.folded)
  }

  /// With a capitalized word before it that the grammar knows: `New York`.
  private func extended(_ run: Range<Int>) -> Range<Int>? {
    let before = run.lowerBound - 1
    guard before > 0, text.words[before].kind == .word, text.tokens[before].isCapitalized,
      !hits.contains(where: { $0.tokens.contains(before) })
    else { return nil }
    return before..<run.upperBound
  }

  /// `IADC 36`, `SIT-35`, `CEOS plenary no. 30`: behind the name of a forum or of a meeting.
  private func isNumberOfMeeting(_ i: Int) -> Bool {
    guard text.words[i].value < 1000 else { return false }
    let before = text.words[..<i].lastIndex { !["-", "#", ".", "no", "number"].contains($0.folded) }
    guard let before else { return false }
    return hits.contains { $0.tokens.upperBound == before + 1 && $0.ids.contains { $0.hasPrefix("forum/") } }
      || ["meeting", "plenary", "session", "assembly"].contains(text.words[before].folded)
  }

  private func addWords(_ table: inout MentionTable) {
    let end = text.words.lastIndex { $0.kind != .mark }.map { $0 + 1 } ?? 0
    for i in text.words.indices {
      if i < end, !grammar.fillers.contains(text.tokens[i].word), text.words[i].folded != "about" {
        table.add(Mention(type: MentionType(name: "words"), tokens: i..<end, value: .word(text.written(i..<end))))
      }
      if text.words[i].kind == .number, !times.contains(where: { $0.tokens.contains(i) }) {
        let value = Mention.Value.number(text.words[i].value)
        table.add(Mention(type: .count, tokens: i..<i + 1, value: value))
        if let ending = text[i + 1], ending.isGlued, ["st", "nd", "rd", "th"].contains(ending.folded) {
          table.add(Mention(type: .ordinal, tokens: i..<i + 2, value: value))
        } else if isNumberOfMeeting(i) {
          table.add(Mention(type: .ordinal, tokens: i..<i + 1, value: value))
        }
      }
      grammar.eachWord(text.tokens, at: i) { length, use in
        let tokens = i..<i + length
        if use.list == "ordinal" {
          if let number = Int(use.value) {
            table.add(Mention(type: .ordinal, tokens: tokens, value: .number(number)))
          }
        } else {
          table.add(Mention(type: MentionType(name: use.list), tokens: tokens, value: .word(use.value)))
        }
      }
    }
  }
}
