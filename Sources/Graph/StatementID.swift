import Formats
import Mentions
public import Statements

/// Identifies a statement by what it says and where it was read, not by the rule or the bytes that it was read from.
public enum StatementID {
  /// The first 16 hexadecimal digits of the SHA-256 of report key, version, kind and values; names count by their id.
  public static func of(_ statement: Statement, report: String, version: String) -> String {
    var hash = SHA256()
    hash.update(framed(report) + framed(version) + framed(canonical(statement)))
    return String(hash.hex().prefix(16))
  }

  /// Kind and values in one fixed form, equal for two statements that say the same.
  public static func canonical(_ statement: Statement) -> String {
    var text = framed(statement.kind.rawValue)
    for key in Statement.Key.allCases {
      guard let value = statement.values[key] else { continue }
      text += framed(key.rawValue) + canonical(value)
    }
    return text
  }

  private static func canonical(_ value: Statement.Value) -> String {
    switch value {
    case .text(let text): "t" + framed(text)
    case .number(let number): "n" + framed(String(number))
    case .flag(let flag): flag ? "+" : "-"
    case .names(let names): "l" + framed(names.map { framed($0.id) }.joined())
    }
  }

  /// The length in bytes before the text, so that no two lists of texts run together.
  private static func framed(_ text: String) -> String { "\(text.utf8.count):\(text)" }
}
