public import Formats
import Mentions

extension Statement {
  /// Kind, values and basis of the date, with the ids of names, in the order of the keys.
  public var json: JSONValue {
    var members = [JSONMember("kind", .string(kind.rawValue))]
    for key in Key.allCases {
      guard let value = values[key] else { continue }
      members.append(JSONMember(key.rawValue, Statement.json(value)))
    }
    if let dateBasis { members.append(JSONMember("date_basis", .string(dateBasis.rawValue))) }
    return .object(members)
  }

  private static func json(_ value: Value) -> JSONValue {
    switch value {
    case .text(let text): .string(text)
    case .number(let number): .int(number)
    case .flag(let flag): .bool(flag)
    case .names(let names):
      .array(
        names.map { name in
          .object([
            JSONMember("id", .string(name.id)), JSONMember("label", .string(name.label)),
            JSONMember("known", .bool(name.isKnown)),
          ])
        })
    }
  }

  /// The form that `json` gives, with another proof; nil for anything else.
  public init?(json: JSONValue, evidence: Evidence, rule: String) {
    guard let kind = json["kind"]?.string.flatMap(Kind.init) else { return nil }
    var values: [Key: Value] = [:]
    for member in json.object ?? [] {
      guard let key = Key(rawValue: member.key) else { continue }
      switch member.value {
      case .string(let text): values[key] = .text(text)
      case .bool(let flag): values[key] = .flag(flag)
      case .number: values[key] = member.value.int.map { .number($0) }
      case .array(let items): values[key] = .names(items.compactMap(Statement.name))
      case .null, .object: return nil
      }
    }
    self.init(
      kind: kind, values: values, evidence: evidence, rule: rule,
      dateBasis: json["date_basis"]?.string.flatMap(DateBasis.init))
  }

  private static func name(_ json: JSONValue) -> Name? {
    guard let id = json["id"]?.string, let label = json["label"]?.string, !id.isEmpty, !label.isEmpty else {
      return nil
    }
    return Name(id: id, label: label, isKnown: json["known"]?.bool ?? true)
  }
}
