// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "space-agency-kb",
  products: [.executable(name: "spacekb", targets: ["spacekb"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // Built into the binary, file by file (see Sources/Build).
    .target(name: "DataFiles", path: "Data", plugins: ["EmbedFiles"]),
    .target(name: "SchemaFiles", path: "Schema", plugins: ["EmbedFiles"]),
    .plugin(
      name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"],
      path: "Sources/Build/EmbedFiles"),
    .executableTarget(name: "embed-files", dependencies: ["Formats"], path: "Sources/Build/embed-files"),

    // The way from a report to an answer: each step imports only what lies before it.
    .target(name: "Formats"),
    .target(name: "Knowledge", dependencies: ["Formats", "DataFiles"]),
    .target(name: "Reports", dependencies: ["Formats"]),
    .target(name: "Mentions", dependencies: ["Formats", "Knowledge", "Reports"]),
    .target(name: "Statements", dependencies: ["Formats", "Knowledge", "Reports", "Mentions"]),
    .target(name: "Graph", dependencies: ["Formats", "Mentions", "Statements"]),
    .target(
      name: "Store",
      dependencies: [
        "Formats", "Knowledge", "Reports", "Mentions", "Statements", "Graph", "SchemaFiles",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(
      name: "Answers",
      dependencies: ["Formats", "Knowledge", "Reports", "Mentions", "Graph", "Store"]),
    .target(name: "Rendering", dependencies: ["Formats", "Reports", "Statements", "Answers"]),
    .executableTarget(
      name: "spacekb",
      dependencies: [
        "Formats", "Knowledge", "Reports", "Mentions", "Statements", "Graph", "Store", "Answers",
        "Rendering", "SchemaFiles", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)

// Tests mirror Sources, one target a module; what several of them need lies in Tests/Support.
package.targets.append(.target(name: "TestSupport", path: "Tests/Support"))
for module in ["Formats", "Knowledge", "Reports", "Mentions", "Statements", "Graph", "Store", "Answers", "Rendering"] {
  guard let target = package.targets.first(where: { $0.name == module }) else { continue }
  package.targets.append(
    .testTarget(
      name: "\(module)Tests", dependencies: [.target(name: module), "TestSupport"] + target.dependencies))
}
package.targets.append(
  .testTarget(
    name: "CommandTests",
    dependencies: [
      "spacekb", "Formats", "Knowledge", "Reports", "Statements", "Store", "Answers", "Rendering", "TestSupport",
    ]))

for target in package.targets where target.type != .plugin {
  target.swiftSettings = ["ExistentialAny", "MemberImportVisibility", "InternalImportsByDefault"]
    .map { .enableUpcomingFeature($0) }
}

// Reading a report takes about a hundred times as long without optimization: these are optimized in tests as well.
for target in package.targets where ["Formats", "Knowledge", "Reports", "Mentions", "Statements"].contains(target.name)
{
  target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
}
