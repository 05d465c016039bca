import Reports
import Testing

struct HTMLTextTests {
  @Test(
    "Blocks of the content of a post",
    arguments: [
      ("<p>One</p><p>Two</p>", ["[paragraph] One", "[paragraph] Two"]),
      ("<p>One<p>Two", ["[paragraph] One", "[paragraph] Two"]),
      ("One<div>Two</div>Three", ["[paragraph] One", "[paragraph] Two", "[paragraph] Three"]),
      ("<p>a\n  b&nbsp;c\u{2009}d</p>", ["[paragraph] a b c d"]),
      ("<p><b>E</b>SA and (<em>JA</em>XA)</p>", ["[paragraph] ESA and (JAXA)"]),
      ("<p>Nor&shy;way E\u{200B}SA E<wbr>SA</p>", ["[paragraph] Norway ESA ESA"]),
      ("<h2>Head</h2><p>Text</p>", ["[heading2] Head", "[paragraph] Text"]),
      ("<ul><li>A<li>B</ul>", ["[item1] A", "[item1] B"]),
      ("<ul><li>A<ul><li>B</li></ul>C</li></ul><p>D</p>", ["[item1] A", "[item2] B", "[item1] C", "[paragraph] D"]),
      ("<ol><li><p>A</p><p>B</p></li></ol>", ["[item1] A", "[item1] B"]),
      (
        "<table><tr><th>N<th>C<tr><td>A<td>B</table>",
        ["[cell 0,0 head] N", "[cell 0,1 head] C", "[cell 1,0] A", "[cell 1,1] B"]
      ),
      ("<table><tr><td>A</td><td></td><td>C</td></tr></table>", ["[cell 0,0] A", "[cell 0,2] C"]),
      ("<table><tr><td><ul><li>A</li></ul></td><td>B</td></tr></table>", ["[item1] A", "[cell 0,1] B"]),
      (
        "<table><tr><td>A<table><tr><td>B</td></tr></table></td><td>C</td></tr></table>",
        ["[cell 0,0] A", "[cell 0,0] B", "[cell 0,1] C"]
      ),
      (
        "<dl><dt>Chair</dt><dd>Alpha</dd><dt>Host<dd>Beta</dl>",
        ["[cell 0,0] Chair", "[cell 0,1] Alpha", "[cell 1,0] Host", "[cell 1,1] Beta"]
      ),
      ("<figure><img alt='no'><figcaption>Photo: A</figcaption></figure>", ["[caption] Photo: A"]),
      ("<p>A<br>B<br/>C</p>", ["[paragraph] A", "[paragraph] B", "[paragraph] C"]),
      ("<p>The senior<br>managers met.</p>", ["[paragraph] The senior managers met."]),
      ("<p>• A<br>• B<br>2) C</p>", ["[item1] A", "[item1] B", "[item1] C"]),
      ("<h1>A<br>B</h1>", ["[heading1] A B"]),
      ("<pre>A met\nB there.\n\n- C</pre>", ["[paragraph] A met", "[paragraph] B there.", "[item1] C"]),
      ("<script>x()</script><style>p{}</style><p>A<noscript>B</noscript><iframe>C</iframe></p>", ["[paragraph] A"]),
      ("<svg><title>B</title><text>C</text></svg><p>A</p><template>D</template>", ["[paragraph] A"]),
      ("<p>A <span hidden>B</span> C</p>", ["[paragraph] A C", "[paragraph hidden] B"]),
      ("<p style='Display: none'>B</p>A", ["[paragraph hidden] B", "[paragraph] A"]),
      ("<p>A <i aria-hidden='true'>x</i>B</p>", ["[paragraph] A B", "[paragraph hidden] x"]),
      ("<p>A, <del>B</del> C</p>", ["[paragraph] A, C"]),
      ("<p>14<sup>th</sup> ESA<sup>1</sup> m<sup>2</sup></p>", ["[paragraph] 14th ESA 1 m2"]),
      ("<p>&lt;b&gt; &amp;amp;</p>", ["[paragraph] <b> &amp;"]),
      ("<p>E\u{0}SA</p>", ["[paragraph] E\u{FFFD}SA"]),
      ("<nav>x</nav><form>y</form><p>A</p><div class='sharedaddy'><p>Share</p></div>", ["[paragraph] A"]),
      ("<blockquote><p>A</p></blockquote>", ["[paragraph] A"]), ("</p></div></b>A</td>", ["[paragraph] A"]),
      ("<p>A</b></i> B</p>", ["[paragraph] A B"]),
      ("<td>A</td>", ["[paragraph] A"]), ("<p>---</p><p>A</p>", ["[paragraph] A"]),
      ("A<!-- x --><![CDATA[y]]>B", ["[paragraph] AB"]),
    ] as [(String, [String])])
  func blocks(html: String, found: [String]) {
    let text = ReportText(html: html)
    #expect(outline(text) == found)
    #expect(isSound(text))
  }

  @Test("How blocks are parted")
  func separators() {
    let html =
      "<p>A</p><ul><li>B</li><li>C</li></ul><table><tr><td>D</td><td>E</td></tr><tr><td>F</td></tr></table><p>G<br>H</p>"
    #expect(ReportText(title: "T", html: html).string == "T\n\nA\n\nB\nC\n\nD\tE\nF\n\nG\nH")
  }

  @Test(
    "A list in any form gives the same words",
    arguments: [
      "<ul><li>Alpha</li><li>Beta</li></ul>", "<p>Alpha</p><p>Beta</p>", "<p>Alpha<br>Beta</p>",
      "<table><tr><td>Alpha</td></tr><tr><td>Beta</td></tr></table>",
      "<p>- Alpha<br>- Beta</p>", "<div>Alpha</div><div>Beta</div>",
    ])
  func forms(html: String) {
    let text = ReportText(html: html)
    #expect(text.blocks.map { text.slice($0.range) } == ["Alpha", "Beta"])
  }

  @Test(
    "Hostile HTML takes linear time and keeps the text",
    arguments: [
      "<div>x", "<b>x", "<ul><li>x", "<table><tr><td>x", "<p>x", "<h1>x", "<a><i>x", "<dl><dt>x", "x</div>", "<nav>",
      "<p hidden>x", "<br>x", "&lt;x", "<pre>x", "<del>x", "<sup>1x",
    ])
  func hostile(unit: String) {
    let text = ReportText(html: String(repeating: unit, count: 10_000))
    #expect(isSound(text))
    let kept = text.bytes.reduce(0) { $0 + ($1 == UInt8(ascii: "x") ? 1 : 0) }
    #expect(kept == (unit.contains("x") && unit != "<del>x" ? 10_000 : 0))
  }

  @Test("End tags that fit nothing take linear time")
  func ends() {
    let many = { (unit: String) in String(repeating: unit, count: 10_000) }
    #expect(isSound(ReportText(html: "<i><div>" + many("<b>") + many("</i>") + "x")))
    #expect(isSound(ReportText(html: "<div>" + many("<table><tr><td>") + many("</div></td>") + "x")))
  }
}
