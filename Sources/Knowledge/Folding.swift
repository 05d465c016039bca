/// The normal form in which words are compared: lower case, accents off, one form of apostrophe, dash and quotation mark.
///
/// A fixed table, the same in every locale. Latin letters (U+0000 to U+024F and U+1E00 to U+1EFF) are folded to ASCII; other
/// scripts keep their bytes, Greek and Cyrillic in lower case.
public enum Folding {
  enum Class { case space, letter, mark }

  /// The folded form of `text`, a word or a few.
  public static func fold(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    append(bytes, 0, bytes.count, to: &result)
    return result
  }

  /// Length in bytes of the scalar that begins at `i`.
  static func length(_ text: [UInt8], _ i: Int, _ end: Int) -> Int {
    let byte = text[i]
    let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    return min(length, end - i)
  }

  static func scalar(_ text: [UInt8], _ i: Int, _ length: Int) -> UInt32 {
    switch length {
    case 1: UInt32(text[i])
    case 2: UInt32(text[i] & 0x1F) << 6 | UInt32(text[i + 1] & 0x3F)
    case 3: UInt32(text[i] & 0x0F) << 12 | UInt32(text[i + 1] & 0x3F) << 6 | UInt32(text[i + 2] & 0x3F)
    default:
      UInt32(text[i] & 0x07) << 18 | UInt32(text[i + 1] & 0x3F) << 12 | UInt32(text[i + 2] & 0x3F) << 6
        | UInt32(text[i + 3] & 0x3F)
    }
  }

  static func classify(_ text: [UInt8], _ i: Int, _ length: Int) -> Class {
    let scalar = scalar(text, i, length)
    switch scalar {
    case 0x80...0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF: return .space
    case 0xAA, 0xBA, 0xB5: return .letter
    case 0xA1...0xBF, 0xD7, 0xF7, 0x2010...0x2027, 0x2030...0x205E, 0x2070...0x20CF, 0x2100...0x2BFF: return .mark
    case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0xFF01...0xFF0F, 0xFF1A...0xFF20: return .mark
    default: return .letter
    }
  }

  static func isApostrophe(_ text: [UInt8], _ i: Int) -> Bool {
    text[i] == 0xE2 && text[i + 1] == 0x80 && (text[i + 2] == 0x99 || text[i + 2] == 0x98)
  }

  /// Whether the word begins with a capital, how many of its letters are capitals, how many letters it has.
  static func countUpper(_ text: [UInt8], _ start: Int, _ end: Int) -> (first: Bool, upper: Int, letters: Int) {
    var i = start
    var first = false
    var upper = 0
    var letters = 0
    while i < end {
      let length = length(text, i, end)
      let isUpper = isUppercase(scalar(text, i, length))
      if i == start { first = isUpper }
      if isUpper { upper += 1 }
      letters += 1
      i += length
    }
    return (first, upper, letters)
  }

  static func isUppercase(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar &- 65 < 26 }
    if scalar < 0xC0 { return false }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  static func append(_ text: [UInt8], _ start: Int, _ end: Int, to result: inout [UInt8]) {
    var i = start
    while i < end {
      let byte = text[i]
      if byte < 0x80 {
        result.append(byte &- 65 < 26 ? byte | 0x20 : byte)
        i += 1
        continue
      }
      let length = length(text, i, end)
      appendFolded(scalar(text, i, length), bytes: text[i..<i + length], to: &result)
      i += length
    }
  }

  private static func appendFolded(_ scalar: UInt32, bytes: ArraySlice<UInt8>, to result: inout [UInt8]) {
    switch scalar {
    case 0x2018, 0x2019, 0x2BC, 0x60, 0xB4: result.append(0x27)
    case 0x2010...0x2015, 0x2212: result.append(0x2D)
    case 0x201C...0x201F, 0xAB, 0xBB: result.append(0x22)
    case 0xC0...0x24F, 0x1E00...0x1EFF:
      if let letters = irregular[scalar] {
        result.append(contentsOf: letters)
      } else if let letter = accented[scalar] {
        result.append(letter)
      } else {
        result.append(contentsOf: bytes)
      }
    case 0x300...0x36F: break
    // The Kelvin and the Ångström sign, which Unicode counts as letters.
    case 0x212A: result.append(UInt8(ascii: "k"))
    case 0x212B: result.append(UInt8(ascii: "a"))
    default:
      if scalar >= 0x370, scalar < 0x530, let scalar = Unicode.Scalar(scalar) {
        result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      } else {
        result.append(contentsOf: bytes)
      }
    }
  }

