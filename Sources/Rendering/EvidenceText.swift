import Answers
public import Store

/// The sentences behind a fact, with title, date and link of the report that says so.
public struct EvidenceText: Sendable {
  /// Columns of the terminal; nil: lines are not broken.
  private let width: Int?

  public init(width: Int?) { self.width = width }

  /// Each item with a number in brackets, from `first` on.
  public func callAsFunction(_ items: [EvidenceItem], from first: Int = 1) -> String {
    items.enumerated().map { one($1, label: "[\(first + $0)]") }.joined()
  }

  private func one(_ item: EvidenceItem, label: String) -> String {
    let indent = String(repeating: " ", count: label.utf8.count + 1)
    let quote = "\"\(Printable.sentence(item.quote))\""
    let lines = width.map { Printable.wrapped(quote, width: max(20, $0 - indent.utf8.count)) } ?? [quote]
    var text = ""
    for (i, line) in lines.enumerated() { text += (i == 0 ? "\(label) " : indent) + line + "\n" }
    text += "\(indent)\(Self.source(item))\n"
    if let url = item.url { text += "\(indent)\(Printable.line(url))\n" }
    return text
  }

  /// Title and date of the report: `International Space Agencies Meet …, 18 September 2020`; of a bundled digest `digest of …`.
  static func source(_ item: EvidenceItem) -> String {
    let title = Printable.sentence(item.title.isEmpty ? item.report : item.title)
    let date = item.published.map { Wording.date(String($0.prefix(10))) } ?? "undated"
    return "\(item.isDigest ? "digest of " : "")\(title), \(date)"
  }
}
