import Knowledge

/// Numbers of a sentence: counts in digits and words, ordinals (`28th`, `twelfth`, `#09`, `XII` behind a hyphen), days and years.
struct NumberFinder {
  let text: [UInt8]
  let tokens: [Token]

  func callAsFunction(_ table: inout MentionTable) {
    for i in tokens.indices {
      if tokens[i].kind == .number {
        addDigits(at: i, &table)
      } else if tokens[i].isCapitalized, i + 1 < tokens.count, tokens[i + 1].isCapitalized, let value = roman(i) {
        // `XXI Meeting`, `VI Summit`.
        table.add(Mention(type: .ordinal, tokens: i..<i + 1, value: .number(value)))
      }
    }
  }

  private func addDigits(at i: Int, _ table: inout MentionTable) {
    let token = tokens[i]
    let length = Int(token.end - token.start)
    guard token.value >= 0 else { return }
    let value = Int(token.value)
    // 1,900 is one number, and no part of 3.14 is.
    if i > 0, token.isGlued, isMark(i - 1, ".") || isMark(i - 1, ","), i > 1, tokens[i - 1].isGlued,
      tokens[i - 2].kind == .number
    {
      // Only a date may go on so: 18.09.2022.
      table.add(Mention(type: .number, tokens: i..<i + 1, value: .number(value)))
      if length == 4, (1600...2100).contains(value) {
        table.add(Mention(type: .year, tokens: i..<i + 1, value: .number(value)))
      }
      if value >= 1, value <= 31 { table.add(Mention(type: .day, tokens: i..<i + 1, value: .number(value))) }
      return
    }
    if let thousands = grouped(from: i) {
      table.add(Mention(type: .count, tokens: i..<i + 3, value: .number(thousands)))
      return
    }
    if length == 4, (1600...2100).contains(value) {
      table.add(Mention(type: .year, tokens: i..<i + 1, value: .number(value)))
    }
    let suffix = i + 1 < tokens.count && tokens[i + 1].isGlued ? i + 1 : i
    let hyphen = i + 2 < tokens.count && isMark(i + 1, "-") && tokens[i + 1].isGlued ? i + 2 : i
    for end in [suffix, hyphen] where end != i && isOrdinalSuffix(end) {
      table.add(Mention(type: .ordinal, tokens: i..<end + 1, value: .number(value)))
      if value >= 1, value <= 31 { table.add(Mention(type: .day, tokens: i..<end + 1, value: .number(value))) }
      return
    }
    // The suffix may stand apart: `28 th`.
    if i + 1 < tokens.count, !tokens[i + 1].isGlued, isOrdinalSuffix(i + 1),
      tokens[i + 1].end - tokens[i + 1].start == 2
    {
      table.add(Mention(type: .ordinal, tokens: i..<i + 2, value: .number(value)))
    }
    if value >= 1, value <= 31, length <= 2 { table.add(Mention(type: .day, tokens: i..<i + 1, value: .number(value))) }
    table.add(Mention(type: .count, tokens: i..<i + 1, value: .number(value)))
  }

  private func grouped(from i: Int) -> Int? {
    guard i + 2 < tokens.count, isMark(i + 1, ","), tokens[i + 1].isGlued, tokens[i + 2].isGlued,
      tokens[i + 2].kind == .number, tokens[i + 2].end - tokens[i + 2].start == 3,
      tokens[i].end - tokens[i].start <= 3
    else { return nil }
    return Int(tokens[i].value) * 1000 + Int(tokens[i + 2].value)
  }

  func isMark(_ i: Int, _ mark: Unicode.Scalar) -> Bool {
    tokens[i].kind == .mark && tokens[i].end - tokens[i].start == 1 && text[Int(tokens[i].start)] == UInt8(ascii: mark)
  }

  private func isOrdinalSuffix(_ i: Int) -> Bool {
    let token = tokens[i]
    guard token.kind == .word, token.end - token.start == 2 else { return false }
    let a = text[Int(token.start)] | 0x20
    let b = text[Int(token.start) + 1] | 0x20
    return [[0x73, 0x74], [0x6E, 0x64], [0x72, 0x64], [0x74, 0x68]].contains([a, b])
  }

  /// The value of a Roman numeral of two letters or more (or `I`, `V`, `X`), in capitals; nil if it is none.
  func roman(_ i: Int) -> Int? {
    let token = tokens[i]
    guard token.kind == .word, token.end - token.start <= 7 else { return nil }
    let digits: [UInt8: Int] = [0x49: 1, 0x56: 5, 0x58: 10, 0x4C: 50, 0x43: 100]
    var total = 0
    var previous = 0
    for byte in text[Int(token.start)..<Int(token.end)].reversed() {
      guard let digit = digits[byte] else { return nil }
      total += digit < previous ? -digit : digit
      previous = max(previous, digit)
    }
    return total > 0 && total < 100 ? total : nil
  }
}
