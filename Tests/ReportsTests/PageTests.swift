import Formats
import Reports
import Testing

struct PageTests {
  private func read(_ html: String) -> Outcome<Report> { ReportReader()(Array(html.utf8), file: "p.html") }

  private let page = """
    <!DOCTYPE html>
    <html lang="en-GB"><head><meta charset="utf-8"><title>Two forums met | News of the North</title>
    <link rel="canonical" href="https://north.example/news/two"><meta property="og:title" content="Two forums met - News of the North">
    <meta property="article:published_time" content="2024-01-09T10:30:00+01:00"><meta property="article:modified_time" content="2024-01-10T08:00:00Z">
    <script>var a = "<p>no</p>";</script></head>
    <body class="has-sidebar nav-closed"><a class="skip-link" href="#m">Skip</a>
    <header><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav></header>
    <div id="cookie-banner"><p>We use cookies. Accept?</p></div>
    <main><article><header><h1>Two forums met</h1><p class="date">Jan 9, 2024</p></header>
    <p>The Northern Forum and the Southern Forum met in Oslo for three days and agreed on a chair.</p>
    <ul><li>Alpha</li><li>Beta</li></ul>
    <div class="social-share"><a href="#">Share this</a></div><footer>Tags: space</footer></article>
    <section class="related-posts"><h2>Related</h2><p>Another story about something that is of no interest here at all.</p></section></main>
    <aside><p>Advertisement</p></aside><footer><p>Imprint</p></footer></body></html>
    """

  @Test func whole() throws {
    let outcome = read(page)
    let report = try #require(outcome.values.first)
    #expect(outcome.problems.isEmpty && outcome.warnings.isEmpty)
    #expect(report.title == "Two forums met")
    #expect(report.key == "https://north.example/news/two")
    #expect(report.published == "2024-01-09")
    #expect(report.modified == "2024-01-10T08:00:00Z")
    #expect(report.language == "en-GB")
    #expect(
      outline(report.text) == [
        "[title] Two forums met", "[paragraph] Jan 9, 2024",
        "[paragraph] The Northern Forum and the Southern Forum met in Oslo for three days and agreed on a chair.",
        "[item1] Alpha", "[item1] Beta",
      ])
  }

  @Test(
    "Where title, date and address come from",
    arguments: [
      ("<title>T</title><body><h1>H</h1><p>x", "H", nil, nil), ("<title>T</title><body><p>x", "T", nil, nil),
      ("<html><body><p>x", "", nil, nil),
      ("<title>T</title><meta property='og:title' content='O'><p>x", "O", nil, nil),
      ("<html><h1>H &amp; I</h1><p>x", "H & I", nil, nil),
      ("<meta name='dc.date' content='2019-05'><p>x", "", "2019-05", nil),
      ("<meta name='DC.date.issued' content='2019-05-06'><meta name=date content='2001'><p>x", "", "2019-05-06", nil),
      ("<html><p>x <time datetime='2020-02-03T10:00'>then</time>", "", "2020-02-03", nil),
      ("<meta name=date content='3 May'><p>x", "", nil, nil),
      ("<meta property='og:url' content='http://a.example/b?p=12'><p>x", "", nil, "https://a.example/?p=12"),
      ("<link rel=canonical href='/b'><p>x", "", nil, nil),
    ] as [(String, String, String?, String?)])
  func head(html: String, title: String, published: String?, key: String?) throws {
    let report = try #require(read(html).values.first)
    #expect(report.title == title)
    #expect(report.published == published)
    if let key { #expect(report.key == key) } else { #expect(report.key.hasPrefix("sha256:")) }
  }

  @Test(
    "A page without an article is refused",
    arguments: [
      "<html><body><nav>Home</nav><footer>Imprint</footer></body></html>", "<html><script>x</script>",
      "<!DOCTYPE html>", "<html><body><form><p>Login</p></form>",
      "<html><body><p hidden>x</p>", "<html><title>T</title>",
    ])
  func empty(html: String) { #expect(read(html).problems.map(\.code) == ["REPORT-NO-TEXT"]) }

  @Test("Without marks for the article, links above the heading are left out")
  func links() throws {
    let html =
      "<html><title>T</title><body><div><a>Legal notice</a> | <a>Search</a></div><h1>H</h1><p>Text of it.</p><ul><li><a>Alpha</a></li></ul>"
    #expect(
      outline(try #require(read(html).values.first).text) == ["[title] H", "[paragraph] Text of it.", "[item1] Alpha"])
  }

  @Test(
    "Warnings",
    arguments: [
      ("<p>x<!-- y", "HTML-COMMENT"), ("<p>x<a href='y", "HTML-TAG"), ("<p>x<del>Gamma</del>", "HTML-STRUCK"),
      ("<meta charset=utf-16><p>x", "HTML-CHARSET"),
      ("<p>x\u{0}", "HTML-NUL"), ("<meta name=date content='2020-02-30'><p>x", "DATE-RANGE"),
      (String(repeating: "<div>", count: 300) + "x", "HTML-DEPTH"),
    ])
  func warnings(html: String, code: String) {
    let outcome = read(html)
    #expect(outcome.values.count == 1)
    #expect(outcome.warnings.map(\.code) == [code])
  }

  @Test("Cut at every byte it is a report or a problem, and always sound")
  func cuts() {
    let bytes = Array(page.utf8)
    for end in bytes.indices {
      let outcome = ReportReader()(Array(bytes[..<end]), file: "p.html")
      #expect(outcome.values.count + outcome.problems.count == 1)
      for report in outcome.values { #expect(isSound(report.text)) }
    }
  }
}
