// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "space-agency-kb-benchmarks",
  targets: [.executableTarget(name: "generate-reports", swiftSettings: [.swiftLanguageMode(.v6)])])
