/// A set of word ids as bits: looked up at each step of each rule.
struct WordSet: Sendable {
  private var bits: [UInt64] = []

  init() {}

  init(_ words: [Int32]) { for word in words { insert(word) } }

  func contains(_ word: Int32) -> Bool {
    let index = Int(word) >> 6
    return index < bits.count && bits[index] & (1 << UInt64(word & 63)) != 0
  }

  mutating func insert(_ word: Int32) {
    let index = Int(word) >> 6
    if index >= bits.count { bits += Array(repeating: 0, count: index - bits.count + 1) }
    bits[index] |= 1 << UInt64(word & 63)
  }

  mutating func formUnion(_ other: WordSet) {
    if other.bits.count > bits.count { bits += Array(repeating: 0, count: other.bits.count - bits.count) }
    for index in other.bits.indices { bits[index] |= other.bits[index] }
  }
}
