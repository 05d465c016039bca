import Graph

/// A shortest way from one node to another, searched from both ends at once: of the two rims the smaller one grows. Of
/// several shortest ways it is always the same one, by the ids of rows.
struct PathFinder {
  /// All that ties a node to others.
  let links: (String) throws -> [GraphLink]

  /// What was reached from one end: each node with the link that led to it.
  private struct Side {
    var reached: [String: GraphLink?]
    var rim: [String]

    init(_ start: String) {
      reached = [start: nil]
      rim = [start]
    }

    /// The links from a node back to the end, the nearest first.
    func trail(from node: String) -> [GraphLink] {
      var trail: [GraphLink] = []
      var here = node
      while let step = reached[here], let link = step {
        trail.append(link)
        here = link.other(than: here).id
      }
      return trail
    }
  }

  /// The links in order from `start` to `end`; nil if there is no way, empty if both are one.
  func callAsFunction(from start: String, to end: String) throws -> [GraphLink]? {
    if start == end { return [] }
    var (near, far) = (Side(start), Side(end))
    while !near.rim.isEmpty, !far.rim.isEmpty {
      let meeting =
        near.rim.count <= far.rim.count ? try grow(&near, towards: far) : try grow(&far, towards: near)
      if let meeting { return near.trail(from: meeting).reversed() + far.trail(from: meeting) }
    }
    return nil
  }

  /// Reaches the next nodes of a side.
  /// - Returns: one that the other side has reached, too.
  private func grow(_ side: inout Side, towards other: Side) throws -> String? {
    var found: [String: GraphLink] = [:]
    for node in side.rim {
      for link in try links(node) {
        let next = link.other(than: node).id
        guard side.reached[next] == nil else { continue }
        if let known = found[next], known.fact <= link.fact { continue }
        found[next] = link
      }
    }
    for (node, link) in found { side.reached[node] = .some(link) }
    side.rim = found.keys.sorted()
    return side.rim.first { other.reached[$0] != nil }
  }
}
