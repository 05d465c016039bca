internal import Formats

/// Reads `*.rules` files: word sets, phrases and rules with their examples.
///
/// A line begins with a keyword; `#` begins a comment; a line that begins with white space goes on with the one before.
///
///     set    @newest = newest | latest | new
///     phrase {took} = (took | has taken | takes) [over]
///     rule   chair.took-over
///     when   <to:party> {took} the [annual] <role> of <forum> [from <from:party>]
///     gives  chair event=transition
///     yes    ESA took over the chair of CEOS from NASA.
///            chair forum=CEOS event=transition role=chair to=ESA from=NASA
///     no     ESA took over the operation of the satellite.
///
/// In a pattern stand words; `~take` (the verb in all its forms), `@set`, `{phrase}`, `(a | b)`, `[optional]`, `...` (a gap of up to
/// eight tokens, `..3` of up to three), `<key:type>` or `<type>` (a slot), `^` and `$` (start and end of the sentence), `"("` (a mark).
struct RuleReader {
  private let verbs: [String: [String]]
  private var sets: [String: [String]] = [:]
  private var usedSets: Set<String> = []
  private var phrases: [String: (text: String, line: RuleLine, offset: Int)] = [:]
  /// Words, sets and phrases that were used, as patterns.
  private var patterns: [String: Pattern] = [:]
  private var places: [String: Place] = [:]
  private(set) var rules: [Rule] = []
  /// The types that slots name, each with the place of the first.
  private(set) var slots: [String: Place] = [:]
  private(set) var words: WordTable
  /// Words over which a gap never goes, and words that are passed over anywhere.
  private(set) var barriers: Set<Int32> = []
  private(set) var fillers: Set<Int32> = []

  /// - Parameter verbs: irregular forms by base form.
  init(words: WordTable, verbs: [String: [String]]) {
    self.words = words
    self.verbs = verbs
  }

  private struct Draft {
    var name: String
    var line: RuleLine
    var patterns: [Pattern] = []
    var near: Set<Int32> = []
    var productions: [Rule.Production] = []
    var examples: [Rule.Example] = []
  }

  /// Reads files; what the ones before define is known in the ones after. A set, a phrase or a rule of a user's own stands
  /// where the built-in one of its name stood. Sets and phrases that are new come before the first such rule, the rest last.
  /// - Throws: `RULE-SYNTAX`, `RULE-UNKNOWN` with file, line and column.
  mutating func read(_ files: [DataFolder.File]) throws(Problem) {
    let builtIn = files.filter { !$0.isOwn }.flatMap(RuleEntry.all)
    let own = Dictionary(grouping: files.filter(\.isOwn).flatMap(RuleEntry.all)) { $0.name ?? "" }
    let known = Set(builtIn.compactMap(\.name))
    var added = files.filter(\.isOwn).flatMap(RuleEntry.all).filter { !known.contains($0.name ?? "") }
    var placed: Set<String> = []
    for entry in builtIn {
      guard let name = entry.name, let instead = own[name] else {
        try read(entry)
        continue
      }
      guard placed.insert(name).inserted else { continue }
      if entry.isRule {
        for entry in added where !entry.isRule { try read(entry) }
        added.removeAll { !$0.isRule }
      }
      for entry in instead { try read(entry) }
    }
    for entry in added { try read(entry) }
  }

  private mutating func read(_ entry: RuleEntry) throws(Problem) {
    var draft: Draft?
    for line in entry.lines {
      switch line.keyword {
      case "set": try readSet(line)
      case "phrase":
        let (name, text, offset) = try definition(line, "a phrase is written {name} = pattern")
        guard name.hasPrefix("{"), name.hasSuffix("}") else {
          throw Self.syntax(line.place, "a phrase is written {name} = pattern")
        }
        phrases[name] = (text, line, offset)
        patterns = [:]
      case "barrier": barriers.formUnion(try alternatives(line.rest, line).flatMap { words.sequence(of: $0) })
      case "filler": fillers.formUnion(try alternatives(line.rest, line).flatMap { words.sequence(of: $0) })
      case "rule": draft = Draft(name: line.rest, line: line)
      case "when":
        var parser = PatternParser(text: line.rest, of: line)
        draft?.patterns.append(try parse(&parser))
      case "near": draft?.near.formUnion(try alternatives(line.rest, line).flatMap { words.sequence(of: $0) })
      case "gives", "adds", "stops": draft?.productions.append(try production(line))
      case "yes", "no":
        let lines = line.rest.split(whereSeparator: \.isNewline).map { $0.trimmingSpaces }
        draft?.examples.append(
          Rule.Example(
            text: lines.first ?? "", isPositive: line.keyword == "yes", expected: Array(lines.dropFirst()),
            line: line.number))
      default:
        throw Self.syntax(
          line.place, "\(line.keyword) is no keyword; set, phrase, rule, when, near, gives, adds, stops, yes, no are")
      }
      if draft == nil, !["set", "phrase", "barrier", "filler"].contains(line.keyword) {
        throw Self.syntax(line.place, "\(line.keyword) stands before the first rule")
      }
    }
    try finish(draft)
  }

