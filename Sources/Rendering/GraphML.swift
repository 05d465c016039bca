public import Answers
import Formats
import Graph
import Store

/// A network as GraphML 1.0, which networkx, igraph, Gephi and yEd read. Ids are those of the tables; a date is an attribute of an
/// edge, days as YYYY-MM-DD; what is not known has no `data` element.
/// Source of the format: http://graphml.graphdrawing.org
public struct GraphML: Sendable {
  private static let nodeKeys: [(name: StaticString, type: StaticString)] = [
    ("kind", "string"), ("label", "string"), ("name", "string"), ("iso3", "string"), ("category", "string"),
    ("date_edtf", "string"), ("place", "string"), ("mode", "string"), ("status", "string"),
  ]
  private static let edgeKeys: [(name: StaticString, type: StaticString)] = [
    ("kind", "string"), ("class", "string"), ("person", "string"), ("of_meeting", "boolean"), ("from_edtf", "string"),
    ("from_earliest", "string"), ("from_latest", "string"), ("from_stated", "boolean"), ("to_edtf", "string"),
    ("to_earliest", "string"), ("to_latest", "string"), ("to_stated", "boolean"), ("certainty", "string"),
    ("statement_count", "int"),
  ]

  public init() {}

  /// - Parameter write: takes the text piece by piece.
  public func callAsFunction(_ network: Network, to write: (String) throws -> Void) rethrows {
    var head = Markup()
    head.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    head.begin("graphml", ["xmlns": "http://graphml.graphdrawing.org/xmlns"])
    head.newline()
    // The keys of nodes and edges have ids apart, since both have a kind.
    for (keys, domain) in [(Self.nodeKeys, "node"), (Self.edgeKeys, "edge")] {
      for key in keys {
        head.empty(
          "key",
          ["id": "\(domain)_\(key.name)", "for": domain, "attr.name": "\(key.name)", "attr.type": "\(key.type)"])
        head.newline()
      }
    }
    head.begin("graph", ["edgedefault": "directed"])
    head.newline()
    try write(head.text)
    for node in network.nodes { try write(element(node)) }
    for edge in network.edges { try write(element(edge)) }
    try write("</graph></graphml>\n")
  }

  private func element(_ node: Network.Node) -> String {
    let values = [
      node.kind, node.label, node.entry?.name ?? node.meeting?.name, node.iso3, node.entry?.category,
      node.meeting?.date, node.meeting?.place, node.meeting?.mode, node.meeting?.status?.rawValue,
    ]
    var markup = Markup()
    markup.begin("node", ["id": node.id])
    data(Self.nodeKeys, values, "node", in: &markup)
    markup.end()
    markup.newline()
    return markup.text
  }

  private func element(_ edge: Network.Edge) -> String {
    let (start, end) = (edge.time.start, edge.time.end)
    let values = [
      edge.relation.rawValue, edge.class, edge.person, edge.ofMeeting.map { "\($0)" }, start.edtf, start.earliest?.text,
      start.latest?.text,
      "\(start.isStated)", end.edtf, end.earliest?.text, end.latest?.text, "\(end.isStated)", edge.certainty?.rawValue,
      "\(edge.statements.count)",
    ]
    var markup = Markup()
    markup.begin("edge", ["id": edge.id, "source": edge.source, "target": edge.target])
    data(Self.edgeKeys, values, "edge", in: &markup)
    markup.end()
    markup.newline()
    return markup.text
  }

  private func data(
    _ keys: [(name: StaticString, type: StaticString)], _ values: [String?], _ domain: String, in markup: inout Markup
  ) {
    for (key, value) in zip(keys, values) {
      if let value { markup.element("data", ["key": "\(domain)_\(key.name)"], value) }
    }
  }
}
