import Formats
import Testing

struct ProblemTests {
  @Test(
    "How a problem prints",
    arguments: [
      (Place(file: "a"), "a"), (Place(file: "a", line: 3), "a:3"), (Place(file: "a", line: 3, column: 4), "a:3:4"),
      (Place(file: "a", byte: 9), "a: byte 9"),
      (Place(file: "a", path: "$.b"), "a ($.b)"),
      (Place(file: "a", line: 1, column: 2, byte: 1, path: "$[0].c"), "a:1:2 ($[0].c)"),
    ])
  func place(place: Place, text: String) {
    #expect(place.description == text)
    #expect(Problem("X", at: place, "m").description == "error[X]: \(text): m")
  }

  @Test func unseen() {
    let problem = Problem("X", at: Place(file: "a\u{1B}[2J"), "b\u{202E}c\nd\u{9B}")
    #expect(problem.description == "error[X]: a\\u{1B}[2J: b\\u{202E}c\\u{A}d\\u{9B}")
    #expect(problem.described(as: "warning").hasPrefix("warning[X]"))
    #expect(Visible.shortened("abcdef", to: 3) == "abc…")
    #expect(Visible.shortened("abc", to: 3) == "abc")
  }

  @Test func exits() {
    let bad = Problem("X", at: Place(file: "a"), "m", exit: .noInput)
    #expect(Outcome<Int>().exit == .done)
    #expect(Outcome<Int>(values: [1], problems: [bad]).exit == .partly)
    #expect(Outcome<Int>(problems: [bad]).exit == .noInput)
  }
}
