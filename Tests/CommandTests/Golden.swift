import Foundation
import Testing

/// Compares with `Tests/Golden/NAME`, or writes it anew if `UPDATE_GOLDEN` is set (`make golden`).
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let file = folder.appending(path: "Golden").appending(path: name)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try Data(text.utf8).write(to: file)
    return
  }
  let golden = try String(contentsOf: file, encoding: .utf8)
  #expect(text == golden, "differs from Tests/Golden/\(name); `make golden` renews it", sourceLocation: sourceLocation)
}
