/// Reports for tests, in our own words.
enum Samples {
  /// A WordPress post of a meeting with a handover of the chair.
  static let post = """
    {"id":77,"date":"2020-09-18T08:55:27","date_gmt":"2020-09-18T06:55:27","modified":"2020-09-18T08:56:48",\
    "modified_gmt":"2020-09-18T06:56:48","status":"publish","type":"post","link":"https://www.example.org/?p=77",\
    "title":{"rendered":"Agencies met on the Moon &amp; Mars"},"content":{"rendered":"<p>On September 9, 2020, senior \
    managers representing 3 space agencies met virtually for a meeting of the International Space Exploration \
    Coordination Group (ISECG).<\\/p>\\n<p>During the meeting the role of ISECG Chair transitioned from the Japan \
    Aerospace Exploration Agency (JAXA) to the Canadian Space Agency (CSA).<\\/p>","protected":false}}
    """

  /// A saved report that states nothing.
  static let silent = """
    {"url":"https://www.example.org/silent","title":"Weather","published":"2021-05-04","text":"It rained on the Moon base."}
    """

  /// Text that is longer than the buffer of a pipe.
  static var long: String { String(repeating: "Nothing of note was said, and nobody was named.\n", count: 8000) }
}
