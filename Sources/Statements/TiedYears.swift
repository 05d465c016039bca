import Mentions
import Reports

/// The years that a text ties to dates without one: `In 2024 the place was Moscow. Russia was in the chair there on 23 May.`
struct TiedYears {
  /// For each sentence the last year told anywhere before it or in it, for texts without a day of publication.
  private let lastTold: [Int?]
  /// For each sentence the last year told in it or before it in its block, and whether it stands alone (`In 2024`).
  private let years: [(year: Int, isAlone: Bool)?]
  /// The same before each sentence.
  private let before: [(year: Int, isAlone: Bool)?]
  private let sentences: [MarkedSentence]

  init(_ sentences: [MarkedSentence]) {
    var years: [(year: Int, isAlone: Bool)?] = []
    var last: (year: Int, isAlone: Bool)?
    var block = -1
    var lastTold: [Int?] = []
    var before: [(year: Int, isAlone: Bool)?] = []
    for marked in sentences {
      if marked.sentence.block != block, marked.kind != .item, marked.kind != .cell { last = nil }
      block = marked.sentence.block
      before.append(last)
      for mention in marked.table.mentions {
        guard case .date(let date) = mention.value, let year = date.start.year, date.relative == nil else { continue }
        last = (year, date.start.month == nil && date.end == nil)
      }
      years.append(last)
      lastTold.append(last?.year ?? lastTold.last ?? nil)
    }
    self.years = years
    self.before = before
    self.sentences = sentences
    self.lastTold = lastTold
  }

  /// The date with the year that the text ties to it: before the day of publication where the year stands alone, else only without one.
  func complete(_ date: DateValue, _ sentence: Int, published: ReportDate) -> DateValue {
    guard date.relative == nil, date.start.year == nil, date.end?.year == nil else { return date }
    let tied = tied(date, sentence)
    let year = published.edtf == nil ? tied?.year ?? lastTold[sentence] : tied?.isAlone == true ? tied?.year : nil
    guard let year else { return date }
    var date = date
    date.start.year = year
    if date.end != nil { date.end?.year = year }
    return date
  }

  /// The year told before a date: in its sentence, else before it in the block.
  private func tied(_ date: DateValue, _ sentence: Int) -> (year: Int, isAlone: Bool)? {
    let mentions = sentences[sentence].table.mentions
    guard let own = mentions.first(where: { if case .date(date) = $0.value { true } else { false } }) else {
      return years[sentence]
    }
    var last = before[sentence]
    for mention in mentions where mention.tokens.upperBound <= own.tokens.lowerBound {
      guard case .date(let date) = mention.value, let year = date.start.year, date.relative == nil else { continue }
      last = (year, date.start.month == nil && date.end == nil)
    }
    return last
  }
}
