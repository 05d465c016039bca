public import Formats
import Knowledge

/// Reads a question in plain English. Every word must find its place, so that nothing is answered that was not asked.
///
/// The first forms are those of the chair: `who chaired F`, `who was chair of F on D`, `F chairs since P`, `who holds the chair
/// of F`.
public struct QuestionReader: Sendable {
  private let forums: NameIndex
  private let periods: PeriodReader
  private let label: @Sendable (String) -> String

  /// - Parameters:
  ///   - forums: the names of the forums.
  ///   - today: the day that "now" means.
  ///   - label: the name by which an id is shown.
  public init(forums: NameIndex, today: Day, label: @escaping @Sendable (String) -> String) {
    self.forums = forums
    self.periods = PeriodReader(today: today)
    self.label = label
  }

  /// - Throws: ``Misunderstanding``, with what may have been meant.
  public func callAsFunction(_ words: String) throws(Misunderstanding) -> Question {
    let text = QuestionText(words)
    guard text.words.contains(where: { $0.kind != .mark }) else {
      throw Misunderstanding(question: words, reason: "no question was asked")
    }
    var slots = Slots()
    do throws(Misreading) {
      try fill(&slots, text)
    } catch {
      throw Misunderstanding(question: words, reason: error.reason, candidates: error.candidates)
    }
    return try question(words, slots)
  }

  /// What was found in a question.
  private struct Slots {
    var forums: [[String]] = []
    var periods: [Period] = []
    var senses: Set<QuestionWords.Sense> = []
    var unknown: [String] = []
    var corrections: [Answer.Correction] = []
  }

  private func fill(_ slots: inout Slots, _ text: QuestionText) throws(Misreading) {
    var i = 0
    while let word = text[i] {
      if let (ids, end) = forums.match(in: text, at: i), !QuestionWords.isPlain(word) || end > i + 1 {
        slots.forums.append(ids)
        i = end
      } else if let found = try periods.period(in: text, at: i) {
        slots.periods.append(found.period)
        i = found.end
      } else {
        read(word, after: text[i - 1], &slots)
        i += 1
      }
    }
  }

  private func read(_ word: QuestionText.Word, after previous: QuestionText.Word?, _ slots: inout Slots) {
    if word.kind == .mark {
      if word.folded == "'s", previous?.folded == "who" { slots.senses.insert(.present) }
    } else if let senses = QuestionWords.senses(of: word, after: previous) {
      slots.senses.formUnion(senses)
    } else if let meant = QuestionWords.nearest(to: word.folded), let senses = QuestionWords.senses[meant] {
      slots.senses.formUnion(senses)
      slots.corrections.append(Answer.Correction(written: word.written, read: meant))
    } else {
      slots.unknown.append(word.written)
    }
  }

  private func question(_ words: String, _ slots: Slots) throws(Misunderstanding) -> Question {
    if slots.forums.isEmpty, let name = slots.unknown.first {
      let candidates = slots.unknown.flatMap { forums.similar(to: $0) }.map(label)
      throw Misunderstanding(
        question: words, reason: "no forum is known by the name \"\(name)\"", candidates: candidates)
    }
    if let word = slots.unknown.first {
      throw Misunderstanding(question: words, reason: "the word \"\(word)\" was not understood")
    }
    guard let forum = slots.forums.first else {
      throw Misunderstanding(question: words, reason: "the question names no forum")
    }
    guard Set(slots.forums).count == 1, forum.count == 1, let id = forum.first else {
      let names = Array(Set(slots.forums.flatMap { $0 })).sorted().map(label)
      throw Misunderstanding(question: words, reason: "one forum at a time", candidates: names)
    }
    guard slots.senses.contains(.chair) else {
      throw Misunderstanding(question: words, reason: "it is not clear what is asked of \(label(id))")
    }
    guard slots.periods.count <= 1 else {
      throw Misunderstanding(question: words, reason: "one time at a time", candidates: slots.periods.map(\.words))
    }
    let isNow = slots.senses.contains(.now) || slots.senses.contains(.present) && !slots.senses.contains(.past)
    let period = slots.periods.first ?? (isNow ? .now(periods.today) : .ever)
    return Question(intent: .chairs, forum: id, period: period, words: words, corrections: slots.corrections)
  }
}
