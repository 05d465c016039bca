import Knowledge
import Mentions
import Reports

/// Date and place of a meeting that stand in short lines of their own beneath its name.
struct HeaderLines {
  struct Lines {
    var date: DateValue?
    var town: String?
    var country: String?
  }

  let sentences: [MarkedSentence]
  let text: ReportText

  /// What the lines after this sentence say, if it is a heading or a short line itself.
  func callAsFunction(after index: Int) -> Lines {
    var lines = Lines()
    guard isHeader(index) else { return lines }
    for next in (index + 1)..<min(index + 5, sentences.count) where isHeader(next) {
      let marked = sentences[next]
      let count = marked.sentence.tokens.count
      for mention in marked.table.mentions where mention.tokens.count * 2 >= count {
        switch mention.value {
        case .date(let date) where lines.date == nil && date.start.day != nil: lines.date = date
        case .place(let town?, let country?) where lines.town == nil: (lines.town, lines.country) = (town, country)
        default: break
        }
      }
    }
    return lines
  }

  private func isHeader(_ index: Int) -> Bool {
    guard index < sentences.count else { return false }
    let marked = sentences[index]
    guard marked.sentence.tokens.count <= 30, let last = marked.sentence.tokens.last else { return false }
    return marked.kind == .title || marked.kind == .heading || marked.sentence.tokens.count <= 9
      || text.bytes[max(0, Int(last.end) - 1)] != UInt8(ascii: ".")
  }
}
