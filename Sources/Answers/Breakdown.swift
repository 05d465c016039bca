import Formats

/// What the answer to `which country` or `which people` is told by, beside the holders that reports name.
public enum Breakdown: String, Sendable, Hashable, CaseIterable {
  case person, country

  /// A sentence about the facts shown; nil for no facts.
  /// - Parameter countries: the countries of agencies, by the id of the agency.
  func sentence(_ answer: Answer, countries: [String: String]) -> String? {
    let facts = answer.facts + answer.possible + answer.undated
    guard !facts.isEmpty else { return nil }
    let names = facts.compactMap { fact in
      self == .person ? person(fact, answer) : country(fact, answer, countries)
    }
    let listed = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    switch self {
    case .person:
      return listed.isEmpty ? "No report names a person here, only agencies." : "People named: \(Wording.list(listed))."
    case .country: return listed.isEmpty ? nil : "Countries, by the vocabulary: \(Wording.list(listed))."
    }
  }

  private func text(_ fact: Fact, _ answer: Answer, _ column: String) -> String? {
    guard let index = answer.columns.firstIndex(where: { $0.name == column }) else { return nil }
    if case .text(let text) = fact.values[index] { return text }
    return nil
  }

  private func person(_ fact: Fact, _ answer: Answer) -> String? {
    guard let person = text(fact, answer, "person") else { return nil }
    return fact.name.hasPrefix(person) ? person : "\(person) (\(fact.name.prefix { $0 != "(" }.dropLast()))"
  }

  private func country(_ fact: Fact, _ answer: Answer, _ countries: [String: String]) -> String? {
    guard let id = text(fact, answer, "party_id") else { return nil }
    return id.hasPrefix("country/") ? fact.name : countries[id].map { "\($0) (\(fact.name))" }
  }
}
