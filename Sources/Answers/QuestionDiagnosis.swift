import Formats
import Knowledge
import Mentions

/// Why a question was not understood, and what may have been meant.
struct QuestionDiagnosis {
  let reader: QuestionReader

  func callAsFunction(_ text: QuestionText) throws -> Misunderstanding {
    let words = String(decoding: text.bytes, as: UTF8.self)
    if let language = try foreign(text) {
      return Misunderstanding(
        question: words,
        reason: "questions are read in English\(language); names in any language are understood")
    }
    if let parts = try halves(text) {
      return Misunderstanding(question: words, reason: "one question at a time", candidates: parts)
    }
    let mentions = try reader.mentions(text)
    let times = mentions.times.map(\.tokens)
    if let run = mentions.unknown.first {
      let written = text.written(run)
      let isName = reader.grammar(text, mentions.table(isNaming: true), passing: times) != nil
      let near = try nearest(mentions, text, isName: isName)
      if isName || !near.isEmpty {
        return Misunderstanding(
          question: words, reason: "no forum, agency or country is known by the name \"\(written)\"",
          candidates: near.map(\.name), examples: near.map(\.question))
      }
      return Misunderstanding(
        question: words, reason: "the word \"\(text.words[run.lowerBound].written)\" was not understood")
    }
    let forum = mentions.hits.first { $0.ids.contains { $0.hasPrefix("forum/") } }
    if let named = forum ?? mentions.hits.first {
      return Misunderstanding(
        question: words, reason: "it is not clear what is asked of \(text.written(named.tokens))")
    }
    return Misunderstanding(question: words, reason: "the question was not understood")
  }

  /// Two questions that are joined by "and".
  private func halves(_ text: QuestionText) throws -> [String]? {
    let last = text.words.lastIndex { $0.kind != .mark } ?? 0
    for i in text.words.indices where text.words[i].folded == "and" && i > 0 && i < last {
      let end = text.words[i - 1].kind == .mark ? i - 1 : i
      let first = text.written(0..<end)
      if try reader.read(QuestionText(first, tokenize: reader.grammar.tokenize)) != nil {
        return [first, text.written(i + 1..<last + 1)]
      }
    }
    return nil
  }

  /// The names that are nearest to what nothing knows, each with the question as it then is: those with which it can be read,
  /// if any, of which reports tell most.
  private func nearest(
    _ mentions: QuestionMentions, _ text: QuestionText, isName: Bool
  ) throws -> [(name: String, question: String)] {
    let names = try reader.names.all()
    var found: [(name: String, question: String)] = []
    for run in mentions.unknown {
      for range in [run] + run.map({ $0..<$0 + 1 }) where isName || isTellable(text, range) {
        let ids = names.similar(to: text.written(range), limit: 40)
        let told = try reader.names.told(of: ids)
        for name in (told + ids.filter { !told.contains($0) }).map(reader.names.label)
        where !found.contains(where: { $0.name == name }) {
          found.append((name, text.replacing(range, with: name)))
        }
      }
    }
    let readable = try found.filter {
      try reader.read(QuestionText($0.question, tokenize: reader.grammar.tokenize)) != nil
    }
    return Array((readable.isEmpty && isName ? found : readable).prefix(3))
  }

  /// Three small letters are near to too much.
  private func isTellable(_ text: QuestionText, _ range: Range<Int>) -> Bool {
    let word = text.words[range.lowerBound]
    return range.count > 1 || word.folded.utf8.count > 3 || word.written != word.written.lowercased()
  }

  /// ` (this looks like German)`; empty for another script; nil for English.
  private func foreign(_ text: QuestionText) throws -> String? {
    let foreign = reader.grammar.grammar.foreign
    let tokens = Tokenizer(words: foreign.words)(text.bytes, in: 0..<text.bytes.count)
    var languages: [String] = []
    for i in tokens.indices { foreign.lists.matches(tokens, at: i) { _, uses in languages += uses.map(\.value) } }
    // One such word may be a misspelt English one.
    if let language = languages.first, languages.count > 1 { return " (this looks like \(language))" }
    // Another script outside of the names.
    let words = try reader.mentions(text).unknown.map { text.written($0) }.joined()
    return words.unicodeScalars.contains { $0.properties.isAlphabetic && $0.value > 0x24F } ? "" : nil
  }
}
