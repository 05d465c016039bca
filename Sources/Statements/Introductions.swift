import Knowledge
import Mentions
import Reports

/// What lists and tables stand under: sentences that introduce them, and headings.
struct Introductions {
  let sentences: [MarkedSentence]
  let text: ReportText

  /// The date of what a row, an item of a list or a short line stands under: its introduction, else its heading, if that has
  /// just one.
  func date(above index: Int) -> DateValue? {
    var next = index
    while let lead = lead(of: next) {
      // A sentence that is complete introduces nothing.
      guard let last = sentences[lead].sentence.tokens.last, text.bytes[Int(last.start)] != UInt8(ascii: ".") else {
        return nil
      }
      let dates = sentences[lead].table.mentions.compactMap { mention -> DateValue? in
        if case .date(let date) = mention.value { date } else { nil }
      }
      if !dates.isEmpty { return dates.count == 1 ? dates.first : nil }
      next = lead
    }
    return nil
  }

  /// The sentence that this one stands under, at most 60 blocks before; one of more than six words stands for itself.
  private func lead(of index: Int) -> Int? {
    func isUnder(_ index: Int) -> Bool {
      sentences[index].kind == .item || sentences[index].kind == .cell || sentences[index].sentence.tokens.count <= 6
    }
    guard isUnder(index) else { return nil }
    let isLine = sentences[index].kind != .item && sentences[index].kind != .cell
    let lead = sentences[..<index].indices.last { other in
      isLine ? !isUnder(other) : sentences[other].kind != .item && sentences[other].kind != .cell
    }
    guard let lead, sentences[index].sentence.block - sentences[lead].sentence.block <= 60 else { return nil }
    return lead
  }
}
