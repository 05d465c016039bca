import Foundation
import Testing

/// The built program, run as a process in a folder of its own.
struct Spacekb {
  struct Run {
    var status: Int32
    var out: String
    var err: String
    var outBytes: [UInt8]
  }

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "spacekb-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// The program lies beside the test bundle.
  static let binary: URL = {
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path() != "/" {
      let file = folder.appending(path: "spacekb")
      if FileManager.default.isExecutableFile(atPath: file.path()) { return file }
      folder = folder.deletingLastPathComponent()
    }
    return Bundle.main.bundleURL.appending(path: "spacekb")
  }()

  /// Writes a file into the folder; the path of it.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path(percentEncoded: false)
  }

  func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

  /// Runs the program with its data below the folder, so that no file of the user is touched.
  func callAsFunction(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Run {
    try run(Self.binary, arguments, input, environment)
  }

  /// Runs a line of shell in which `"$0"` is the program.
  func shell(_ line: String) throws -> Run {
    try run(URL(filePath: "/bin/bash"), ["-c", line, Self.binary.path()], "", [:])
  }

  private func run(
    _ program: URL, _ arguments: [String], _ input: String, _ environment: [String: String]
  ) throws -> Run {
    let name = UUID().uuidString
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path(), "XDG_DATA_HOME": folder.appending(path: "share").path(),
    ].merging(environment) { $1 }
    let files = try ["in", "out", "err"].map { try write("\(name).\($0)", $0 == "in" ? input : "") }
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: files[0]))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: files[1]))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: files[2]))
    try process.run()
    process.waitUntilExit()
    let (out, err) = (try Data(contentsOf: URL(filePath: files[1])), try Data(contentsOf: URL(filePath: files[2])))
    for file in files { try FileManager.default.removeItem(atPath: file) }
    return Run(
      status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
      out: String(decoding: out, as: UTF8.self), err: String(decoding: err, as: UTF8.self), outBytes: Array(out))
  }
}

extension Spacekb {
  /// The same with the arguments in an array.
  func run(_ arguments: [String], input: String = "") throws -> Run { try run(Self.binary, arguments, input, [:]) }
}
