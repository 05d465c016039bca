import Knowledge

/// The threads of patterns in one sentence. Buffers are used again from one pattern to the next.
struct PatternRun {
  struct Result {
    let tokens: Range<Int>
    let score: Int32
    let captures: [(key: String, mention: Mention)]
  }

  private struct Thread {
    var pc: Int32
    var start: Int32
    var slots: Int32 = 0
    var cost: Int32 = 0
    /// Tokens that its slots cover.
    var covered: Int32 = 0
    /// Index into the chain of captures; -1: none.
    var capture: Int32 = -1

    /// More slots are better, then smaller gaps, then longer mentions: the whole list and not its first name.
    var score: Int32 { slots * 64 - cost * 2 + min(covered, 60) }
  }

  private struct Capture {
    let key: String
    let mention: Int32
    let previous: Int32
  }

  private let tokens: [Token]
  private let table: MentionTable
  /// The slot types that each mention fits, and those that begin at each token.
  private let masks: [UInt64]
  private let starting: [UInt64]
  private let barriers: WordSet
  /// For each token where to go on behind it at no or little cost; the token itself if nowhere.
  private let skips: [Int]
  private let passesAtEnds: Bool
  /// What a gap pays for each token: more for a name, which a rule should rather take than pass over.
  private let costs: [Int32]
  private var pending: [[Thread]]
  private var captures: [Capture] = []
  private var best: [(start: Int32, end: Int, thread: Thread)] = []
  private var stack: [Thread] = []
  /// For each instruction the last start and score seen at this position; others of the same instruction in `others`.
  private var seen: [(position: Int32, start: Int32, score: Int32)] = []
  private var others: [Int64: Int32] = [:]

  init(
    tokens: [Token], table: MentionTable, masks: [UInt64], text: [UInt8], barriers: WordSet, fillers: WordSet,
    passing: [Range<Int>]? = nil
  ) {
    self.tokens = tokens
    self.table = table
    self.masks = masks
    self.barriers = barriers
    starting = (0...tokens.count).map { position in table.starting(at: position).reduce(0) { $0 | masks[$1] } }
    passesAtEnds = passing != nil
    var skips = Self.skips(tokens, text, fillers)
    for range in passing ?? [] where !range.isEmpty { skips[range.lowerBound] = range.upperBound }
    self.skips = skips
    costs = Self.costs(tokens.count, table)
    pending = Array(repeating: [], count: tokens.count + 1)
  }

  /// The best match from each starting point.
  mutating func callAsFunction(_ program: PatternProgram) -> [Result] {
    captures.removeAll(keepingCapacity: true)
    best.removeAll(keepingCapacity: true)
    var first = -1
    for position in tokens.indices where canBegin(program.beginning, at: position) {
      pending[position].append(Thread(pc: 0, start: Int32(position)))
      if first < 0 { first = position }
    }
    guard first >= 0 else { return [] }
    seen.removeAll(keepingCapacity: true)
    seen.append(contentsOf: repeatElement((position: -1, start: -1, score: 0), count: program.instructions.count))
    for position in first...tokens.count {
      if pending[position].isEmpty { continue }
      if !others.isEmpty { others.removeAll(keepingCapacity: true) }
      // Better threads first, so that the first to reach an instruction is the one to keep.
      if pending[position].count > 1 { pending[position].sort { $0.score > $1.score } }
      for index in pending[position].indices {
        stack.append(pending[position][index])
        while let thread = stack.popLast() {
          if isWorse(thread, at: Int32(position)) { continue }
          step(thread, program.instructions, position)
        }
      }
      pending[position].removeAll(keepingCapacity: true)
    }
    return results()
  }

  /// Whether a better thread from the same start was at this instruction before.
  private mutating func isWorse(_ thread: Thread, at position: Int32) -> Bool {
    let pc = Int(thread.pc)
    if seen[pc].position != position {
      seen[pc] = (position, thread.start, thread.score)
      return false
    }
    if seen[pc].start == thread.start {
      if seen[pc].score >= thread.score { return true }
      seen[pc].score = thread.score
      return false
    }
    let state = Int64(thread.pc) << 32 | Int64(thread.start)
    if let score = others[state], score >= thread.score { return true }
    others[state] = thread.score
    return false
  }

  private func canBegin(_ beginning: PatternProgram.Beginning, at position: Int) -> Bool {
    beginning.isAnything || beginning.types & starting[position] != 0 || beginning.words.contains(tokens[position].word)
  }

