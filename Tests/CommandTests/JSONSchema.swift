import Foundation

/// Checks JSON against `Schema/answer.schema.json`: the keywords of JSON Schema 2020-12 that it uses. Any other keyword is a problem of
/// the schema, so that none is passed over.
struct JSONSchema {
  private let root: [String: Any]

  private static let known: Set<String> = [
    "$schema", "$id", "$defs", "$ref", "title", "description", "type", "enum", "const", "pattern", "minimum", "items",
    "properties", "required", "additionalProperties", "oneOf", "anyOf",
  ]

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Schema/answer.schema.json")
    root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
  }

  /// One line for each place that does not fit.
  func problems(in value: Any) -> [String] { problems(value, root, "$") }

  private func problems(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    var found = schema.keys.filter { !Self.known.contains($0) }.map { "\(path): the schema has \($0)" }
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last,
      let target = (root["$defs"] as? [String: Any])?[String(name)] as? [String: Any]
    {
      found += problems(value, target, path)
    }
    if let choices = schema["oneOf"] as? [[String: Any]] {
      let fitting = choices.filter { problems(value, $0, path).isEmpty }
      if fitting.count != 1 {
        let details = choices.map { problems(value, $0, path) }.min { $0.count < $1.count } ?? []
        found += ["\(path): fits \(fitting.count) of the choices"] + details
      }
    }
    if let choices = schema["anyOf"] as? [[String: Any]],
      !choices.contains(where: { problems(value, $0, path).isEmpty })
    {
      found.append("\(path): fits none of the choices")
    }
    found += types(value, schema, path) + values(value, schema, path)
    if let object = value as? [String: Any] { found += members(object, schema, path) }
    if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
      for (index, item) in list.enumerated() { found += problems(item, items, "\(path)[\(index)]") }
    }
    return found
  }

  private func types(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    guard let allowed = (schema["type"] as? [String]) ?? (schema["type"] as? String).map({ [$0] }) else { return [] }
    return allowed.contains { self.value(value, is: $0) } ? [] : ["\(path): \(value) is no \(allowed)"]
  }

  private func value(_ value: Any, is type: String) -> Bool {
    switch type {
    case "object": return value is [String: Any]
    case "array": return value is [Any]
    case "string": return value is String
    case "null": return value is NSNull
    case "boolean": return isFlag(value)
    case "integer": return !isFlag(value) && value is Int
    default: return false
    }
  }

  private func isFlag(_ value: Any) -> Bool { (value as? NSNumber).map { "\($0.objCType.pointee)" == "99" } ?? false }

  private func values(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    var found: [String] = []
    let text = "\(value)"
    if let allowed = schema["enum"] as? [Any], !allowed.contains(where: { "\($0)" == text }) {
      found.append("\(path): \(text) is none of \(allowed)")
    }
    if let constant = schema["const"], "\(constant)" != text { found.append("\(path): \(text) is not \(constant)") }
    if let least = schema["minimum"] as? Int, let number = value as? Int, number < least {
      found.append("\(path): \(number) is too small")
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      found.append("\(path): \(text) does not fit \(pattern)")
    }
    return found
  }

  private func members(_ object: [String: Any], _ schema: [String: Any], _ path: String) -> [String] {
    let properties = schema["properties"] as? [String: Any] ?? [:]
    var found = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map { "\(path): \($0) is missing" }
    for (key, value) in object {
      if let property = properties[key] as? [String: Any] {
        found += problems(value, property, "\(path).\(key)")
      } else if let other = schema["additionalProperties"] as? [String: Any] {
        found += problems(value, other, "\(path).\(key)")
      } else if schema["additionalProperties"] as? Bool == false {
        found.append("\(path): \(key) is not in the schema")
      }
    }
    return found
  }
}
