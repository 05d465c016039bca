/// The mentions of a sentence; they may overlap, a rule's slot takes those of its type.
public struct MentionTable: Sendable {
  public private(set) var mentions: [Mention] = []
  private var byStart: [[Int]]

  package init(tokens: Int) { byStart = Array(repeating: [], count: tokens + 1) }

  package mutating func add(_ mention: Mention) {
    byStart[mention.tokens.lowerBound].append(mentions.count)
    mentions.append(mention)
  }

  /// Indices of the mentions that begin at this token.
  public func starting(at token: Int) -> [Int] { byStart[token] }

  func starting(at token: Int, type: MentionType) -> [Mention] {
    byStart[token].map { mentions[$0] }.filter { $0.type == type }
  }
}
