public import Formats
public import Knowledge

/// A rule that fits a stretch of a sentence.
public struct RuleMatch: Sendable {
  public let rule: Rule
  public let tokens: Range<Int>
  /// Mentions by slot key, in the order of the text.
  public let captures: [(key: String, mention: Mention)]

  public func mention(_ key: String) -> Mention? { captures.first { $0.key == key }?.mention }
}

/// Finds where rules fit, all at once: time grows with the tokens, not with the number of rules whose words a sentence lacks.
///
/// Each rule is run as a set of threads that step through the sentence together (no backtracking). A thread goes over filler words and
/// over brackets at no or little cost; of the threads from one starting point the one with more slots and smaller gaps wins.
public struct PatternMatcher: Sendable {
  private let rules: [Rule]
  private let programs: [PatternProgram]
  private let byWord: [Int32: [Int]]
  private let always: [Int]
  private let barriers: Set<Int32>
  private let fillers: Set<Int32>

  /// - Parameter kinds: the rules with a production of these kinds take part; nil: all others.
  /// - Throws: `RULE-SLOT` for a slot whose type nothing finds.
  public init(_ language: Language, where takesPart: (Rule) -> Bool) throws(Problem) {
    let rules = language.rules.filter(takesPart)
    var programs: [PatternProgram] = []
    for rule in rules {
      programs.append(try PatternProgram(rule, types: MentionType.found.union(language.listNames)))
    }
    var byWord: [Int32: [Int]] = [:]
    var always: [Int] = []
    for (index, program) in programs.enumerated() {
      if program.required.isEmpty { always.append(index) }
      for word in program.required { byWord[word, default: []].append(index) }
    }
    self.rules = rules
    self.programs = programs
    self.byWord = byWord
    self.always = always
    barriers = language.barriers
    fillers = language.fillers
  }

  /// The matches in a sentence, by rule, then by place; of one rule none overlaps another.
  public func callAsFunction(_ tokens: [Token], _ table: MentionTable, text: [UInt8]) -> [RuleMatch] {
    var candidates = Set(always)
    for token in tokens where token.word != 0 {
      if let rules = byWord[token.word] { candidates.formUnion(rules) }
    }
    guard !candidates.isEmpty else { return [] }
    let skips = Self.skips(tokens, text, fillers)
    return candidates.sorted().flatMap { run($0, tokens, table, skips) }
  }

  private struct Thread {
    var pc: Int32
    var start: Int32
    var slots: Int32
    var cost: Int32
    /// Index into the capture chain; -1: none.
    var capture: Int32
  }

  private struct Capture {
    let key: String
    let mention: Int32
    let previous: Int32
  }

  private func run(_ rule: Int, _ tokens: [Token], _ table: MentionTable, _ skips: [Int]) -> [RuleMatch] {
    let program = programs[rule].instructions
    let count = tokens.count
    var pending: [[Thread]] = Array(repeating: [], count: count + 1)
    var captures: [Capture] = []
    var best: [Int: (end: Int, thread: Thread)] = [:]
    var stack: [Thread] = []
    var seen: [Int64: Int32] = [:]
    for position in 0...count {
      if position < count {
        pending[position].append(Thread(pc: 0, start: Int32(position), slots: 0, cost: 0, capture: -1))
      }
      if pending[position].isEmpty { continue }
      seen.removeAll(keepingCapacity: true)
      // Better threads first, so that the first to reach an instruction is the one to keep.
      pending[position].sort { Self.isBetter($0, $1) }
      for thread in pending[position] {
        stack.append(thread)
        while let thread = stack.popLast() {
          let state = Int64(thread.pc) << 32 | Int64(thread.start)
          if let score = seen[state], score >= thread.slots * 64 - thread.cost { continue }
          seen[state] = thread.slots * 64 - thread.cost
          step(thread, program, position, tokens, table, skips, &pending, &stack, &captures, &best)
        }
      }
      pending[position] = []
    }
    return results(rule, best, captures, table)
  }

  private static func isBetter(_ a: Thread, _ b: Thread) -> Bool {
    a.slots * 64 - a.cost > b.slots * 64 - b.cost
  }

