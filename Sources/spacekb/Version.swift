import Knowledge

/// What `--version` prints.
enum Version {
  static let number = "0.1.0"

  /// The reader of statements: the program with its data.
  static func extractor(_ digest: String) -> String { "\(number)/\(digest.prefix(12))" }

  /// The program's version; in full also the digest of the built-in data.
  static func text(full: Bool) -> String {
    full ? "spacekb \(number), data \(DataFolder.builtInDigest.prefix(12))" : number
  }
}
