import ArgumentParser
import Knowledge

/// Names for the completion of a shell, from the built-in data and a user's own (`SPACEKB_DATA`).
enum NameCompletion {
  static let forums = CompletionKind.custom { _, _, _ in vocabulary.map(forums) ?? [] }

  /// Forums, agencies and states.
  static let parties = CompletionKind.custom { _, _, _ in
    guard let vocabulary else { return [] }
    return forums(vocabulary) + vocabulary.agencies.map { word($0.label, or: "agency/\($0.key)") }
      + vocabulary.countries.map { word($0.name, or: "country/\($0.key)") }
  }

  private static func forums(_ vocabulary: Vocabulary) -> [String] {
    vocabulary.forums.map { word($0.label, or: "forum/\($0.key)") }
  }

  /// A name of several words would need quotes, which a shell does not add: the id stands for it.
  private static func word(_ name: String, or id: String) -> String { name.contains(" ") ? id : name }

  /// Nil if the data cannot be read: a shell that completes is no place for messages.
  private static var vocabulary: Vocabulary? {
    guard let options = try? DataOptions.parse([]), let data = try? OwnData.folder(options) else { return nil }
    return try? Vocabulary(data)
  }
}
