import Formats
import Testing

struct HTMLTests {
  @Test(
    "Character references",
    arguments: [
      ("a &amp; b", "a & b"), ("&eacute;", "é"), ("&#233;", "é"), ("&#xE9;", "é"), ("&#XE9", "é"), ("&#8217;", "’"),
      ("&#150;", "–"), ("&#x80;", "€"),
      ("&#0;", "\u{FFFD}"), ("&#x110000;", "\u{FFFD}"), ("&#xD800;", "\u{FFFD}"),
      ("&#99999999999999999999;", "\u{FFFD}"), ("&nbsp", "\u{A0}"),
      ("&amp", "&"), ("&bogus;", "&bogus;"), ("&notin;", "∉"), ("&notit;", "¬it;"), ("&not;in", "¬in"), ("&", "&"),
      ("&&&", "&&&"), ("&;", "&;"),
      ("&#;", "&#;"), ("&#x;", "&#x;"), ("&amp;lt;", "&lt;"), ("&alpha;&Omega;", "αΩ"), ("&scaron;&Ccaron;", "šČ"),
      ("&hellip", "&hellip"),
      ("&copy2020", "©2020"), ("&NotEqualTilde;", "≂\u{338}"), ("&CounterClockwiseContourIntegral;", "∳"),
      ("AT&T", "AT&T"), ("&eacute", "é"),
    ])
  func reference(text: String, decoded: String) { #expect(CharacterReference.decode(text) == decoded) }

  @Test(
    "In attributes",
    arguments: [("?a=1&copy=2", "?a=1&copy=2"), ("&copy;", "©"), ("&copy 1", "© 1"), ("&ampx", "&ampx")])
  func attributeReference(text: String, decoded: String) {
    #expect(CharacterReference.decode(text, isAttribute: true) == decoded)
  }

  private func tokens(_ html: String) -> String {
    var tokenizer = HTMLTokenizer(Array(html.utf8))
    var found = ""
    while let token = tokenizer.next() {
      switch token {
      case .start(let tag):
        found +=
          "<\(tag.name)" + tag.attributes.map { " \($0.name)=[\($0.value)]" }.joined()
          + (tag.isSelfClosing ? "/>" : ">")
      case .end(let name): found += "</\(name)>"
      case .text(let text): found += "{\(String(decoding: text, as: UTF8.self))}"
      }
    }
    return found
  }

  @Test(
    "Tokens",
    arguments: [
      ("<P>x</P>", "<p>{x}</p>"), ("<a HREF=\"u?a=1&amp;b\">y</a>", "<a href=[u?a=1&b]>{y}</a>"), ("<br/>", "<br/>"),
      ("<a b c=d e='f g'>", "<a b=[] c=[d] e=[f g]>"),
      ("<a x=1 X=2>", "<a x=[1]>"), ("<!-- <b> -->x", "{x}"), ("<!--a--!>x", "{x}"), ("<!-->x", "{x}"),
      ("<!--->x", "{x}"), ("<!-- x", ""),
      ("<!DOCTYPE html>x", "{x}"), ("<?php echo ?>x", "{x}"), ("<![CDATA[a]]>x", "{x}"), ("</ x>y", "{y}"),
      ("1 < 2 > 0", "{1 }{< 2 > 0}"), ("<", "{<}"), ("</", "{</}"),
      ("a<b", "{a}"), ("<script>if (a<b) '</p>'</script>x", "<script>{if (a<b) '</p>'}</script>{x}"),
      ("<title>a &amp; <b></title>", "<title>{a & <b>}</title>"),
      ("<style>p{}</STYLE >y", "<style>{p{}}</style>{y}"), ("<script>x", "<script>{x}"),
      ("<p/ class=a>", "<p class=[a]>"), ("<a =b>", "<a =b=[]>"),
      ("<!h<!h<!h<", ""), ("x\u{0}y", "{x\u{FFFD}y}"), ("<a title='>'>x", "<a title=[>]>{x}"),
      ("<b>E</b>SA", "<b>{E}</b>{SA}"), ("<a href=x/>y", "<a href=[x/]>{y}"),
    ])
  func token(html: String, found: String) { #expect(tokens(html) == found) }

  @Test("Cut at every byte nothing traps, and hostile inputs take linear time")
  func hostile() {
    let html = Array(
      "<!DOCTYPE html><p class='a' b=\"&eacute;\">x &amp; <!-- c --><script>y</script>&#8217;<br/></p>".utf8)
    for end in html.indices { _ = tokens(String(decoding: html[..<end], as: UTF8.self)) }
    for unit in ["<a", "<!--", "&", "&lt", "<a b=", "</", "<script>", "<title>", "a<", "<a '", "&#"] {
      _ = tokens(String(repeating: unit, count: 100_000))
    }
  }
}
