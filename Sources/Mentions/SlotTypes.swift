import Formats
import Knowledge

/// The types that slots of rules name, one bit each, and which of them a mention fits.
struct SlotTypes: Sendable {
  private let bits: [String: UInt64]

  /// - Throws: `RULE-TYPES` if the rules name more than 64 types.
  init(_ rules: [Rule], known: Set<String>) throws(Problem) {
    var bits: [String: UInt64] = [:]
    for rule in rules {
      for type in rule.patterns.flatMap(Self.types) where known.contains(type) && bits[type] == nil {
        guard bits.count < 64 else {
          throw Problem(
            code: "RULE-TYPES", place: Place(file: rule.file, line: rule.line),
            message: "the rules name more than 64 types of slots", exit: .badData)
        }
        bits[type] = 1 << UInt64(bits.count)
      }
    }
    self.bits = bits
  }

  func bit(_ type: String) -> UInt64? { bits[type] }

  /// The types of slots that take this mention.
  func mask(_ mention: Mention) -> UInt64 {
    var mask = bits[mention.type.name] ?? 0
    func add(_ types: String...) { for type in types { mask |= bits[type] ?? 0 } }
    switch mention.value {
    case .party(let name) where mention.type == .party:
      add("parties", "holder", "holders", "delegate")
      if name.id.hasPrefix("country/") { add("country") }
      if name.id.hasPrefix("agency/") { add("agency") }
    case .parties where mention.type == .group: add("parties", "holders")
    case .person: add("holder", "holders", "individual")
    case .holders(let holders) where mention.type != .column:
      if mention.type != .holders { add("holder", "holders") }
      if holders.allSatisfy({ $0.party != nil }) { add("delegate") }
      if holders.allSatisfy({ $0.person != nil }) { add("individual") }
    case .code: add("forum")
    case .number where [.count, .year, .day].contains(mention.type): add("number")
    default: break
    }
    return mask
  }

  private static func types(_ pattern: Pattern) -> [String] {
    switch pattern {
    case .slot(_, let type): [type]
    case .sequence(let parts), .choice(let parts): parts.flatMap(types)
    case .optional(let inner): types(inner)
    case .words, .gap, .sentenceStart, .sentenceEnd: []
    }
  }
}
