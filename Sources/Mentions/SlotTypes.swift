import Formats
import Knowledge

/// The types that slots of rules name, one bit each, and which of them a mention fits.
struct SlotTypes: Sendable {
  private let bits: [String: UInt64]

  /// - Parameters:
  ///   - slots: the types, each with a place where a slot names it.
  ///   - known: the types that there are.
  /// - Throws: `RULE-SLOT` for a slot of another type, `RULE-TYPES` if there are more than 64.
  init(_ slots: [String: Place], known: Set<String>) throws(Problem) {
    var bits: [String: UInt64] = [:]
    for (type, place) in slots.sorted(by: { $0.key < $1.key }) {
      guard known.contains(type) else {
        throw Problem(
          code: "RULE-SLOT", place: place, message: "<\(type)> is neither a type of mention nor a word list",
          exit: .badData)
      }
      guard bits.count < 64 else {
        throw Problem(
          code: "RULE-TYPES", place: place, message: "the rules name more than 64 types of slots", exit: .badData)
      }
      bits[type] = 1 << UInt64(bits.count)
    }
    self.bits = bits
  }

  /// The bit of a type; none of a type that no rule names.
  func bit(_ type: String) -> UInt64 { bits[type] ?? 0 }

  /// The types of slots that take this mention.
  func mask(_ mention: Mention) -> UInt64 {
    var mask = bit(mention.type.name)
    func add(_ types: String...) { for type in types { mask |= bit(type) } }
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
}