  private mutating func step(_ thread: Thread, _ program: [PatternProgram.Instruction], _ position: Int) {
    let pc = Int(thread.pc)
    let atEnd = position >= tokens.count
    switch program[pc] {
    case .match:
      if let index = best.lastIndex(where: { $0.start == thread.start }) {
        if best[index].thread.score < thread.score { best[index] = (thread.start, position, thread) }
      } else {
        best.append((thread.start, position, thread))
      }
      return
    case .fork(let first, let second):
      go(thread, second)
      go(thread, first)
      return
    case .jump(let target):
      go(thread, target)
      return
    case .sentenceStart:
      if position == 0 { go(thread, pc + 1) }
      return
    case .sentenceEnd:
      if atEnd || position == tokens.count - 1 && tokens[position].kind == .mark { go(thread, pc + 1) }
      if passesAtEnds { skip(thread, pc, position) }
      return
    case .any:
      if !atEnd, !barriers.contains(tokens[position].word) {
        go(thread, pc + 1, to: position + 1, cost: costs[position])
      }
      return
    case .word(let word):
      if atEnd { return }
      if tokens[position].word == word { go(thread, pc + 1, to: position + 1) }
    case .words(let words):
      if atEnd { return }
      if words.contains(tokens[position].word) { go(thread, pc + 1, to: position + 1) }
    case .slot(let type, let key):
      if atEnd || starting[position] & type == 0 { return skip(thread, pc, position) }
      for index in table.starting(at: position) where masks[index] & type != 0 {
        let mention = table.mentions[index]
        var following = thread
        following.pc += 1
        following.slots += mention.weight
        following.covered += Int32(mention.tokens.count)
        captures.append(Capture(key: key, mention: Int32(index), previous: thread.capture))
        following.capture = Int32(captures.count - 1)
        pending[mention.tokens.upperBound].append(following)
      }
    }
    skip(thread, pc, position)
  }

  /// Goes over a filler or a bracket; not at the start: there it would only move the beginning.
  private mutating func skip(_ thread: Thread, _ pc: Int, _ position: Int) {
    if position < tokens.count, passesAtEnds || thread.start != Int32(position), skips[position] > position {
      go(thread, pc, to: skips[position], cost: skips[position] - position > 1 ? 1 : 0)
    }
  }

  private mutating func go(_ thread: Thread, _ pc: Int, to next: Int? = nil, cost: Int32 = 0) {
    var following = thread
    following.pc = Int32(pc)
    following.cost += cost
    if let next { pending[next].append(following) } else { stack.append(following) }
  }

  private func results() -> [Result] {
    best.sorted { $0.start < $1.start }.map { start, end, thread in
      var chain: [(key: String, mention: Mention)] = []
      var index = thread.capture
      while index >= 0 {
        let capture = captures[Int(index)]
        chain.append((capture.key, table.mentions[Int(capture.mention)]))
        index = capture.previous
      }
      return Result(tokens: Int(start)..<end, score: thread.score, captures: chain.reversed())
    }.filter { !$0.tokens.isEmpty }
  }

  private static func costs(_ count: Int, _ table: MentionTable) -> [Int32] {
    var costs = [Int32](repeating: 1, count: count + 1)
    for mention in table.mentions where mention.type == .party || mention.type == .forum {
      for i in mention.tokens { costs[i] = 6 }
    }
    return costs
  }

  /// For each token where a thread may go on behind it without matching: after a filler word or mark, after a short bracket.
  private static func skips(_ tokens: [Token], _ text: [UInt8], _ fillers: WordSet) -> [Int] {
    var skips = Array(tokens.indices)
    var openings: [Int] = []
    for (i, token) in tokens.enumerated() {
      if fillers.contains(token.word), token.word != 0 { skips[i] = i + 1 }
      // The border between the cells of a row.
      if token.end == token.start { skips[i] = i + 1 }
      guard token.kind == .mark, token.end > token.start else { continue }
      switch text[Int(token.start)] {
      case UInt8(ascii: "("), UInt8(ascii: "["): openings.append(i)
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        if let opening = openings.popLast(), i - opening <= 16 { skips[opening] = i + 1 }
      case UInt8(ascii: "\""), UInt8(ascii: "*"): skips[i] = i + 1
      // A quotation mark, not the end of a genitive.
      case UInt8(ascii: "'") where token.end - token.start == 1: skips[i] = i + 1
      case 0xE2
      where token.end - token.start == 3 && text[Int(token.start) + 1] == 0x80
        && (0x98...0x9F).contains(text[Int(token.start) + 2]):
        skips[i] = i + 1
      default: break
      }
    }
    return skips
  }
}
