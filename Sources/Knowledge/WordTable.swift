/// The words that names, word lists and rules use, each with an id from 1; built once, looked up by the folded bytes of a token.
public struct WordTable: Sendable {
  private var slots: [Int32]
  private var starts: [Int32] = [0, 0]
  private var bytes: [UInt8] = []
  /// By id: the id of the word whose spelling this is; most are their own.
  private var standard: [Int32] = [0]

  public init() { slots = Array(repeating: 0, count: 1 << 14) }

  /// Number of words; ids run from 1 to this.
  public var count: Int { starts.count - 2 }

  /// The id of a folded word, 0 if there is none.
  public func id(of word: [UInt8]) -> Int32 { standard[Int(slots[slot(of: word)])] }

  /// The id of a folded word, given now if it has none yet.
  public mutating func insert(_ word: [UInt8]) -> Int32 {
    let slot = slot(of: word)
    if slots[slot] != 0 { return standard[Int(slots[slot])] }
    bytes.append(contentsOf: word)
    starts.append(Int32(bytes.count))
    let id = Int32(count)
    standard.append(id)
    slots[slot] = id
    if count * 2 > slots.count { grow() }
    return id
  }

  /// Makes a folded word another spelling of `other`: both have one id. It must be new to the table.
  public mutating func insert(_ word: [UInt8], spellingOf other: [UInt8]) {
    let id = insert(other)
    standard[Int(insert(word))] = id
  }

  /// The folded word with this id; empty for 0.
  public func word(_ id: Int32) -> String {
    id == 0 ? "" : String(decoding: bytes[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])], as: UTF8.self)
  }

  private func slot(of word: [UInt8]) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while slots[slot] != 0, !isEqual(slots[slot], word) { slot = (slot + 1) & mask }
    return slot
  }

  private func isEqual(_ id: Int32, _ word: [UInt8]) -> Bool {
    let start = Int(starts[Int(id)])
    let length = Int(starts[Int(id) + 1]) - start
    guard length == word.count else { return false }
    for i in 0..<length where bytes[start + i] != word[i] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for id in 1...Int32(count) {
      slots[slot(of: Array(bytes[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])]))] = id
    }
  }
}
