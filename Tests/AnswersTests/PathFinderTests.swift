import Answers
import Graph
import Testing

@testable import Answers

/// `A-f` is a membership of A in f; lower-case letters are forums.
private func links(_ words: String) -> [GraphLink] {
  words.split(separator: " ").map { pair in
    let (party, forum) = (String(pair.prefix(1)), String(pair.suffix(1)))
    return GraphLink(
      fact: "membership/\(pair)", relation: .memberOf, subject: Party(id: party, label: party),
      object: Party(id: forum, label: forum))
  }
}

@Test(
  "a shortest way, the same in any order",
  arguments: [
    ("A-f B-f", "A-f B-f"), ("A-g B-g A-f B-f", "A-f B-f"), ("A-f C-f C-g B-g", "A-f C-f C-g B-g"),
    ("A-f C-f C-g B-g A-h B-h", "A-h B-h"), ("A-f B-g", nil), ("A-f", nil),
    ("A-f C-f D-f C-g D-g B-g D-h", "A-f C-f C-g B-g"),
  ])
func shortest(words: String, expected: String?) throws {
  for links in [links(words), links(words).reversed()] {
    let find = PathFinder { id in links.filter { $0.subject.id == id || $0.object.id == id } }
    let path = try find(from: "A", to: "B")
    #expect(path?.map { String($0.fact.dropFirst("membership/".count)) }.joined(separator: " ") == expected)
    let back = try find(from: "B", to: "A")
    #expect(back?.count == path?.count)
  }
}

@Test func noWayIsNeededToOneself() throws {
  #expect(try PathFinder { _ in [] }(from: "A", to: "A") == [])
}

/// Two hubs that share a forum are found without a look at the thousands of others.
@Test func bothEndsGrow() throws {
  var asked = 0
  let many = (0..<5000).map { index in
    GraphLink(
      fact: "membership/A-\(index)", relation: .memberOf, subject: Party(id: "A", label: "A"),
      object: Party(id: "f\(index)", label: ""))
  }
  let last = GraphLink(
    fact: "membership/B", relation: .memberOf, subject: Party(id: "B", label: "B"), object: Party(id: "f7", label: ""))
  let find = PathFinder { id in
    asked += 1
    switch id {
    case "A": return many
    case "B": return [last]
    default: return (many + [last]).filter { $0.object.id == id }
    }
  }
  #expect(try find(from: "A", to: "B")?.map(\.fact) == ["membership/A-7", "membership/B"])
  #expect(asked <= 3)
}
