public import Formats

/// What a person says by hand of the statements of reports: that one is right, that one is wrong, or one that no report
/// makes. It is a report of its own and changes no other.
public struct Correction: Sendable, Hashable {
  public enum Verdict: String, Sendable, Hashable, CaseIterable { case add, confirm, refute }

  public var verdict: Verdict
  /// The sentence to read, or that of the statement that is judged; one line.
  public var sentence: String
  /// The id of the statement that is judged, and the key of its report; nil for `add`.
  public var statement: String?
  public var report: String?
  /// What the statement says, so that it is known again in another version of its report; nil for `add`.
  public var says: JSONValue?
  public var author: String
  public var reason: String
  /// Where it can be looked up.
  public var source: String

  public init(
    _ verdict: Verdict, sentence: String, statement: String? = nil, report: String? = nil, says: JSONValue? = nil,
    author: String, reason: String, source: String
  ) {
    self.verdict = verdict
    self.sentence = SpaceFolder.folded(sentence)
    self.statement = statement
    self.report = report
    self.says = says
    self.author = SpaceFolder.folded(author)
    self.reason = SpaceFolder.folded(reason)
    self.source = SpaceFolder.folded(source)
  }

  public var title: String { "Correction by \(author)" }

  /// What a reader of the correction sees below its title.
  public var body: String {
    let grounds = "Reason: \(reason)\nSource: \(source)"
    let judged = "Statement \(statement ?? "") of \(report ?? "")"
    switch verdict {
    case .add: return "\(sentence)\n\n\(grounds)"
    case .confirm: return "Confirmed: \"\(sentence)\"\n\n\(judged)\n\(grounds)"
    case .refute: return "Refuted: \"\(sentence)\"\n\n\(judged)\n\(grounds)"
    }
  }

  /// The record that a reader of reports takes; `published` is EDTF.
  public func record(published: String? = nil) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("correction", verdict.rawValue)
    writer.member("sentence", sentence)
    writer.member("statement", statement)
    writer.member("of", report)
    if let says { writer.member("says", says) }
    writer.member("author", author)
    writer.member("reason", reason)
    writer.member("source", source)
    writer.member("published", published)
    writer.endObject()
    writer.newline()
    return writer.bytes
  }

  /// Reads a record.
  /// - Throws: `CORRECTION` for an unknown verdict, a text that is empty, or a judgement of no statement; `JSON-…`.
  init(_ value: JSONValue, at place: Place) throws(Problem) {
    let word = try value.string(at: "correction", in: place)
    guard let verdict = Verdict(rawValue: word) else {
      let words = Verdict.allCases.map(\.rawValue).joined(separator: ", ")
      throw Problem(
        "CORRECTION", at: place.at("correction"), "\"\(Visible.shortened(word, to: 40))\" is none of \(words)")
    }
    self.init(
      verdict, sentence: try value.string(at: "sentence", in: place),
      statement: try value.optionalString(at: "statement", in: place),
      report: try value.optionalString(at: "of", in: place), says: try value.optionalObject(at: "says", in: place),
      author: try value.string(at: "author", in: place), reason: try value.string(at: "reason", in: place),
      source: try value.string(at: "source", in: place))
    for (key, text) in [("sentence", sentence), ("author", author), ("reason", reason), ("source", source)]
    where text.isEmpty {
      throw Problem("CORRECTION", at: place.at(key), "empty")
    }
    guard verdict == .add || (statement != nil && report != nil && says != nil) else {
      throw Problem("CORRECTION", at: place, "to \(word), it must name a statement: statement, of, says")
    }
  }
}
