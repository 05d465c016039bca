import Formats
import Foundation

/// `embed-files TYPE FOLDER OUTPUT FILE...`: writes an extension of TYPE with path and text of each file, and the SHA-256 of them all.
/// A literal holds printable ASCII and escapes only, so that every byte of the file survives the compiler.
@main
struct EmbedFilesTool {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 3, let type = arguments.first else {
      throw CocoaError(.featureUnsupported)
    }
    let folder = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
    var source = "extension \(type) {\n  package static let all: [(path: StaticString, text: StaticString)] = [\n"
    var hash = SHA256()
    for file in arguments.dropFirst(3).sorted() {
      let bytes = try Data(contentsOf: URL(filePath: file))
      guard let text = String(validating: bytes, as: UTF8.self) else {
        FileHandle.standardError.write(Data("\(file):1:1: error: not UTF-8\n".utf8))
        exit(65)
      }
      hash.update(Array(file.dropFirst(folder.count).utf8) + [0] + Array(bytes) + [0])
      source += "    (\(literal(String(file.dropFirst(folder.count)))), \(literal(text))),\n"
    }
    source += "  ]\n  package static let digest = \"\(hash.hex())\"\n}\n"
    try Data(source.utf8).write(to: URL(filePath: arguments[3]))
  }

  static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case " "..."~": result.unicodeScalars.append(scalar)
      default: result += "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
    return result + "\""
  }
}
