import Testing

@testable import Answers

@Suite("Spelling")
struct SpellingTests {
  @Test(
    "distance",
    arguments: [
      ("chair", "chair", 0), ("chiared", "chaired", 1), ("isegc", "isecg", 1), ("ceos", "ceo", 1), ("abc", "xyz", nil),
      ("", "ab", 2), ("kitten", "sitting", nil),
    ] as [(String, String, Int?)])
  func distance(a: String, b: String, expected: Int?) {
    #expect(Spelling.distance(a, b, limit: 2) == expected)
    #expect(Spelling.distance(b, a, limit: 2) == expected)
  }

  @Test("similar names, the nearest first")
  func similar() {
    let names = [
      (id: "forum/isecg", name: "ISECG"), (id: "forum/ceos", name: "CEOS"), (id: "forum/cgms", name: "CGMS"),
    ]
    let index = NameIndex(names)
    #expect(index.similar(to: "ISEGC") == ["forum/isecg"])
    #expect(index.similar(to: "CEO") == ["forum/ceos"])
    #expect(index.similar(to: "xx").isEmpty)
  }

  @Test("case, accents and marks of a name make no difference", arguments: ["UN COPUOS", "un-copuos", "  Un  Copuós "])
  func folded(name: String) {
    #expect(NameIndex([(id: "forum/copuos", name: "UN COPUOS")]).ids(of: name) == ["forum/copuos"])
  }
}
