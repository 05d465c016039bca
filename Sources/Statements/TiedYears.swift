import Mentions
import Reports

/// The years that a text ties to dates without one: `In 2024 the place was Moscow. Russia was in the chair there on 23 May.`
struct TiedYears {
  /// For each sentence the last year told anywhere before it or in it, for texts without a day of publication.
  private let lastTold: [Int?]
  /// For each sentence the last year told in it or before it in its block, and whether it stands alone (`In 2024`).
  private let years: [(year: Int, isAlone: Bool)?]

  init(_ sentences: [MarkedSentence]) {
    var years: [(year: Int, isAlone: Bool)?] = []
    var last: (year: Int, isAlone: Bool)?
    var block = -1
    var lastTold: [Int?] = []
    for marked in sentences {
      if marked.sentence.block != block, marked.kind != .item, marked.kind != .cell { last = nil }
      block = marked.sentence.block
      for mention in marked.table.mentions {
        guard case .date(let date) = mention.value, let year = date.start.year, date.relative == nil else { continue }
        last = (year, date.start.month == nil && date.end == nil)
      }
      years.append(last)
      lastTold.append(last?.year ?? lastTold.last ?? nil)
    }
    self.years = years
    self.lastTold = lastTold
  }

  /// The date with the year that the text ties to it: before the day of publication where the year stands alone, else only without one.
  func complete(_ date: DateValue, _ sentence: Int, published: ReportDate) -> DateValue {
    guard date.relative == nil, date.start.year == nil, date.end?.year == nil else { return date }
    let tied = years[sentence]
    let year = published.edtf == nil ? tied?.year ?? lastTold[sentence] : tied?.isAlone == true ? tied?.year : nil
    guard let year else { return date }
    var date = date
    date.start.year = year
    if date.end != nil { date.end?.year = year }
    return date
  }
}
