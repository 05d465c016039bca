/// The forms of an English verb: base, -s, -ed, -ing; irregular ones come from `verbs.csv`.
enum Inflection {
  static func forms(of base: String, irregular: [String: [String]]) -> [String] {
    if let forms = irregular[base] { return [base] + forms }
    let stem = base.hasSuffix("e") ? String(base.dropLast()) : base
    if base.hasSuffix("y"), let before = base.dropLast().last, !"aeiou".contains(before) {
      let stem = base.dropLast()
      return [base, "\(stem)ies", "\(stem)ied", "\(base)ing"]
    }
    let sibilant = ["s", "x", "z", "ch", "sh", "o"].contains { base.hasSuffix($0) }
    return [base, sibilant ? base + "es" : base + "s", "\(stem)ed", "\(stem)ing"]
  }
}
