public import Answers
import Formats
import Graph
import Store

/// A network as RDF in Turtle, in the words of the W3C's Organization Ontology and PROV-O, of schema.org for meetings, and a few of
/// our own, named as the columns of the tables. A membership and a term of office are an `org:Membership` each; each fact is
/// `prov:wasDerivedFrom` its statements, and each statement `prov:wasQuotedFrom` its report.
/// Sources: https://www.w3.org/TR/vocab-org/, https://www.w3.org/TR/prov-o/, https://www.w3.org/TR/turtle/
public struct Turtle: Sendable {
  /// The names of things, no addresses: nothing is to be found there.
  private static let base = "urn:spacekb:"

  private static let prefixes = """
    @prefix kb: <urn:spacekb:term/> .
    @prefix org: <http://www.w3.org/ns/org#> .
    @prefix prov: <http://www.w3.org/ns/prov#> .
    @prefix schema: <https://schema.org/> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix dcterms: <http://purl.org/dc/terms/> .
    @prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .


    """

  public init() {}

  /// - Parameters:
  ///   - network: with its evidence.
  ///   - write: takes the text piece by piece.
  public func callAsFunction(_ network: Network, to write: (String) throws -> Void) rethrows {
    try write(Self.prefixes)
    for node in network.nodes { try write(text(node)) }
    for role in Set(network.edges.filter(\.isMembership).map(\.role)).sorted() {
      try write(Self.block("role/\(role)", [("a", ["org:Role"]), ("skos:prefLabel", [Self.literal(role)])]))
    }
    for edge in network.edges { try write(text(edge)) }
    let items = network.evidence.values.sorted { $0.statement < $1.statement }
    for item in items { try write(text(item)) }
    let reports = Dictionary(items.map { ($0.report, $0) }) { first, _ in first }
    for (_, item) in reports.sorted(by: { $0.key < $1.key }) { try write(Self.report(item)) }
  }

  // MARK: Things

  private func text(_ node: Network.Node) -> String {
    let type =
      switch node.kind {
      case "meeting": "schema:Event"
      case "person": "schema:Person"
      case "forum": "org:OrganizationalCollaboration"
      default: "org:Organization"
      }
    var pairs: [(String, [String])] = [("a", [type]), ("skos:prefLabel", [Self.literal(node.label)])]
    if let entry = node.entry {
      pairs.append(("schema:legalName", Self.optional(entry.name)))
      pairs.append(("kb:category", Self.optional(entry.category)))
      pairs.append(("kb:founded_edtf", Self.date(entry.founded)))
      pairs.append(("kb:dissolved_edtf", Self.date(entry.dissolved)))
    }
    pairs.append(("kb:iso3", Self.optional(node.iso3)))
    if let meeting = node.meeting {
      pairs.append(("kb:date_edtf", Self.date(meeting.date)))
      pairs += Self.bounds(meeting.time)
      pairs.append(("schema:location", Self.optional(meeting.place)))
      pairs.append(("kb:mode", Self.optional(meeting.mode)))
      pairs.append(("kb:status", Self.optional(meeting.status?.rawValue)))
    }
    return Self.block(node.id, pairs)
  }

  private func text(_ edge: Network.Edge) -> String {
    let (source, target) = (Self.name(edge.source), Self.name(edge.target))
    let sources = [("prov:wasDerivedFrom", edge.statements.map { Self.name("statement/\($0)") })]
    switch edge.relation {
    case .memberOf, .held:
      let head = [
        ("a", ["org:Membership"]), ("org:member", [source]), ("org:organization", [target]),
        ("org:role", [Self.name("role/\(edge.role)")]), ("kb:person", Self.optional(edge.person)),
        ("kb:of_meeting", edge.ofMeeting.map { ["\($0)"] } ?? []),
      ]
      let certainty = [("kb:certainty", Self.optional(edge.certainty?.rawValue))]
      return Self.block(edge.id, head + Self.bounds(edge.time) + certainty + sources)
    case .continues:
      let head = [
        ("a", ["org:ChangeEvent"]), ("org:originalOrganization", [target]), ("org:resultingOrganization", [source]),
        ("kb:how", Self.optional(edge.class)),
      ]
      return Self.block(edge.id, head + Self.bounds(edge.time) + sources)
    case .attended:
      // `schema:attendee` for a simple question, the row for its evidence.
      let head = [
        ("a", ["kb:Attendance"]), ("kb:party", [source]), ("kb:meeting", [target]),
        ("kb:class", Self.optional(edge.class)),
      ]
      return Self.block(edge.target, [("schema:attendee", [source])]) + Self.block(edge.id, head + sources)
    case .hosted: return Self.block(edge.target, [("kb:host", [source])])
    case .meetingOf: return Self.block(edge.source, [("schema:organizer", [target])] + sources)
    case .partOf: return Self.block(edge.source, [("org:subOrganizationOf", [target])])
    }
  }