  /// - Throws: `RULE-UNUSED` for a word set that no pattern names.
  public func checkUse() throws(Problem) {
    for name in sets.keys.sorted() where !usedSets.contains(name) {
      throw Problem(
        code: "RULE-UNUSED", place: places[name] ?? Place(file: name),
        message: "no rule uses the set \(name); remove it", exit: .badData)
    }
  }

  private mutating func finish(_ draft: Draft?) throws(Problem) {
    guard let draft else { return }
    guard !draft.patterns.isEmpty, !draft.productions.isEmpty else {
      throw Self.syntax(draft.line.place, "the rule \(draft.name) needs a when and a gives")
    }
    rules.append(
      Rule(
        name: draft.name, file: draft.line.file, line: draft.line.number,
        patterns: draft.patterns, near: draft.near,
        productions: draft.productions, examples: draft.examples))
  }

  /// `NAME = TEXT`, and where in the rest of the line the text begins.
  private func definition(
    _ line: RuleLine, _ form: String
  ) throws(Problem) -> (name: String, text: String, offset: Int) {
    guard let sign = line.rest.firstIndex(of: "=") else { throw Self.syntax(line.place, form) }
    let text = line.rest[line.rest.index(after: sign)...].drop { $0.isWhitespace }
    let offset = line.rest.utf8.distance(from: line.rest.startIndex, to: text.startIndex)
    return (line.rest[..<sign].trimmingSpaces, String(text), offset)
  }

  private mutating func readSet(_ line: RuleLine) throws(Problem) {
    let (name, text, _) = try definition(line, "a set is written @name = word | word")
    guard name.hasPrefix("@") else { throw Self.syntax(line.place, "a set is written @name = word | word") }
    sets[name] = try alternatives(text, line)
    patterns = [:]
    places[name] = line.place
  }

  private mutating func alternatives(_ text: String, _ line: RuleLine) throws(Problem) -> [String] {
    var result: [String] = []
    for word in text.split(separator: "|").map({ $0.trimmingSpaces }) where !word.isEmpty {
      if word.hasPrefix("@") {
        guard let set = sets[word] else {
          let start = line.rest.firstRange(of: word).map { found in
            line.rest.utf8.distance(from: line.rest.startIndex, to: found.lowerBound)
          }
          throw Self.unknown(line.place(at: start ?? 0), word)
        }
        usedSets.insert(word)
        result += set
      } else {
        result.append(word)
      }
    }
    return result
  }

  private func production(_ line: RuleLine) throws(Problem) -> Rule.Production {
    guard let verb = Rule.Production.Verb(rawValue: line.keyword) else {
      throw Self.syntax(line.place, "\(line.keyword) is no production")
    }
    var kind = ""
    var values: [String: String] = [:]
    for part in Self.quotedParts(line.rest) {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      if pair.count == 2 { values[pair[0]] = pair[1] } else { kind = part }
    }
    return Rule.Production(verb: verb, kind: kind, values: values)
  }

  /// Words separated by spaces; `key="two words"` is one.
  private static func quotedParts(_ text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var quoted = false
    for character in text {
      switch character {
      case "\"": quoted.toggle()
      case _ where character.isWhitespace && !quoted:
        if !part.isEmpty { parts.append(part) }
        part = ""
      default: part.append(character)
      }
    }
    if !part.isEmpty { parts.append(part) }
    return parts
  }

  // MARK: Patterns

  private mutating func parse(_ parser: inout PatternParser) throws(Problem) -> Pattern {
    let pattern = try choice(&parser, depth: 0)
    guard parser.current == nil else {
      parser.advance()
      throw Self.syntax(parser.place, "a bracket closes that was not opened")
    }
    return pattern
  }

