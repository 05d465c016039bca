import Formats
import Knowledge

/// A rule's pattern as instructions for `PatternMatcher`.
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    case word(Int32)
    case words(Set<Int32>)
    /// A mention of the type, kept under the key.
    case slot(type: String, key: String)
    /// Two ways on, the first preferred.
    case fork(Int, Int)
    case jump(Int)
    /// Any one token that is no barrier, at a cost.
    case any
    case sentenceStart
    case sentenceEnd
    case match
  }

  private(set) var instructions: [Instruction] = []
  /// A match has one of these words; empty: no word is needed.
  let required: Set<Int32>

  init(_ rule: Rule, types: Set<String>) throws(Problem) {
    required = Self.required(rule.pattern) ?? []
    try emit(rule.pattern, rule, types)
    instructions.append(.match)
  }

  private mutating func emit(_ pattern: Pattern, _ rule: Rule, _ types: Set<String>) throws(Problem) {
    switch pattern {
    case .words(let words):
      if words.count == 1 { instructions.append(.word(words[0])) } else { instructions.append(.words(Set(words))) }
    case .sequence(let parts):
      for part in parts { try emit(part, rule, types) }
    case .choice(let branches):
      var jumps: [Int] = []
      for (index, branch) in branches.enumerated() {
        if index == branches.count - 1 {
          try emit(branch, rule, types)
        } else {
          let fork = instructions.count
          instructions.append(.fork(fork + 1, 0))
          try emit(branch, rule, types)
          jumps.append(instructions.count)
          instructions.append(.jump(0))
          instructions[fork] = .fork(fork + 1, instructions.count)
        }
      }
      for jump in jumps { instructions[jump] = .jump(instructions.count) }
    case .optional(let inner):
      let fork = instructions.count
      instructions.append(.fork(0, 0))
      try emit(inner, rule, types)
      instructions[fork] = .fork(fork + 1, instructions.count)
    case .gap(let size):
      var forks: [Int] = []
      for _ in 0..<size {
        forks.append(instructions.count)
        instructions.append(.fork(0, 0))
        instructions.append(.any)
      }
      for fork in forks { instructions[fork] = .fork(instructions.count, fork + 1) }
    case .slot(let key, let type):
      guard types.contains(type) else {
        throw Problem(
          code: "RULE-SLOT", place: Place(file: rule.file, line: rule.line),
          message: "<\(type)> in \(rule.name) is neither a type of mention nor a word list", exit: .badData)
      }
      instructions.append(.slot(type: type, key: key))
    case .sentenceStart: instructions.append(.sentenceStart)
    case .sentenceEnd: instructions.append(.sentenceEnd)
    }
  }

  /// Words of which each match has at least one; nil if the pattern can match without any.
  private static func required(_ pattern: Pattern) -> Set<Int32>? {
    switch pattern {
    case .words(let words): return Set(words)
    case .sequence(let parts): return parts.compactMap(required).min { $0.count < $1.count }
    case .choice(let branches):
      var all: Set<Int32> = []
      for branch in branches {
        guard let words = required(branch) else { return nil }
        all.formUnion(words)
      }
      return all
    case .optional, .gap, .slot, .sentenceStart, .sentenceEnd: return nil
    }
  }
}
