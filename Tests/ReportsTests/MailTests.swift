import Formats
import Reports
import Testing

struct MailTests {
  private func read(_ text: String, _ options: ReportReader.Options = .init()) -> Outcome<Report> {
    ReportReader(options)(Array(text.utf8), file: "x.eml")
  }

  private let mail = """
    Received: from a.example by b.example;
     Fri, 18 Sep 2020 08:00:00 +0000
    From: =?utf-8?q?J=C3=BCrgen?= <a@north.example>
    Subject: =?utf-8?Q?Minutes_of_the?=
     =?utf-8?b?IGZvcnVtIOKAkw==?= September
    Date: Fri, 18 Sep 2020 08:55:27 +0000
    Content-Type: text/plain; charset="utf-8"
    Content-Transfer-Encoding: quoted-printable

    Ag=C3=AAncia Alpha met=
     Beta.

    > > Gamma came.
    >
    > Delta left.
    """

  @Test func whole() throws {
    let outcome = read(mail)
    let report = try #require(outcome.values.first)
    #expect(outcome.warnings.map(\.code) == ["MAIL"])
    #expect(report.title == "Minutes of the forum – September")
    #expect(report.published == "2020-09-18")
    #expect(
      report.text.string == "Minutes of the forum – September\n\nAgência Alpha met Beta.\n\nGamma came.\n\nDelta left.")
    #expect(report.raw == Array(mail.utf8))
    let told = try #require(read(mail, .init(url: "https://a.example/1", title: "T", published: "2021")).values.first)
    #expect([told.key, told.title, told.published] == ["https://a.example/1", "T", "2021"])
  }

  @Test(
    "Of its parts the first that is text",
    arguments: [
      ("multipart/mixed; boundary=x", "--x\nContent-Type: image/png\n\nAAAA\n--x\n\nAlpha\n--x--\nBeta", "Alpha\n"),
      (
        "multipart/alternative; boundary=\"x y\"",
        "pre\n--x y\nContent-Type: text/html\n\n<p>Alpha</p>\n--x y\nContent-Type: text/plain\n\nBeta\n--x y--",
        "Beta\n"
      ),
      (
        "multipart/mixed; boundary=x",
        "--x\nContent-Type: multipart/alternative; boundary=y\n\n--y\nContent-Type: text/html\n\n<p>A<b>lp</b>ha\n--y--\n--x--",
        "Alpha"
      ),
      ("text/html", "<p>A&amp;B</p>", "A&B"), ("multipart/mixed; boundary=x", "--x\n\nAlpha", "Alpha"),
    ])
  func parts(kind: String, body: String, text: String) throws {
    let outcome = read("From: a\nDate: x\nContent-Type: \(kind)\n\n\(body)")
    #expect(outcome.values.map(\.text.string) == [text], "\(outcome.problems)")
  }

  @Test(
    "Refused",
    arguments: [
      ("From: a\nSubject: b\n\n", "MAIL-TEXT"), ("From: a\nSubject: b\nContent-Type: image/png\n\nx", "MAIL-TEXT"),
      ("From: a\nSubject: b\nContent-Type: multipart/mixed; boundary=x\n\nnone", "MAIL-TEXT"),
      ("From: a\nSubject: b\nContent-Transfer-Encoding: base64\n\n*", "TEXT-ENCODING"),
      ("From: a\nSubject: b\nContent-Transfer-Encoding: quoted-printable\n\n=FF", "TEXT-ENCODING"),
      (
        "From: a\nSubject: b\nContent-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: base64\n\nQQ==",
        "TEXT-ENCODING"
      ),
    ])
  func refused(text: String, code: String) { #expect(read(text).problems.map(\.code) == [code]) }

  @Test("Latin-1 is decoded")
  func latin() {
    let head =
      "From: a\nSubject: b\nContent-Type: text/plain; charset=ISO-8859-1\nContent-Transfer-Encoding: quoted-printable"
    #expect(read(head + "\n\nAg=EAncia =96").values.map(\.text.string) == ["b\n\nAgência –"])
  }

  @Test(
    "What only looks like a mail is plain text",
    arguments: [
      "From: a\nSubject: b", "From: a\n\nText", "Subject: b\nDate: c\n\nText", "From: a\nSubject: b\nText\n\nx",
    ])
  func plain(text: String) { #expect(read(text).values.map(\.text.string) == [text]) }

  @Test("Cut at every byte it is a report or a problem, and many parts take linear time")
  func cuts() {
    let bytes = Array(mail.utf8)
    for end in bytes.indices {
      let outcome = ReportReader()(Array(bytes[..<end]), file: "x")
      #expect(outcome.values.count + outcome.problems.count == 1)
    }
    let head = "From: a\nDate: b\nContent-Type: multipart/mixed; boundary=x\n\n"
    #expect(read(head + String(repeating: "--x\nContent-Type: image/png\n\n", count: 50_000)).values.isEmpty)
  }
}
