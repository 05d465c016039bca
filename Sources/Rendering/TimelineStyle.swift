/// The colours and letters of a timeline, for light, dark and paper. Words have a contrast of at least 4.5 against what lies
/// behind them. Certainty is told by lightness, outline and fading, so that it survives black and white.
enum TimelineStyle {
  static let sheet: StaticString = """
    .timeline{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;\
    font-size:13px}
    .timeline text{fill:#1b222c;unicode-bidi:plaintext}
    .timeline .paper{fill:#fff}
    .timeline .h1{font-size:20px;font-weight:650}
    .timeline .h2{font-weight:650}
    .timeline .small{font-size:12px}
    .timeline .quiet{fill:#56606c}
    .timeline .grid{stroke:#e1e6ec;stroke-width:1}
    .timeline .edge{stroke:#8a949f;stroke-width:1}
    .timeline .band{fill:#f5f7f9}
    .timeline .m{stroke:#1d5a9e;stroke-width:1}
    .timeline .m.solid{fill:#1d5a9e}
    .timeline .m.presumed{fill:#bcd6f2}
    .timeline .ms{stop-color:#1d5a9e}
    .timeline .t{stroke:#8f5f00;stroke-width:1}
    .timeline .t.solid{fill:#f2b53d}
    .timeline .t.presumed{fill:#fbdfa0}
    .timeline .ts{stop-color:#f2b53d}
    .timeline .m.rising{fill:url(#m-rising);stroke:none}
    .timeline .m.falling{fill:url(#m-falling);stroke:none}
    .timeline .m.faint{fill:url(#m-faint);stroke:none}
    .timeline .t.rising{fill:url(#t-rising);stroke:none}
    .timeline .t.falling{fill:url(#t-falling);stroke:none}
    .timeline .t.faint{fill:url(#t-faint);stroke:none}
    .timeline .arrow{fill:none;stroke-width:1.8}
    .timeline .handover{fill:#1b222c}
    .timeline .gap{fill:url(#gap)}
    .timeline .hatch{stroke:#6a7480;stroke-width:1.2}
    .timeline .k{fill:#1b222c;stroke:#1b222c;stroke-width:1}
    .timeline .k.pale{fill-opacity:.22;stroke:none}
    .timeline .k.hollow{fill:none}
    .timeline .stem{stroke:#8a949f;stroke-width:1}
    .timeline .ring{fill:none;stroke:#1d5a9e;stroke-width:1.3;stroke-dasharray:2 1.6}
    .timeline .curve{fill:none;stroke:#1d5a9e;stroke-width:2}
    .timeline .most{fill:#bcd6f2;fill-opacity:.5}
    .timeline .dot{fill:#c03a00;stroke:#c03a00;stroke-width:1.4}
    .timeline .dot.hollow{fill:none}
    .timeline a:hover .m,.timeline a:focus .m,.timeline a:hover .t,.timeline a:focus .t,.timeline a:hover .k,\
    .timeline a:focus .k{stroke:#c03a00;stroke-width:2}
    @media (prefers-color-scheme:dark){
    .timeline text{fill:#e8edf2}
    .timeline .paper{fill:#11161c}
    .timeline .quiet{fill:#9fabb7}
    .timeline .grid{stroke:#27303a}
    .timeline .edge{stroke:#6f7b87}
    .timeline .band{fill:#161c24}
    .timeline .m{stroke:#74b4f7}
    .timeline .m.solid{fill:#74b4f7}
    .timeline .m.presumed{fill:#22476c}
    .timeline .ms{stop-color:#74b4f7}
    .timeline .t{stroke:#d99d2b}
    .timeline .t.solid{fill:#7d5300}
    .timeline .t.presumed{fill:#38290c}
    .timeline .ts{stop-color:#7d5300}
    .timeline .handover{fill:#e8edf2}
    .timeline .hatch{stroke:#8f9aa5}
    .timeline .k{fill:#e8edf2;stroke:#e8edf2}
    .timeline .stem{stroke:#6f7b87}
    .timeline .ring{stroke:#74b4f7}
    .timeline .curve{stroke:#74b4f7}
    .timeline .most{fill:#22476c}
    .timeline .dot{fill:#ff9466;stroke:#ff9466}
    }

    """

  /// Fades and the hatching of gaps.
  static func definitions(into markup: inout Markup) {
    markup.begin("defs")
    // What is possible is never stronger than what is presumed.
    for (kind, stops, most) in [("m", "ms", "0.36"), ("t", "ts", "0.5")] {
      gradient(kind + "-rising", stops, from: "0.04", to: most, &markup)
      gradient(kind + "-falling", stops, from: most, to: "0.04", &markup)
      gradient(kind + "-faint", stops, from: "0.2", to: "0.2", &markup)
    }
    markup.begin(
      "pattern",
      [
        "id": "gap", "width": "5", "height": "5", "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)",
      ])
    markup.empty("line", ["x1": "0", "y1": "0", "x2": "0", "y2": "5", "class": "hatch"])
    markup.end()
    markup.end()
    markup.newline()
  }

  private static func gradient(_ id: String, _ stops: String, from: String, to: String, _ markup: inout Markup) {
    markup.begin("linearGradient", ["id": id])
    markup.empty("stop", ["offset": "0", "class": stops, "stop-opacity": from])
    markup.empty("stop", ["offset": "1", "class": stops, "stop-opacity": to])
    markup.end()
  }
}
