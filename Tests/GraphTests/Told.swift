import Formats
import Graph
import Mentions
import Statements

/// Short ways to say what a report says, for tables of cases.
struct Told {
  var statements: [SourcedStatement] = []

  /// An agency; `F` is the forum.
  static func party(_ label: String) -> Name {
    Name(id: (label == "F" ? "forum/" : "agency/") + label.lowercased(), label: label)
  }

  static func source(_ report: String = "r1", published: String? = nil, isDigest: Bool = false)
    -> SourcedStatement.Source
  {
    SourcedStatement.Source(
      report: report, version: "v-" + report, title: "Report " + report, published: published, isDigest: isDigest)
  }

  static func say(
    _ kind: Statement.Kind, _ values: [Statement.Key: Statement.Value], in report: String = "r1", at start: Int = 0,
    quote: String = "", basis: Statement.DateBasis? = .stated, published: String? = nil, joinsNext: Bool = false
  ) -> SourcedStatement {
    var values = values
    values[.forum] = .names([Name(id: "forum/f", label: "F")])
    let evidence = Evidence(start: start, end: start + quote.utf8.count, quote: quote)
    let statement = Statement(kind: kind, values: values, evidence: evidence, rule: "test", dateBasis: basis)
    return SourcedStatement(statement: statement, source: source(report, published: published), joinsNext: joinsNext)
  }

  /// `B 2015-10-05` seen; `A>B 2014-09-30` handed over; `+B 2010` elected; `?B 2010` planned; `@B D` chair of a meeting.
  static func chair(_ words: String, in report: String? = nil, role: String = "chair", published: String? = nil)
    -> SourcedStatement
  {
    let parts = words.split(separator: " ").map(String.init)
    let date: [Statement.Key: Statement.Value] = parts.count > 1 ? [.date: .text(parts[1])] : [:]
    var values: [Statement.Key: Statement.Value] = [.role: .text(role)]
    values.merge(date) { $1 }
    var who = parts[0]
    if let arrow = who.firstIndex(of: ">") {
      values[.event] = .text("transition")
      let from = who[..<arrow]
      if !from.isEmpty { values[.from] = .names([party(String(from))]) }
      who = String(who[who.index(after: arrow)...])
    } else if let mark = who.first, let event = ["+": "elected", "?": "planned", "@": "incumbent"][mark] {
      values[.event] = .text(event)
      if mark == "@" { values[.of] = .text("meeting") }
      who.removeFirst()
    } else {
      values[.event] = .text("incumbent")
    }
    values[.to] = .names([party(who)])
    return say(.chair, values, in: report ?? words, published: published)
  }

  static func member(
    _ who: String, _ event: String, _ date: String? = nil, in report: String? = nil, class: String? = nil,
    status: String? = nil
  ) -> SourcedStatement {
    var values: [Statement.Key: Statement.Value] = [.member: .names([party(who)]), .event: .text(event)]
    if let date { values[.date] = .text(date) }
    if let `class` { values[.class] = .text(`class`) }
    if let status { values[.status] = .text(status) }
    return say(.membership, values, in: report ?? "\(who) \(event) \(date ?? "")")
  }

  static func meeting(_ date: String?, in report: String, _ more: [Statement.Key: Statement.Value] = [:])
    -> SourcedStatement
  {
    var values = more
    if let date { values[.date] = .text(date) }
    return say(.meeting, values, in: report)
  }

  static func came(_ who: String, _ date: String?, in report: String, at start: Int = 0, joinsNext: Bool = false)
    -> SourcedStatement
  {
    var values: [Statement.Key: Statement.Value] = [.agency: .names([party(who)])]
    if let date { values[.date] = .text(date) }
    return say(.attendance, values, in: report, at: start, quote: who, joinsNext: joinsNext)
  }
}

extension Interval {
  /// `s1..s2 e1..e2`, open sides empty, a stated bound in `=`; for tables of cases.
  var shown: String {
    func side(_ bound: Bound) -> String {
      let text =
        bound.earliest == bound.latest
        ? bound.earliest?.text ?? ".." : "\(bound.earliest?.text ?? "")..\(bound.latest?.text ?? "")"
      return (bound.isStated ? "=" : "") + text
    }
    return "\(side(start)) \(side(end))"
  }
}

/// The terms as lines, `holder: interval`, `~` for assumed continuity.
func shown(_ terms: [ChairTerm]) -> [String] {
  terms.map {
    "\($0.holder.party?.label ?? $0.holder.person ?? "")\($0.continuityAssumed ? "~" : ""): \($0.time.shown)"
  }
}
