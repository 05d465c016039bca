public import Graph

/// What is known of a country in a forum in a year.
public struct CountryYear: Sendable, Hashable {
  /// ISO 3166-1 alpha-3.
  public var iso3: String
  /// Correlates of War; nil where that has none.
  public var cowCode: Int?
  public var year: Int
  /// The id of the forum.
  public var forum: String
  /// The highest class, stated or presumed, on any day of the year, and on its last day; nil: none is known.
  public var anyDay: String?
  public var lastDay: String?
  public var standing: Standing
  /// Of `anyDay`; of what is not known possible or unknown; stated where the country is known not to belong.
  public var certainty: Certainty
  /// How many of its agencies, itself included, belong on any day of the year, stated or presumed; nil where it is not known
  /// whether one does.
  public var agencies: Int?

  /// The values of the Correlates of War intergovernmental organizations data set, version 3, and their meaning.
  public enum Standing: Int, Sendable, Hashable {
    case full = 1
    /// Any class between full member and observer.
    case associate = 2
    case observer = 3
    /// Only where a report lets know so: the year lies before every stated joining or after every stated leaving of the country's
    /// agencies that are known as members, or a whole list of that year lacks them.
    case none = 0
    case forumDidNotExist = -1
    case unknown = -9

    init(class name: String) {
      self =
        switch name {
        case "member": .full
        case "observer": .observer
        default: .associate
        }
    }
  }
}
