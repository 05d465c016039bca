import Testing

@testable import Rendering

@Suite("Safe text")
struct PrintableTests {
  @Test(
    "control characters are shown, never sent",
    arguments: [
      ("a\u{1B}[31mb", "a\\u{1B}[31mb"), ("a\nb", "a\\u{A}b"), ("\u{202E}abc", "\\u{202E}abc"), ("é 한", "é 한"),
    ])
  func line(text: String, shown: String) { #expect(Printable.line(text) == shown) }

  @Test("a sentence is one line", arguments: [("  a\n b\u{A0}\tc ", "a b c"), ("", ""), ("\u{7}x", "\\u{7}x")])
  func sentence(text: String, shown: String) { #expect(Printable.sentence(text) == shown) }

  @Test("lines are broken at spaces, and only there")
  func wrapped() {
    #expect(Printable.wrapped("aa bb ccccccc d", width: 5) == ["aa bb", "ccccccc", "d"])
    #expect(Printable.wrapped("우주 탐사", width: 5) == ["우주", "탐사"])
    #expect(Printable.wrapped("", width: 5).isEmpty)
  }
}
