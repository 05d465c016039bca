import Reports
import Testing

struct PlainTextTests {
  @Test(
    "Blocks",
    arguments: [
      ("One paragraph.", ["[paragraph] One paragraph."]), ("One.\n\nTwo.", ["[paragraph] One.", "[paragraph] Two."]),
      ("One.\r\n\r\nTwo.", ["[paragraph] One.", "[paragraph] Two."]),
      ("One.\r\rTwo.", ["[paragraph] One.", "[paragraph] Two."]),
      (
        "One.\u{2028}\u{2028}Two.\u{85}\u{85}Three.\u{C}\u{C}Four.",
        ["[paragraph] One.", "[paragraph] Two.", "[paragraph] Three.", "[paragraph] Four."]
      ),
      ("  padded \u{A0}\u{200B}\n\n \u{3000}\n\nnext.", ["[heading] padded", "[paragraph] next."]),
      ("Members\n\nThe forum has 12 members.", ["[heading] Members", "[paragraph] The forum has 12 members."]),
      ("The forum has 12 members.\n\nMembers", ["[paragraph] The forum has 12 members.", "[paragraph] Members"]),
      ("Ida Moe\n5 March 2015\nVienna", ["[paragraph] Ida Moe", "[paragraph] 5 March 2015", "[paragraph] Vienna"]),
      ("A\nmajor focus was the budget.", ["[paragraph] A⏎major focus was the budget."]),
      ("Done.\nnext begins small.", ["[paragraph] Done.", "[paragraph] next begins small."]),
      (
        "The committee met in the old town hall of Norwegian\nSpace Valley to elect a chair for the coming years.",
        [
          "[paragraph] The committee met in the old town hall of Norwegian⏎Space Valley to elect a chair for the coming years."
        ]
      ),
      (
        "The committee met in the old town hall of Bergen city.\nSpace was scarce, as always in such halls of old towns.",
        [
          "[paragraph] The committee met in the old town hall of Bergen city.",
          "[paragraph] Space was scarce, as always in such halls of old towns.",
        ]
      ),
      (
        "Forum of the Agencies of the Northern Lights, Second Session\nHybrid meeting, Oslo",
        [
          "[paragraph] Forum of the Agencies of the Northern Lights, Second Session",
          "[paragraph] Hybrid meeting, Oslo",
        ]
      ),
      ("Members:\n* Alpha\n* Beta\n", ["[paragraph] Members:", "[item1] Alpha", "[item1] Beta"]),
      ("- Alpha\n    - Beta\n- Gamma", ["[item1] Alpha", "[item2] Beta", "[item1] Gamma"]),
      (
        "1. Alpha\n2) Beta\n(3) Gamma\na) Delta\n(iv) Eta\n•Theta\n– Iota",
        [
          "[item1] Alpha", "[item1] Beta", "[item1] Gamma", "[item1] Delta", "[item1] Eta", "[item1] Theta",
          "[item1] Iota",
        ]
      ),
      ("- European Agency\n  (EA)\n- Other", ["[item1] European Agency⏎  (EA)", "[item1] Other"]),
      (
        "A. Berg spoke.\n2020. A year.\n-5 degrees",
        ["[paragraph] A. Berg spoke.", "[paragraph] 2020. A year.", "[paragraph] -5 degrees"]
      ),
      (
        "They met in the northern town of Tromsø in Norway, on 18\n– 19 March, and then again in the same place in autumn.",
        [
          "[paragraph] They met in the northern town of Tromsø in Norway, on 18⏎– 19 March, and then again in the same place in autumn."
        ]
      ),
      (
        "Name\tCountry\nAlpha\tNorway",
        ["[cell 0,0] Name", "[cell 0,1] Country", "[cell 1,0] Alpha", "[cell 1,1] Norway"]
      ),
      (
        "| Alpha | | Norway |\n|---|---|---|\n| Beta | B | Spain |",
        [
          "[cell 0,0] Alpha", "[cell 0,2] Norway", "[cell 1,0] Beta", "[cell 1,1] B", "[cell 1,2] Spain",
        ]
      ),
      ("Home | Contact", ["[paragraph] Home | Contact"]),
      ("== Members ==\nAlpha is one.", ["[heading2] Members", "[paragraph] Alpha is one."]),
      ("# Members\n\nAlpha is one.", ["[heading1] Members", "[paragraph] Alpha is one."]),
      ("-----\n\nText.", ["[paragraph] Text."]),
      ("第一次會議。\n第二次會議。", ["[paragraph] 第一次會議。", "[paragraph] 第二次會議。"]),
    ] as [(String, [String])])
  func blocks(body: String, found: [String]) {
    let text = ReportText(plain: body)
    #expect(outline(text) == found)
    #expect(text.string == body)
    #expect(isSound(text))
  }

  @Test("The body stands byte for byte under the title")
  func title() {
    let text = ReportText(title: "Two met", plain: " \r\nOne.\n")
    #expect(text.string == "Two met\n\n \r\nOne.\n")
    #expect(outline(text) == ["[title] Two met", "[paragraph] One."])
    #expect(text.slice(2..<500) == "o met\n\n \r\nOne.\n")
  }

  @Test("Cut at every byte and with every line end it stays sound, and no letter is lost")
  func cuts() {
    let body =
      "Head\n\nAlpha (A) and Beta\nmet é.\n- One\n  two\n• Three\n| a | b | c |\nx\ty\n\n== H ==\n(ok) end\u{2028}z\u{85}"
    let bytes = Array(body.utf8)
    for end in 0...bytes.count {
      let text = ReportText(title: "T", plain: String(decoding: bytes[..<end], as: UTF8.self))
      #expect(isSound(text))
      #expect(wordsOutside(text) == "")
    }
    for line in ["\r\n", "\r", "\n\r\n"] {
      let changed = String(decoding: body.utf8.flatMap { $0 == 0x0A ? Array(line.utf8) : [$0] }, as: UTF8.self)
      #expect(isSound(ReportText(plain: changed)))
    }
  }

  @Test(
    "Hostile texts take linear time",
    arguments: ["a\n", "(", "x ", "- ", "|", " | ", "\n", "\u{301}", "\t", "…", "a\n\n", "\u{A0}"])
  func hostile(unit: String) { #expect(isSound(ReportText(plain: String(repeating: unit, count: 50_000)))) }
}