  private mutating func choice(_ parser: inout PatternParser, depth: Int) throws(Problem) -> Pattern {
    guard depth < 32 else { throw Self.syntax(parser.place, "brackets or phrases are nested more than 32 deep") }
    var branches: [Pattern] = []
    var sequence: [Pattern] = []
    loop: while let item = parser.current {
      switch item {
      case "|":
        branches.append(.sequence(sequence))
        sequence = []
        parser.advance()
      case ")", "]": break loop
      default: sequence.append(try element(&parser, depth: depth))
      }
    }
    branches.append(.sequence(sequence))
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func element(_ parser: inout PatternParser, depth: Int) throws(Problem) -> Pattern {
    guard let item = parser.current else { return .sequence([]) }
    parser.advance()
    switch item {
    case "(", "[":
      let inner = try choice(&parser, depth: depth + 1)
      guard parser.current == (item == "(" ? ")" : "]") else {
        throw Self.syntax(parser.place, "a bracket is not closed")
      }
      parser.advance()
      return item == "(" ? inner : .optional(inner)
    case "^": return .sentenceStart
    case "$": return .sentenceEnd
    default: break
    }
    if let known = patterns[item] { return known }
    let pattern = try word(item, parser, depth: depth)
    patterns[item] = pattern
    return pattern
  }

  /// A slot, phrase, set, gap, verb or word.
  private mutating func word(_ item: String, _ parser: PatternParser, depth: Int) throws(Problem) -> Pattern {
    let text = String(item.dropFirst())
    switch item.first {
    case "<" where item.hasSuffix(">"):
      let parts = text.dropLast().split(separator: ":").map(String.init)
      guard let key = parts.first, parts.count <= 2 else { throw Self.syntax(parser.place, "a slot is <key:type>") }
      let type = parts.count == 2 ? parts[1] : key
      if slots[type] == nil { slots[type] = parser.place }
      return .slot(key: key, type: type)
    case "{":
      guard let phrase = phrases[item] else { throw Self.unknown(parser.place, item) }
      var inner = PatternParser(text: phrase.text, of: phrase.line, from: phrase.offset)
      return try choice(&inner, depth: depth + 1)
    case "@":
      guard let set = sets[item] else { throw Self.unknown(parser.place, item) }
      usedSets.insert(item)
      return literal(alternatives: set)
    case "." where item.hasPrefix("..."): return .gap(8)
    case "." where item.hasPrefix(".."):
      if let size = Int(item.dropFirst(2)) { return .gap(size) }
      return literal(item)
    case "~": return literal(alternatives: Inflection.forms(of: text, irregular: verbs))
    case "\"" where item.hasSuffix("\"") && item.utf8.count > 2: return literal(String(text.dropLast()))
    default: return literal(item)
    }
  }

  private mutating func literal(_ text: String) -> Pattern {
    let sequence = words.sequence(of: text)
    return sequence.count == 1 ? .words(sequence) : .sequence(sequence.map { .words([$0]) })
  }

  /// Words of one token share one step; longer ones are branches.
  private mutating func literal(alternatives: [String]) -> Pattern {
    var single: [Int32] = []
    var branches: [Pattern] = []
    for text in alternatives {
      for form in inflected(text) {
        let sequence = words.sequence(of: form)
        if sequence.count == 1 {
          single.append(sequence[0])
        } else {
          branches.append(.sequence(sequence.map { .words([$0]) }))
        }
      }
    }
    if branches.isEmpty { return .words(single) }
    return .choice(branches + (single.isEmpty ? [] : [.words(single)]))
  }

  /// `~hand over`: the first word in all its forms, the rest as it is.
  private func inflected(_ text: String) -> [String] {
    guard text.hasPrefix("~") else { return [text] }
    let parts = text.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
    guard let verb = parts.first else { return [] }
    return Inflection.forms(of: verb, irregular: verbs).map { parts.count == 2 ? "\($0) \(parts[1])" : $0 }
  }

  // MARK: Problems

  private static func syntax(_ place: Place, _ message: String) -> Problem {
    Problem(code: "RULE-SYNTAX", place: place, message: message, exit: .badData)
  }

  private static func unknown(_ place: Place, _ name: String) -> Problem {
    Problem(code: "RULE-UNKNOWN", place: place, message: "\(name) is not defined above", exit: .badData)
  }
}
