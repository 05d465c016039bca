import Knowledge
import Mentions

/// Which forum a statement of a kind belongs to, for organizations that have members and a council (`ESA`, `ESA Council`).
struct ForumRules {
  let language: Language

  /// The body of a forum that meets at this level: `ESA Council` and `ministerial` give the council at ministerial level.
  func body(of forum: Name, at level: String?, for kind: Statement.Kind) -> Name? {
    let entities = language.names.entities
    guard let level, kind != .membership, kind != .membershipTotal, let index = language.names.byID[forum.id] else {
      return nil
    }
    let below = language.names.body(of: index, at: level).map { entities[$0] }
    return below.map { Name(id: $0.id, label: $0.label) }
  }

  /// The forum for statements of this kind; nil if they cannot be about it.
  func forum(_ forum: Name, for kind: Statement.Kind) -> Name? {
    let entities = language.names.entities
    guard let index = language.names.byID[forum.id] else { return forum }
    guard entities[index].meets else { return nil }
    switch kind {
    case .membership, .membershipTotal:
      if entities[index].members == "own" { return forum }
      if entities[index].members == "parent", let parent = entities[index].parent {
        return Name(id: entities[parent].id, label: entities[parent].label)
      }
      // Members of a council are those of the organization.
      var ancestor: Int? = index
      while let at = ancestor {
        if entities[at].twin != nil, at != index { return Name(id: entities[at].id, label: entities[at].label) }
        ancestor = entities[at].parent
      }
      return forum
    case .meeting, .attendance, .chair:
      // The organization itself is an agency; it is its council that meets and has a chair.
      return entities[index].hasCouncil ? nil : forum
    case .succession: return forum
    }
  }
}
