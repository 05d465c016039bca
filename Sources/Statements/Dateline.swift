import Knowledge
import Mentions
import Reports

/// Where a text tells the day of its publication itself; all days in EDTF.
struct Dateline {
  let sentences: [MarkedSentence]
  let language: Language

  /// The day in a line near the top that tells at most a place beside it, or in front of the first words of a text:
  /// `Darmstadt, 2 December 2010 – …`, `PARIS (7 May 2019) …`.
  var day: String? {
    for marked in sentences.prefix(8) {
      let tokens = marked.sentence.tokens
      for mention in marked.table.mentions {
        guard case .date(let date) = mention.value, date.isAbsolute, date.end == nil, date.start.day != nil else {
          continue
        }
        let places = marked.table.mentions.filter { $0.type == .place }.map(\.tokens)
        let others = tokens.indices.filter { i in
          tokens[i].kind != .mark && !mention.tokens.contains(i) && !places.contains { $0.contains(i) }
        }
        let isLine = tokens.count <= 8 && others.count <= (places.isEmpty ? 0 : 1)
        let isInFront = mention.tokens.lowerBound <= 6 && others.allSatisfy { $0 >= mention.tokens.upperBound }
        let behind = tokens.indices.first { $0 >= mention.tokens.upperBound && !tokens[$0].isClosingBracket }
        let isParted = behind.map { language.listed(tokens, at: $0, "dash") != nil } ?? false
        if isLine || isInFront && isParted { return date.edtf(published: nil, past: nil) }
      }
    }
    return nil
  }

  /// The only date of the title, such as the year of an annual report.
  var heading: String? {
    let dates = sentences.prefix { $0.kind == .title }.flatMap(\.table.mentions).compactMap { mention -> String? in
      guard case .date(let date) = mention.value, date.isAbsolute else { return nil }
      return date.edtf(published: nil, past: nil)
    }
    return dates.count == 1 ? dates.first : nil
  }

  /// The only day that the text names.
  var onlyDay: String? {
    var days: Set<String> = []
    for mention in sentences.flatMap(\.table.mentions) {
      guard case .date(let date) = mention.value, date.isAbsolute, date.start.day != nil else { continue }
      date.edtf(published: nil, past: nil).map { _ = days.insert($0) }
    }
    return days.count == 1 ? days.first : nil
  }
}
