import Knowledge
import Mentions

/// `A and B joined in 2015 and 2025 respectively`: gives each party of a list the date in its place.
struct Respectively {
  let language: Language

  func callAsFunction(_ drafts: [StatementDraft], _ marked: MarkedSentence) -> [StatementDraft] {
    let tokens = marked.sentence.tokens
    guard drafts.count > 1, tokens.indices.contains(where: { language.listed(tokens, at: $0, "respectively") != nil })
    else { return drafts }
    var drafts = drafts
    let dates = dates(marked)
    for group in Dictionary(grouping: drafts.indices, by: { Match(drafts[$0]) }).values where group.count > 1 {
      // A list may name one party more than once; then nothing tells which date is whose.
      guard group.count == dates.count else { continue }
      for (index, date) in zip(group.sorted(), dates) { drafts[index].date = date }
    }
    return drafts
  }

  /// Statements that one match made.
  private struct Match: Hashable {
    let kind: Statement.Kind
    let rule: String
    let tokens: Range<Int>

    init(_ draft: StatementDraft) {
      kind = draft.kind
      rule = draft.rule.name
      tokens = draft.tokens
    }
  }

  /// The dates of a sentence in order, of overlapping ones the longest.
  private func dates(_ marked: MarkedSentence) -> [DateValue] {
    var kept: [(tokens: Range<Int>, date: DateValue)] = []
    let mentions = marked.table.mentions.filter { $0.type == .date }.sorted { $0.tokens.count > $1.tokens.count }
    for mention in mentions {
      guard case .date(let date) = mention.value, !kept.contains(where: { $0.tokens.overlaps(mention.tokens) }) else {
        continue
      }
      kept.append((mention.tokens, date))
    }
    return kept.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }.map(\.date)
  }
}
