import Formats
import Testing

@testable import Rendering

@Suite("Tables on a terminal")
struct TableLayoutTests {
  private func lines(_ rows: [[Cell]], columns: [String] = ["a", "b"], width: Int?) -> [String] {
    let layout = TableLayout(columns: columns, rows: rows, width: width)
    return rows.flatMap { layout.row($0).split(separator: "\n").map(String.init) }
  }

  @Test(
    "no line is wider than the terminal, and no letter is lost",
    arguments: [
      "wide words in a cell that is long", "한국항공우주연구원 우주탐사국제협력그룹", "日本の宇宙航空研究開発機構は議長を務める",
      "unbrokenwordthatislongerthananycolumn",
    ],
    [30, 40])
  func fits(text: String, width: Int) {
    let lines = lines([[.text(text), .text(text)]], width: width)
    for line in lines { #expect(DisplayWidth.of(line) <= width, "\(line)") }
    let letters = text.filter { $0 != " " }
    #expect(lines.joined().filter { $0 != " " }.count == 2 * letters.count)
  }

  @Test("columns stand beneath each other in Korean and Japanese")
  func wide() {
    let lines = lines(
      [[.text("항공우주"), .text("x")], [.text("日本"), .text("y")], [.text("JAXA"), .text("z")]], width: 80)
    #expect(lines == ["항공우주  x", "日本      y", "JAXA      z"])
  }

  @Test("an address at the end stays whole")
  func address() {
    let url = "https://www.example.org/a/very/long/path/that/does/not/fit"
    #expect(lines([[.text("a"), .text(url)]], width: 30) == ["a  \(url)"])
  }

  @Test("control characters are shown, never sent")
  func control() {
    #expect(lines([[.text("a\u{1B}[2Jb\u{7}"), .integer(7)]], width: 60) == ["a\\u{1B}[2Jb\\u{7}  7"])
  }
}