  private func text(_ item: EvidenceItem) -> String {
    Self.block(
      "statement/\(item.statement)",
      [
        ("a", ["prov:Entity"]), ("prov:value", [Self.literal(item.quote)]),
        ("prov:wasQuotedFrom", [Self.report(item.report)]), ("kb:start_byte", ["\(item.start)"]),
        ("kb:end_byte", ["\(item.end)"]), ("kb:rule", [Self.literal(item.rule)]),
      ])
  }

  private static func report(_ item: EvidenceItem) -> String {
    let pairs = [
      ("a", ["prov:Entity"]), ("dcterms:title", item.title.isEmpty ? [] : [literal(item.title)]),
      ("dcterms:issued", date(item.published)), ("kb:is_digest", ["\(item.isDigest)"]),
    ]
    return subject(report(item.report), pairs)
  }

  /// The address of a report is its name; a report without one is named by the digest of its text.
  private static func report(_ key: String) -> String {
    key.hasPrefix("https://") || key.hasPrefix("http://")
      ? "<\(escaped(key, keeping: address))>" : name("report/\(key)")
  }

  private static func bounds(_ time: Interval) -> [(String, [String])] {
    [("from", time.start), ("to", time.end)].flatMap { name, bound in
      [
        ("kb:\(name)_edtf", date(bound.edtf)), ("kb:\(name)_earliest", day(bound.earliest)),
        ("kb:\(name)_latest", day(bound.latest)),
      ]
    }
  }

  // MARK: Syntax

  private static func block(_ id: String, _ pairs: [(String, [String])]) -> String { subject(name(id), pairs) }

  private static func subject(_ subject: String, _ pairs: [(String, [String])]) -> String {
    let lines = pairs.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1.joined(separator: ", "))" }
    return lines.isEmpty ? "" : "\(subject) \(lines.joined(separator: " ;\n  ")) .\n"
  }

  private static func optional(_ text: String?) -> [String] { text.map { [literal($0)] } ?? [] }
  private static func date(_ edtf: String?) -> [String] { edtf.map { ["\(literal($0))^^edtf:EDTF"] } ?? [] }
  private static func day(_ day: Day?) -> [String] { day.map { ["\"\($0.text)\"^^xsd:date"] } ?? [] }

  /// A string in quotation marks, which are escaped as in JSON (Turtle 1.1, 2.5.1).
  static func literal(_ text: String) -> String { JSONWriter.text(of: .string(text)) }

  /// The id as a URN.
  static func name(_ id: String) -> String { "<\(base)\(escaped(id, keeping: "-._~/:"))>" }

  /// What an address may hold, a percent sign included (RFC 3986).
  private static let address = "-._~/:?#[]@!$&'()*+,;=%"

  /// All bytes but letters, digits and some marks as `%XX`.
  private static func escaped(_ text: String, keeping marks: String) -> String {
    var escaped = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      if byte < 0x80,
        scalar.properties.isAlphabetic || (0x30...0x39).contains(byte) || marks.unicodeScalars.contains(scalar)
      {
        escaped.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        escaped += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return escaped
  }
}

extension Network.Edge {
  fileprivate var isMembership: Bool { relation == .memberOf || relation == .held }
  /// `member`, `observer`, `chair`.
  fileprivate var role: String { `class` ?? "member" }
}
