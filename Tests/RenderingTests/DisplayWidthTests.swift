import Testing

@testable import Rendering

@Suite("Width on a terminal")
struct DisplayWidthTests {
  @Test(
    "columns of a text",
    arguments: [
      ("", 0), ("JAXA", 4), ("Agência", 7), ("Age\u{302}ncia", 7), ("국제우주탐사조정그룹", 20), ("宇宙航空研究開発機構", 20),
      ("ｶﾅ", 2), ("Роскосмос", 9), ("สุริยะ", 4), ("🛰", 1), ("🚀", 2), ("a\u{200D}b", 2), ("ＡＢ", 4),
    ])
  func width(text: String, columns: Int) { #expect(DisplayWidth.of(text) == columns) }
}
