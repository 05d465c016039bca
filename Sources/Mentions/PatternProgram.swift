import Knowledge

/// One way in which a rule may be written (a `when` line) as instructions for `PatternMatcher`.
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    case word(Int32)
    case words(WordSet)
    /// A mention of a type (one bit, see `SlotTypes`), kept under the key.
    case slot(type: UInt64, key: String)
    /// Two ways on, the first preferred.
    case fork(Int, Int)
    case jump(Int)
    /// Any one token that is no barrier, at a cost.
    case any
    case sentenceStart
    case sentenceEnd
    case match
  }

  /// What a match can begin with; nil for a type or word that is not told.
  struct Beginning: Sendable {
    var words = WordSet()
    var types: UInt64 = 0
    /// Begins with a gap or the sentence itself: anywhere.
    var isAnything = false
  }

  private(set) var instructions: [Instruction] = []
  /// A match has a word of each of these sets.
  let requiredWords: [[Int32]]
  /// A match has a mention of each of these types.
  let requiredTypes: UInt64
  private(set) var beginning = Beginning()

  init(_ pattern: Pattern, types: SlotTypes) {
    var words: [Set<Int32>] = []
    var slots: Set<String> = []
    Self.collect(pattern, &words, &slots)
    requiredWords = words.map { $0.sorted() }.sorted { $0.count < $1.count }
    requiredTypes = slots.reduce(0) { $0 | types.bit($1) }
    emit(pattern, types)
    instructions.append(.match)
    beginning = firsts()
  }

  private mutating func emit(_ pattern: Pattern, _ types: SlotTypes) {
    switch pattern {
    case .words(let words):
      if words.count == 1 { instructions.append(.word(words[0])) } else { instructions.append(.words(WordSet(words))) }
    case .sequence(let parts):
      for part in parts { emit(part, types) }
    case .choice(let branches):
      var jumps: [Int] = []
      for (index, branch) in branches.enumerated() {
        if index == branches.count - 1 {
          emit(branch, types)
        } else {
          let fork = instructions.count
          instructions.append(.fork(fork + 1, 0))
          emit(branch, types)
          jumps.append(instructions.count)
          instructions.append(.jump(0))
          instructions[fork] = .fork(fork + 1, instructions.count)
        }
      }
      for jump in jumps { instructions[jump] = .jump(instructions.count) }
    case .optional(let inner):
      let fork = instructions.count
      instructions.append(.fork(0, 0))
      emit(inner, types)
      instructions[fork] = .fork(fork + 1, instructions.count)
    case .gap(let size):
      var forks: [Int] = []
      for _ in 0..<size {
        forks.append(instructions.count)
        instructions.append(.fork(0, 0))
        instructions.append(.any)
      }
      for fork in forks { instructions[fork] = .fork(instructions.count, fork + 1) }
    case .slot(let key, let type): instructions.append(.slot(type: types.bit(type), key: key))
    case .sentenceStart: instructions.append(.sentenceStart)
    case .sentenceEnd: instructions.append(.sentenceEnd)
    }
  }

  /// The word sets and slot types that no match can do without.
  private static func collect(_ pattern: Pattern, _ words: inout [Set<Int32>], _ types: inout Set<String>) {
    switch pattern {
    case .words(let ids): words.append(Set(ids))
    case .sequence(let parts): for part in parts { collect(part, &words, &types) }
    case .slot(_, let type): types.insert(type)
    case .choice(let branches):
      // One word of each branch, if each branch needs one; a type if all need it.
      var union: Set<Int32>? = []
      var common: Set<String>?
      for branch in branches {
        var needed: [Set<Int32>] = []
        var slots: Set<String> = []
        collect(branch, &needed, &slots)
        if let fewest = needed.min(by: { $0.count < $1.count }) { union?.formUnion(fewest) } else { union = nil }
        common = common?.intersection(slots) ?? slots
      }
      if let union, !union.isEmpty { words.append(union) }
      types.formUnion(common ?? [])
    case .optional, .gap, .sentenceStart, .sentenceEnd: break
    }
  }

  private func firsts() -> Beginning {
    var beginning = Beginning()
    var stack = [0]
    var seen: Set<Int> = []
    while let pc = stack.popLast() {
      guard seen.insert(pc).inserted else { continue }
      switch instructions[pc] {
      case .word(let word): beginning.words.insert(word)
      case .words(let words): beginning.words.formUnion(words)
      case .slot(let type, _): beginning.types |= type
      case .fork(let a, let b): stack += [a, b]
      case .jump(let target): stack.append(target)
      case .any, .sentenceStart, .sentenceEnd, .match: beginning.isAnything = true
      }
    }
    return beginning
  }
}
