import Knowledge
import Mentions

/// Which forum a statement is about whose rule names none: by kind, from the sentence, the meeting that is told, the whole report.
struct ForumChooser {
  let language: Language
  let rules: ForumRules
  let main: Name?
  /// Ids of the forums that the text is on, not only names.
  let prominent: Set<String>

  /// A page of a few lines is on its forum even if it names it only once.
  let isShort: Bool

  init(language: Language, main: Name?, prominent: Set<String>, isShort: Bool) {
    self.language = language
    self.main = main
    self.prominent = prominent
    self.isShort = isShort
    rules = ForumRules(language: language)
  }

  /// - Parameters:
  ///   - here: forum of a meeting told in the same sentence.
  ///   - told: forum of the meeting last told in the block, else in the report.
  ///   - before: the forum that the sentence before names last.
  func forum(for draft: StatementDraft, _ marked: MarkedSentence, here: Name?, told: Name?, before: Name?) -> Name? {
    if let forum = draft.forum ?? owner(of: draft, marked, before) { return settle(forum, draft, marked) }
    let sentence = nearest(draft, marked)
    let told = told.flatMap { prominent.contains($0.id) || $0.id == main?.id ? $0 : nil }
    let order: [Name?] =
      switch draft.kind {
      case .attendance: [here, told, sentence, main, marked.near, marked.focus]
      case .meeting:
        [draft.constants["context"] == "meeting" ? told : nil, sentence, marked.near, told, main, marked.focus]
      case .chair: [draft.constants["of"] == "meeting" ? here : nil, sentence, marked.near, main, marked.focus]
      case .membership, .membershipTotal: [sentence, marked.near, told, main, marked.focus]
      case .succession: [sentence, main, marked.focus]
      }
    let isLabel = draft.constants["context"] == "prominent"
    for case let forum? in order where !isLabel || isShort || prominent.contains(forum.id) {
      if let settled = settle(forum, draft, marked), !isParty(settled, of: draft) { return settled }
    }
    return nil
  }

  /// The forum that `its` or `whose` before an office means: the one named last before it.
  private func owner(of draft: StatementDraft, _ marked: MarkedSentence, _ before: Name?) -> Name? {
    let tokens = max(0, draft.tokens.lowerBound - 2)..<draft.tokens.upperBound
    guard draft.kind == .chair,
      let word = tokens.first(where: { language.listed(marked.sentence.tokens, at: $0, "possessive") != nil })
    else { return nil }
    var last: (name: Name, end: Int)?
    for mention in marked.table.mentions where mention.tokens.upperBound <= word {
      guard case .forum(let name) = mention.value, !isParty(name, of: draft), mention.tokens.upperBound > last?.end ?? 0
      else { continue }
      last = (name, mention.tokens.upperBound)
    }
    return last?.name ?? before
  }

  /// A body cannot attend, join or chair itself.
  func isParty(_ forum: Name, of draft: StatementDraft) -> Bool {
    [Statement.Key.member, .agency, .to].contains { key in
      guard let party = draft.names(key).first else { return false }
      return isSameBody(party, forum) || key == .agency && isPart(party, of: forum)
    }
  }

  private func isPart(_ party: Name, of forum: Name) -> Bool {
    if party.id.hasPrefix(forum.id + "/") { return true }
    guard let part = language.names.byID[party.id], let whole = language.names.byID[forum.id] else { return false }
    return language.names.isBody(part, of: whole)
  }

  /// Whether two names mean one body, which may be both a party and a forum (`agency/esa`, `forum/esa`).
  func isSameBody(_ a: Name, _ b: Name) -> Bool { a.id.drop { $0 != "/" } == b.id.drop { $0 != "/" } }

  private func settle(_ forum: Name, _ draft: StatementDraft, _ marked: MarkedSentence) -> Name? {
    let level = draft.text(.level) ?? (draft.kind == .meeting ? levelOf(marked) : nil)
    return rules.body(of: forum, at: level, for: draft.kind) ?? rules.forum(forum, for: draft.kind)
  }

  private func levelOf(_ marked: MarkedSentence) -> String? {
    for mention in marked.table.mentions where mention.type.name == "level" {
      if case .word(let level) = mention.value { return level }
    }
    return nil
  }

  /// A forum that is only named once counts where it stands shortly before the match or goes on with it (`the lead of the Charter`).
  private func isMeant(_ forum: Name, _ tokens: Range<Int>, _ draft: StatementDraft) -> Bool {
    if tokens.lowerBound >= draft.tokens.upperBound, tokens.lowerBound - draft.tokens.upperBound <= 2 { return true }
    switch draft.kind {
    case .membership, .membershipTotal:
      return prominent.contains(forum.id) || forum.id == main?.id || tokens.distance(to: draft.tokens) <= 10
    case .meeting
    where tokens.upperBound <= draft.tokens.lowerBound && draft.tokens.lowerBound - tokens.upperBound <= 12: return true
    default: return prominent.contains(forum.id) || forum.id == main?.id
    }
  }

  /// Whether a word for a meeting stands beside a forum that is not the text's main one: an observer for a forum attends another's.
  private func isMet(_ forum: Name, _ tokens: Range<Int>, _ marked: MarkedSentence) -> Bool {
    forum.id == main?.id
      || marked.table.mentions.contains { mention in
        guard mention.type.name == "gathering" else { return false }
        return (0...1).contains(mention.tokens.lowerBound - tokens.upperBound)
          || (0...2).contains(tokens.lowerBound - mention.tokens.upperBound)
      }
  }

  /// The forum that the sentence names nearest to the match, before it rather than behind it; none that stands in a list of parties.
  private func nearest(_ draft: StatementDraft, _ marked: MarkedSentence) -> Name? {
    let lists = marked.table.mentions.filter { $0.type == .group }.map(\.tokens)
    var best: (Int, Name)?
    for mention in marked.table.mentions where !lists.contains(where: { $0.overlaps(mention.tokens) }) {
      let name: Name
      switch mention.value {
      case .forum(let forum): name = forum
      case .code(let forum, _): name = forum
      default: continue
      }
      guard let entity = language.names.byID[name.id].map({ language.names.entities[$0] }),
        !entity.hasCouncil || name.id == main?.id, !isParty(name, of: draft),
        isMeant(name, mention.tokens, draft), draft.kind != .attendance || isMet(name, mention.tokens, marked),
        rules.forum(name, for: draft.kind) != nil
      else { continue }
      let gap =
        mention.tokens.distance(to: draft.tokens) + (mention.tokens.lowerBound > draft.tokens.lowerBound ? 2 : 0)
      if best.map({ gap < $0.0 }) ?? true { best = (gap, name) }
    }
    return best?.1
  }
}

extension Range<Int> {
  /// Positions between two ranges; 0 if they overlap. What stands behind counts one more than what stands before.
  func distance(to other: Range<Int>) -> Int {
    overlaps(other)
      ? 0 : upperBound <= other.lowerBound ? other.lowerBound - upperBound : lowerBound - other.upperBound + 1
  }
}