  private func step(
    _ thread: Thread, _ program: [PatternProgram.Instruction], _ position: Int, _ tokens: [Token], _ table: MentionTable,
    _ skips: [Int], _ pending: inout [[Thread]], _ stack: inout [Thread], _ captures: inout [Capture],
    _ best: inout [Int: (end: Int, thread: Thread)]
  ) {
    func go(_ pc: Int, to next: Int? = nil, cost: Int32 = 0) {
      var following = thread
      following.pc = Int32(pc)
      following.cost += cost
      if let next { pending[next].append(following) } else { stack.append(following) }
    }
    let pc = Int(thread.pc)
    let atEnd = position >= tokens.count
    switch program[pc] {
    case .match:
      if let found = best[Int(thread.start)], !Self.isBetter(thread, found.thread) { return }
      best[Int(thread.start)] = (position, thread)
      return
    case .fork(let first, let second):
      go(second)
      go(first)
      return
    case .jump(let target):
      go(target)
      return
    case .sentenceStart:
      if position == 0 { go(pc + 1) }
      return
    case .sentenceEnd:
      if atEnd || position == tokens.count - 1 && tokens[position].kind == .mark { go(pc + 1) }
      return
    case .any:
      if !atEnd, !barriers.contains(tokens[position].word) { go(pc + 1, to: position + 1, cost: 1) }
      return
    case .word(let word):
      if atEnd { return }
      if tokens[position].word == word { go(pc + 1, to: position + 1) }
    case .words(let words):
      if atEnd { return }
      if words.contains(tokens[position].word) { go(pc + 1, to: position + 1) }
    case .slot(let type, let key):
      if atEnd { return }
      for index in table.starting(at: position) {
        let mention = table.mentions[index]
        guard mention.fits(type) else { continue }
        var following = thread
        following.pc += 1
        following.slots += 1
        captures.append(Capture(key: key, mention: Int32(index), previous: thread.capture))
        following.capture = Int32(captures.count - 1)
        pending[mention.tokens.upperBound].append(following)
      }
    }
    // Not at the start: there a filler would only move the beginning.
    if thread.start != Int32(position), skips[position] > position {
      go(pc, to: skips[position], cost: skips[position] - position > 1 ? 1 : 0)
    }
  }

  private func results(
    _ rule: Int, _ best: [Int: (end: Int, thread: Thread)], _ captures: [Capture], _ table: MentionTable
  ) -> [RuleMatch] {
    var matches: [RuleMatch] = []
    var free = 0
    let ordered = best.sorted { $0.key < $1.key }
    for (start, found) in ordered where start >= free && found.end > start {
      // A start further right that uses more slots within the same stretch is the better reading.
      if ordered.contains(where: {
        $0.key > start && $0.key < found.end && $0.value.end >= found.end
          && $0.value.thread.slots > found.thread.slots
      }) {
        continue
      }
      var chain: [(String, Mention)] = []
      var index = found.thread.capture
      while index >= 0 {
        let capture = captures[Int(index)]
        chain.append((capture.key, table.mentions[Int(capture.mention)]))
        index = capture.previous
      }
      matches.append(RuleMatch(rule: rules[rule], tokens: start..<found.end, captures: chain.reversed()))
      free = found.end
    }
    return matches
  }

  /// For each token where a thread may go on behind it without matching: after a filler word or mark, after a short bracket.
  private static func skips(_ tokens: [Token], _ text: [UInt8], _ fillers: Set<Int32>) -> [Int] {
    var skips = Array(tokens.indices)
    var openings: [Int] = []
    for (i, token) in tokens.enumerated() {
      if fillers.contains(token.word), token.word != 0 { skips[i] = i + 1 }
      guard token.kind == .mark else { continue }
      switch text[Int(token.start)] {
      case UInt8(ascii: "("): openings.append(i)
      case UInt8(ascii: ")"):
        if let opening = openings.popLast(), i - opening <= 16 { skips[opening] = i + 1 }
      case UInt8(ascii: "\""), UInt8(ascii: "*"): skips[i] = i + 1
      case 0xE2 where text[Int(token.start) + 1] == 0x80 && (0x9C...0x9F).contains(text[Int(token.start) + 2]): skips[i] = i + 1
      default: break
      }
    }
    return skips
  }
}
