import Knowledge
import Mentions
import Reports

/// What stands around a sentence: the one before it, the introduction and the headings above it.
struct Surroundings {
  /// What of a sentence others may refer to.
  private struct Layer {
    var words: Set<Int32> = []
    /// The office that it names first.
    var role: String?
    /// The forum that it names last.
    var forum: Name?

    init() {}

    init(_ marked: MarkedSentence) {
      words = Set(marked.sentence.tokens.map(\.word))
      forum = marked.forums.last
      let roles = marked.table.mentions.filter { $0.type.name == "role" }
      let first = roles.min { a, b in
        (a.tokens.lowerBound, -a.tokens.count) < (b.tokens.lowerBound, -b.tokens.count)
      }
      if case .word(let role) = first?.value { self.role = role }
    }
  }

  private var heading = Layer()
  /// The heading before: lists of the same kind often stand under headings in sequence.
  private var above = Layer()
  private var isHeading = false
  private var introduction = Layer()
  private var before = Layer()
  private var here = Layer()
  /// The first row of the table that the sentence is a row of.
  private var firstRow = Layer()
  private var isRow = false
  /// Whether the introduction ends with a colon and only short lines have come since.
  private var isList = false
  private let colon: Int32

  /// - Parameter colon: the id of the word `:`.
  init(colon: Int32) { self.colon = colon }

  private var layers: [Layer] { [here, before, introduction, heading, above] + (isRow ? [firstRow] : []) }

  mutating func move(to marked: MarkedSentence) {
    before = here
    here = Layer(marked)
    defer { isHeading = marked.kind == .title || marked.kind == .heading }
    if marked.kind == .cell, !isRow { firstRow = here }
    isRow = marked.kind == .cell
    switch marked.kind {
    case .title, .heading:
      above = isHeading ? Layer() : heading
      heading = here
    case .cell, .item: if introduction.words.isEmpty { introduction = before.words.isEmpty ? here : before }
    default:
      // Lines behind `They did not all come at once:`, and `Chair: P (A)`, are part of what an introduction introduces.
      let isPart = isList && marked.sentence.tokens.count <= 40 || isLabel(marked) && !introduction.words.isEmpty
      if !isPart { introduction = here }
      isList = isList && marked.sentence.tokens.count <= 40 || marked.sentence.tokens.last?.word == colon
    }
  }

  /// Whether a colon stands behind an office at the head.
  private func isLabel(_ marked: MarkedSentence) -> Bool {
    marked.table.mentions.contains { mention in
      mention.type.name == "role" && mention.tokens.upperBound <= 4
        && marked.table.mentions.contains { $0.tokens.lowerBound == mention.tokens.upperBound + 1 }
    } && marked.sentence.tokens.count <= 40
  }

  func hold(_ words: Set<Int32>) -> Bool { layers.contains { !words.isDisjoint(with: $0.words) } }

  /// Gives drafts of a rule with `role=above` the office that is named around them, and the forum named with it.
  func settle(_ drafts: [StatementDraft]) -> [StatementDraft] {
    drafts.compactMap { draft in
      guard draft.constants["role"] == "above" else { return draft }
      guard let layer = layers.first(where: { $0.role != nil }) else { return nil }
      var draft = draft
      draft.values[.role] = layer.role.map { .text($0) }
      draft.forum = draft.forum ?? layer.forum
      return draft
    }
  }
}
