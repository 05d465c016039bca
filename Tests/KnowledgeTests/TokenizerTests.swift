import Knowledge
import Testing

@Suite("Tokens")
struct TokenizerTests {
  @Test(
    "words, numbers and marks",
    arguments: [
      ("SIT-33 met.", ["SIT", "-", "33", "met", "."]),
      ("the 33rdMeeting", ["the", "33", "rdMeeting"]),
      ("ESA's chair", ["ESA", "'s", "chair"]),
      ("Centre National d’Etudes", ["Centre", "National", "d", "’", "Etudes"]),
      ("Tromsø,\u{A0}Norway", ["Tromsø", ",", "Norway"]),
      ("a\r\nb\rc\u{2028}d", ["a", "b", "c", "d"]),
      (" \t ", []),
    ])
  func pieces(text: String, expected: [String]) {
    let bytes = Array(text.utf8)
    let tokens = Tokenizer(words: WordTable())(bytes, in: 0..<bytes.count)
    #expect(tokens.map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) } == expected)
  }

  @Test("a text cut at every byte gives ranges inside it")
  func cut() {
    let bytes = Array("Agência Espacial Brasileira (AEB) – 宇宙 ’s № 5".utf8)
    let tokenizer = Tokenizer(words: WordTable())
    for end in 0...bytes.count {
      let part = Array(bytes[..<end])
      for token in tokenizer(part, in: 0..<end) { #expect(token.start < token.end && Int(token.end) <= end) }
    }
  }

  @Test(
    "folding",
    arguments: [
      ("Agência", "agencia"), ("ŁÓDŹ", "lodz"), ("Straße", "strasse"), ("d’Études", "d'etudes"), ("Türkiye", "turkiye"),
      ("КОСМОС", "космос"), ("宇宙", "宇宙"),
    ])
  func fold(text: String, expected: String) {
    #expect(String(decoding: Folding.fold(text), as: UTF8.self) == expected)
  }
}
