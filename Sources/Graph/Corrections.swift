import Formats
import Statements

/// Which statements hold after what people said of them by hand.
///
/// A refutation takes a statement out, until it is itself refuted; a confirmation is another statement of the same. Each
/// holds for what its report says, whatever version; where the very statement that was judged is not there any more, as after
/// an edit of the report, it is possibly stale.
struct Corrections {
  /// What holds, without the refutations.
  private(set) var statements: [SourcedStatement] = []
  private(set) var discrepancies: [Discrepancy] = []

  private let forum: Party?
  private var byID: [String: SourcedStatement] = [:]
  private var byClaim: [String: [String]] = [:]
  /// The ids of refutations by the id of what they refute.
  private var refutations: [String: [String]] = [:]

  init(_ told: [SourcedStatement], forum: Party?) {
    self.forum = forum
    let judgements = told.filter { $0.statement.judged != nil }
    guard !judgements.isEmpty else {
      statements = told
      return
    }
    byID = Dictionary(told.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for item in told where item.statement.judged == nil {
      byClaim[Corrections.claim(item.statement, of: item.source.report), default: []].append(item.id)
    }
    for item in judgements where item.statement.text(.refutes) != nil {
      for target in targets(of: item) { refutations[target, default: []].append(item.id) }
    }
    statements = told.filter { $0.statement.text(.refutes) == nil && !isRefuted($0.id) }
    for item in judgements where !isRefuted(item.id) { note(item) }
  }

  /// What a statement says of its report, whatever its version and whoever judges it.
  private static func claim(_ statement: Statement, of report: String) -> String {
    var plain = statement
    for key in [Statement.Key.confirms, .refutes, .corrects] { plain[key] = nil }
    return "\(report) \(StatementID.canonical(plain))"
  }

  /// The statement itself, else those of its report that say the same.
  private func targets(of judgement: SourcedStatement) -> [String] {
    let id = judgement.statement.judged ?? ""
    if byID[id] != nil { return [id] }
    return byClaim[Corrections.claim(judgement.statement, of: judgement.statement.text(.corrects) ?? "")] ?? []
  }

  /// Ids are hashes of what they refute, so this comes to an end.
  private func isRefuted(_ id: String) -> Bool { (refutations[id] ?? []).contains { !isRefuted($0) } }

  private mutating func note(_ item: SourcedStatement) {
    let id = item.statement.judged ?? ""
    let report = item.statement.text(.corrects) ?? ""
    let targets = targets(of: item)
    let isStale = byID[id] == nil
    let isRefuting = item.statement.text(.refutes) != nil
    guard isStale || isRefuting else { return }
    let kind: Discrepancy.Kind = isRefuting && !targets.isEmpty ? .refuted : .correctionStale
    let verb = isRefuting ? "refutes" : "confirms"
    var summary = "\(forum.map { "\($0.label): " } ?? "")a correction by hand \(verb) what \(report) says"
    if isStale { summary += "; possibly stale, for the report does not say it any more as it did" }
    let tail = forum.map { "\(Row.forumKey($0))/" } ?? ""
    discrepancies.append(
      Discrepancy(
        id: "discrepancy/\(kind.rawValue)/\(tail)\(id)", kind: kind, forum: forum, subjects: [id], summary: summary,
        statements: Set(targets + [item.id]).sorted(by: Row.byteOrder)))
  }
}

extension Statement {
  /// The id of the statement that a correction judges.
  fileprivate var judged: String? { text(.refutes) ?? text(.confirms) }
}
