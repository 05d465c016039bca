import Graph
import Store

/// The party that a question is about: an agency or another body with those that it continues, a country with its agencies.
/// A name that several bear in one forum stands for all of them, told apart in the answer.
public struct AskedParty: Sendable, Hashable {
  /// As an answer names it: `JAXA`, `Switzerland`, `CSA (Canadian Space Agency) or CSA (…)`.
  public var label: String
  public var ids: Set<String>
  public var isCountry: Bool

  func includes(_ party: Party?) -> Bool { party.map { ids.contains($0.id) } ?? false }

  /// A member under any name of its line.
  func includes(_ membership: Membership) -> Bool {
    includes(membership.party) || membership.names.contains { includes($0.party) }
  }

  /// `JAXA`, or `Switzerland (SSO)` for a country that an agency stands for.
  func name(for party: Party) -> String {
    isCountry && party.label != label ? "\(label) (\(party.label))" : party.label
  }
}

extension Graph {
  /// The ids of the rows that are about a party.
  func rows(of party: AskedParty) -> Set<String> {
    Set(
      memberships.filter(party.includes).map(\.id) + membershipEvents.filter { party.includes($0.party) }.map(\.id)
        + chairTerms.filter { party.includes($0.holder.party) }.map(\.id))
  }

  /// The ids of all that have a part in it.
  var partyIds: Set<String> {
    var ids = Set(memberships.map(\.party.id) + memberships.flatMap { $0.names.map(\.party.id) })
    ids.formUnion(chairTerms.compactMap(\.holder.party?.id))
    ids.formUnion(chairTransitions.flatMap { $0.from.map(\.id) + [$0.to.party?.id].compactMap(\.self) })
    ids.formUnion(
      attendances.map(\.party.id) + membershipEvents.map(\.party.id) + meetings.flatMap { $0.hosts.map(\.id) })
    return ids
  }
}
