import Knowledge
import Mentions

/// Which forum a statement of a kind belongs to, for organizations that have members and a council (`ESA`, `ESA Council`).
struct ForumRules {
  let language: Language

  /// The forum for statements of this kind; nil if they cannot be about it.
  func forum(_ forum: Name, for kind: Statement.Kind) -> Name? {
    let entities = language.names.entities
    guard let index = language.names.byID[forum.id] else { return forum }
    switch kind {
    case .membership, .membershipTotal:
      // Members of a council are those of the organization.
      var ancestor: Int? = index
      while let at = ancestor {
        if entities[at].twin != nil, at != index { return Name(id: entities[at].id, label: entities[at].label) }
        ancestor = entities[at].parent
      }
      return forum
    case .meeting, .attendance, .chair:
      // The organization itself is an agency; it is its council that meets and has a chair.
      let hasCouncil = entities.contains { $0.parent == index && $0.kind == .forum }
      return entities[index].twin != nil && hasCouncil ? nil : forum
    case .succession: return forum
    }
  }
}
