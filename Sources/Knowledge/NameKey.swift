/// The form in which names are looked up: words and numbers folded, joined by single spaces, marks left out.
public enum NameKey {
  /// `un copuos` for `UN-COPUOS`; empty for a text without letters and digits.
  public static func of(_ name: String) -> String {
    let bytes = Array(name.utf8)
    var key: [UInt8] = []
    Tokenizer.scan(bytes, in: 0..<bytes.count) { start, end, kind, _ in
      guard kind != .mark else { return }
      if !key.isEmpty { key.append(0x20) }
      Folding.append(bytes, start, end, to: &key)
    }
    return String(decoding: key, as: UTF8.self)
  }
}