  /// Letters without a canonical decomposition.
  private static let irregular: [UInt32: [UInt8]] = [
    0xC6: Array("ae".utf8), 0xE6: Array("ae".utf8), 0xD8: Array("o".utf8), 0xF8: Array("o".utf8),
    0xD0: Array("d".utf8), 0xF0: Array("d".utf8), 0xDE: Array("th".utf8), 0xFE: Array("th".utf8),
    0xDF: Array("ss".utf8), 0x110: Array("d".utf8), 0x111: Array("d".utf8), 0x131: Array("i".utf8),
    0x141: Array("l".utf8), 0x142: Array("l".utf8), 0x152: Array("oe".utf8), 0x153: Array("oe".utf8),
    0x130: Array("i".utf8),
  ]

  /// Letters with accents, by the bare letter.
  private static let accented: [UInt32: UInt8] = {
    let rows: [(UInt8, String)] = [
      (UInt8(ascii: "a"), "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ"),
      (UInt8(ascii: "b"), "ḂḃḄḅḆḇ"),
      (UInt8(ascii: "c"), "ÇçĆćĈĉĊċČčḈḉ"),
      (UInt8(ascii: "d"), "ĎďḊḋḌḍḎḏḐḑḒḓ"),
      (UInt8(ascii: "e"), "ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ"),
      (UInt8(ascii: "f"), "Ḟḟ"),
      (UInt8(ascii: "g"), "ĜĝĞğĠġĢģǦǧǴǵḠḡ"),
      (UInt8(ascii: "h"), "ĤĥȞȟḢḣḤḥḦḧḨḩḪḫẖ"),
      (UInt8(ascii: "i"), "ÌÍÎÏìíîïĨĩĪīĬĭĮįİǏǐȈȉȊȋḬḭḮḯỈỉỊị"),
      (UInt8(ascii: "j"), "Ĵĵǰ"),
      (UInt8(ascii: "k"), "ĶķǨǩḰḱḲḳḴḵ"),
      (UInt8(ascii: "l"), "ĹĺĻļĽľḶḷḸḹḺḻḼḽ"),
      (UInt8(ascii: "m"), "ḾḿṀṁṂṃ"),
      (UInt8(ascii: "n"), "ÑñŃńŅņŇňǸǹṄṅṆṇṈṉṊṋ"),
      (UInt8(ascii: "o"), "ÒÓÔÕÖòóôõöŌōŎŏŐőƠơǑǒǪǫǬǭȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞở"),
      (UInt8(ascii: "o"), "ỠỡỢợ"),
      (UInt8(ascii: "p"), "ṔṕṖṗ"),
      (UInt8(ascii: "r"), "ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ"),
      (UInt8(ascii: "s"), "ŚśŜŝŞşŠšȘșṠṡṢṣṤṥṦṧṨṩ"),
      (UInt8(ascii: "t"), "ŢţŤťȚțṪṫṬṭṮṯṰṱẗ"),
      (UInt8(ascii: "u"), "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự"),
      (UInt8(ascii: "v"), "ṼṽṾṿ"),
      (UInt8(ascii: "w"), "ŴŵẀẁẂẃẄẅẆẇẈẉẘ"),
      (UInt8(ascii: "x"), "ẊẋẌẍ"),
      (UInt8(ascii: "y"), "ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ"),
      (UInt8(ascii: "z"), "ŹźŻżŽžẐẑẒẓẔẕ"),
    ]
    var table: [UInt32: UInt8] = [:]
    for (letter, forms) in rows { for form in forms.unicodeScalars { table[form.value] = letter } }
    return table
  }()
}

extension Folding {
  /// Number of capital letters in these bytes.
  public static func capitals(_ text: [UInt8], _ start: Int, _ end: Int) -> Int { countUpper(text, start, end).upper }
}
