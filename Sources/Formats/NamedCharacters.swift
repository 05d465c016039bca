/// The names of HTML 5's character references (html.spec.whatwg.org, section 13.5).
enum NamedCharacters {
  /// The longest name.
  static let longest = 31
  /// The longest name that may stand without a semicolon.
  static let longestLegacy = 6

  /// The UTF-8 bytes of the character that `name` (without `&` and `;`) stands for.
  static func bytes(_ name: ArraySlice<UInt8>) -> [UInt8]? { table[String(decoding: name, as: UTF8.self)] }

  /// The same for the names that may stand without a semicolon.
  static func legacyBytes(_ name: ArraySlice<UInt8>) -> [UInt8]? {
    let name = String(decoding: name, as: UTF8.self)
    return legacyNames.contains(name) ? table[name] : nil
  }

  private static let table: [String: [UInt8]] = {
    var table: [String: [UInt8]] = [:]
    for part in [first, second] {
      for item in part.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
        guard let colon = item.firstIndex(of: UInt8(ascii: ":")) else { continue }
        var bytes: [UInt8] = []
        for code in item[..<colon].split(separator: UInt8(ascii: "+")) {
          let value = code.reduce(UInt32(0)) { $0 << 4 | ($1.hexValue ?? 0) }
          if let scalar = Unicode.Scalar(value) { bytes.append(scalar: scalar) }
        }
        for name in item[item.index(after: colon)...].split(separator: UInt8(ascii: ",")) {
          table[String(decoding: name, as: UTF8.self)] = bytes
        }
      }
    }
    return table
  }()

  private static let legacyNames = Set(
    legacy.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }).map { String(decoding: $0, as: UTF8.self) })

  private static let legacy = """
    AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc Igrave
    Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute
    acirc acute aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute ecirc
    egrave eth euml frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp
    not ntilde oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2
    sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml
    """
}
