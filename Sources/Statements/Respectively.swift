import Knowledge
import Mentions

/// `A and B joined in 2015 and 2025 respectively`: gives each party of a list the date in its place;
/// `P and Q as Chair and Vice-Chair` each holder his office.
struct Respectively {
  let language: Language

  func callAsFunction(_ drafts: [StatementDraft], _ marked: MarkedSentence) -> [StatementDraft] {
    guard drafts.count > 1 else { return drafts }
    let tokens = marked.sentence.tokens
    let isSaid = tokens.indices.contains { language.listed(tokens, at: $0, "respectively") != nil }
    let dates = isSaid ? dates(marked) : []
    let roles = roles(marked)
    guard !dates.isEmpty || !roles.isEmpty else { return drafts }
    var drafts = drafts
    for (match, group) in Dictionary(grouping: drafts.indices, by: { Match(drafts[$0]) }) where group.count > 1 {
      // A list may name one party more than once; then nothing tells which date is whose.
      if group.count == dates.count {
        for (index, date) in zip(group.sorted(), dates) { drafts[index].date = date }
      }
      if match.kind == .chair,
        let roles = roles.first(where: { $0.values.count == group.count && $0.tokens.overlaps(match.tokens) })
      {
        for (index, role) in zip(group.sorted(), roles.values) { drafts[index].values[.role] = .text(role) }
      }
    }
    return drafts
  }

  /// Offices in sequence: `as Chair, Vice-Chair and second Vice-Chair`.
  private func roles(_ marked: MarkedSentence) -> [(values: [String], tokens: Range<Int>)] {
    var runs: [(values: [String], tokens: Range<Int>)] = []
    for i in marked.sentence.tokens.indices {
      let here = marked.table.starting(at: i).map { marked.table.mentions[$0] }.filter { $0.type.name == "role" }
      guard let mention = here.max(by: { $0.tokens.count < $1.tokens.count }), case .word(let role) = mention.value
      else { continue }
      if let last = runs.last, last.tokens.upperBound > i { continue }
      if let last = runs.last, isSequence(last.tokens.upperBound..<i, marked.sentence.tokens) {
        runs[runs.count - 1] = (last.values + [role], last.tokens.lowerBound..<mention.tokens.upperBound)
      } else {
        runs.append(([role], mention.tokens))
      }
    }
    return runs.filter { $0.values.count > 1 }
  }

  /// `and`, `, the second`: a separator and at most two words.
  private func isSequence(_ between: Range<Int>, _ tokens: [Token]) -> Bool {
    guard let first = between.first, between.count <= 4 else { return false }
    return language.listed(tokens, at: first, "separator") != nil
      && between.dropFirst().allSatisfy {
        tokens[$0].kind != .mark && !tokens[$0].isCapitalized || tokens[$0].value != 0
          || language.listed(tokens, at: $0, "ordinal") != nil || language.listed(tokens, at: $0, "separator") != nil
      }
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
