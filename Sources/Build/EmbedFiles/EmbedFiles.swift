import Foundation
import PackagePlugin

/// Runs `embed-files` over the folder of a target, so that the build sees each file that is edited, added or removed.
@main
struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? any SourceModuleTarget else { return [] }
    let inputs = target.sourceFiles.map(\.url).filter { $0.pathExtension != "swift" }
    let output = context.pluginWorkDirectoryURL.appending(path: "\(target.name)+all.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(target.name)",
        executable: try context.tool(named: "embed-files").url,
        arguments: [target.name, target.directoryURL.path(), output.path()] + inputs.map { $0.path() },
        inputFiles: inputs, outputFiles: [output])
    ]
  }
}
