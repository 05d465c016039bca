/// The mentions of a sentence; they may overlap, a rule's slot takes those of its type.
public struct MentionTable: Sendable {
  public private(set) var mentions: [Mention] = []
  private var byStart: [[Int]]

  init(tokens: Int) { byStart = Array(repeating: [], count: tokens + 1) }

  mutating func add(_ mention: Mention) {
    byStart[mention.tokens.lowerBound].append(mentions.count)
    mentions.append(mention)
  }

  /// The types of slots for which there is a mention.
  var slotTypes: Set<String> {
    var types: Set<String> = []
    for mention in mentions {
      types.insert(mention.type.name)
      switch mention.value {
      case .party: types.formUnion(["parties", "agency", "country"])
      case .parties: types.formUnion(["parties", "group"])
      case .code: types.insert("forum")
      case .number: types.insert("number")
      default: break
      }
    }
    return types
  }

  /// Indices of the mentions that begin at this token.
  public func starting(at token: Int) -> [Int] { byStart[token] }

  func starting(at token: Int, type: MentionType) -> [Mention] {
    byStart[token].map { mentions[$0] }.filter { $0.type == type }
  }
}

extension Mention {
  /// Whether a slot of this type takes the mention.
  func fits(_ slot: String) -> Bool {
    if type.name == slot { return true }
    switch (slot, value) {
    case ("parties", .party): return type != .adjective
    case ("parties", .parties), ("group", .parties): return type != .affiliations
    case ("agency", .party(let name)): return type != .adjective && name.id.hasPrefix("agency/")
    case ("country", .party(let name)): return type != .adjective && name.id.hasPrefix("country/")
    case ("forum", .code): return true
    case ("number", .number): return type == .count || type == .year || type == .day
    default: return false
    }
  }
}
