/// Invented reports of meetings in the words that reports use, of forums and agencies of the vocabulary. The same seed gives
/// the same reports.
struct Generator {
  private var random: SplitMix
  private let forums: [Body]
  private let agencies: [Body]

  /// A body as a text introduces it: `Japan Aerospace Exploration Agency (JAXA)`.
  struct Body {
    var name: String
    var acronym: String
    var full: String { "\(name) (\(acronym))" }
  }

  private static let places = [
    "Oslo, Norway", "Kyoto, Japan", "Ottawa, Canada", "Rome, Italy", "Nairobi, Kenya", "Vienna, Austria",
    "Lisbon, Portugal",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  init(seed: UInt64, forums: [Body], agencies: [Body]) {
    random = SplitMix(state: seed)
    self.forums = forums
    self.agencies = agencies
  }

  /// One saved report as a line of JSON.
  mutating func report(_ number: Int) -> String {
    let forum = pick(forums)
    let (year, month, day) = (pick(1990...2025), pick(1...12), pick(1...28))
    let date = "\(day) \(Self.months[month - 1]) \(year)"
    let guests = some(pick(3...9))
    var text = """
      On \(date) senior managers of \(guests.count) space agencies met in \(pick(Self.places)) for a meeting of the \
      \(forum.full). They discussed what their agencies plan, and agreed to meet again.
      """
    text += "\n\nThe meeting was attended by \(list(guests.map { "the \($0.full)" }))."
    if pick(0...3) == 0 {
      let pair = some(2)
      text += "\n\nAt the meeting the \(pair[0].full) took over the chair of \(forum.acronym) from the \(pair[1].full)."
    }
    if pick(0...3) == 0 { text += "\n\nIn \(year) the \(pick(agencies).full) joined \(forum.acronym)." }
    if pick(0...4) == 0 {
      let members = some(pick(4...12))
      text += "\n\n\(forum.acronym) has \(members.count) members: \(list(members.map { "the \($0.full)" }))."
    }
    let published = "\(year)-\(padded(month))-\(padded(day))"
    return """
      {"url":"https://reports.example/\(number)","title":"\(forum.acronym) meets, number \(number)",\
      "published":"\(published)","language":"en","text":"\(escaped(text))"}
      """
  }

  private mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[pick(0...(values.count - 1))] }

  private mutating func some(_ count: Int) -> [Body] { Array(agencies.shuffled(using: &random).prefix(count)) }

  private func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}

struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
