public import Formats
import Store

/// Where the names come from that a question may hold.
public protocol NameSource: Sendable {
  /// The ids of what bears one of these names, by name (see `NameKey`), sorted.
  func ids(of keys: [String]) throws(Problem) -> [String: [String]]
  /// Every name, for one that was misspelt.
  func all() throws(Problem) -> NameIndex
  /// Every person and place that reports name, as they are written there.
  func peopleAndPlaces() throws(Problem) -> [String]
  /// Those of which a report tells something, those of which most is told first.
  func told(of ids: [String]) throws(Problem) -> [String]
  /// The name of an id that is no acronym; nil if it has none.
  func nameInFull(of id: String) -> String?
  /// The name by which an id is shown.
  func label(of id: String) -> String
}

/// The names of a database: those of the vocabulary and of the bodies that only texts know.
struct BaseNames: NameSource {
  let base: KnowledgeBase

  func ids(of keys: [String]) throws(Problem) -> [String: [String]] { try base.ids(ofNames: keys) }
  func all() throws(Problem) -> NameIndex { NameIndex(try base.names()) }
  func peopleAndPlaces() throws(Problem) -> [String] { try base.officeHolders() + base.places() }
  func told(of ids: [String]) throws(Problem) -> [String] { try base.told(of: ids) }
  func label(of id: String) -> String { ((try? base.vocabularyRow(id: id)) ?? nil)?.label ?? id }
  func nameInFull(of id: String) -> String? { ((try? base.vocabularyRow(id: id)) ?? nil)?.name }
}
