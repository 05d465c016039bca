public import Formats
public import Knowledge
public import Mentions
public import Reports

/// Reads statements from a report: a pure function of the report's text, title and day of publication, and of `Data/`.
public struct StatementReader: Sendable {
  public let findMentions: MentionFinder
  private let matchRules: PatternMatcher
  let language: Language

  /// - Throws: a problem with file and line for a rule with an unknown slot or kind.
  public init(language: Language) throws(Problem) {
    self.language = language
    findMentions = try MentionFinder(language: language)
    for rule in language.rules {
      for production in rule.productions
      where Statement.Kind(rawValue: production.kind) == nil && production.kind != "date" {
        guard production.verb == .stops, production.kind.isEmpty || production.kind == "all" else {
          throw Problem(
            code: "RULE-KIND", place: Place(file: rule.file, line: rule.line),
            message: "\(production.kind) in \(rule.name) is no kind of statement", exit: .badData)
        }
      }
    }
    matchRules = try PatternMatcher(language) { rule in !rule.productions.contains { $0.kind == "date" } }
  }

  /// A warning about a report in a language that there are no rules for; it is read with the rules there are.
  public func warning(about report: Report) -> Problem? {
    guard let tag = report.language else { return nil }
    let main = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    if main == language.code { return nil }
    return Problem(
      "LANGUAGE", at: Place(file: report.key),
      "language \(Visible.shortened(tag, to: 20)) is not supported; read with the rules for \(language.code)")
  }

  /// The statements in the order of the text.
  public func callAsFunction(_ report: Report) -> [Statement] {
    report.correction.map { statements(of: $0, in: report) } ?? read(report).statements
  }

  /// The statements, and the sentences with their mentions that they were read from.
  public func read(_ report: Report) -> (statements: [Statement], sentences: [MarkedSentence]) {
    let day = report.published.flatMap { ReportDate($0).day }
    let (sentences, main, prominent) = findMentions(report.text, published: day)
    var context = ReadingContext(
      language: language, text: report.text, published: ReportDate(report.published), sentences: sentences, main: main,
      prominent: prominent)
    let build = DraftBuilder(language: language, text: report.text.bytes)
    var surroundings = Surroundings(colon: language.words.id(of: Array(":".utf8)))
    for (index, marked) in sentences.enumerated() {
      surroundings.move(to: marked)
      let matches = matchRules(marked.sentence.tokens, marked.table, text: report.text.bytes).filter {
        $0.rule.near.isEmpty || surroundings.hold($0.rule.near)
      }
      let stops = matches.filter { $0.rule.productions.contains { $0.verb == .stops } }
      var drafts: [StatementDraft] = []
      var additions: [StatementDraft] = []
      for match in matches {
        for production in match.rule.productions where production.verb != .stops {
          guard !isStopped(match, production, stops) else { continue }
          let found = surroundings.settle(build(match, production, marked, index))
          if production.verb == .gives { drafts += found } else { additions += found }
        }
      }
      context.take(drafts, additions, index)
    }
    return (context.statements(), sentences)
  }

  /// Whether a `stops` rule of this kind covers part of the match; of one that names an office, the office itself. One with
  /// values (`stops membership event=listed`) stops only what a rule gives with the same values.
  private func isStopped(_ match: RuleMatch, _ given: Rule.Production, _ stops: [RuleMatch]) -> Bool {
    let core = match.mention("role")?.tokens ?? match.tokens
    return stops.contains { stop in
      stop.tokens.overlaps(core)
        && stop.rule.productions.contains {
          $0.verb == .stops && ($0.kind == given.kind || $0.kind.isEmpty || $0.kind == "all")
            && $0.values.allSatisfy { given.values[$0] == $1 }
        }
    }
  }
}
