import Store

/// Evidence in the order of its first use, numbered from 1; each sentence stands once.
struct NumberedEvidence {
  private struct Key: Hashable {
    var report: String
    var start: Int
    var end: Int
    var quote: String
  }

  private(set) var items: [EvidenceItem] = []
  private var numbers: [Key: Int] = [:]

  mutating func number(_ item: EvidenceItem) -> Int {
    let key = Key(report: item.report, start: item.start, end: item.end, quote: item.quote)
    if let number = numbers[key] { return number }
    items.append(item)
    numbers[key] = items.count
    return items.count
  }
}
