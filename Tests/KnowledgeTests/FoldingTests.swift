import Knowledge
import Testing

/// Section E of the catalogue as far as it is about what names are equal. The folding is one table, the same in every locale.
@Suite("Folding")
struct FoldingTests {
  @Test(
    "forms of one name",
    arguments: [
      ("E01 NFC and NFD", "Agência Espacial Brasileira", "Age\u{302}ncia Espacial Brasileira"),
      ("E09 ß", "Straße", "strasse"),
      ("E09 İ", "İstanbul", "istanbul"), ("E09 ı", "Türkı", "turki"), ("E09 case", "ESA", "esa"),
      ("E14 quotes", "Côte d’Ivoire", "cote d'ivoire"), ("E14 dashes", "CNES\u{2011}X", "CNES-X"),
      ("E15 Kelvin", "\u{212A}ARI", "kari"), ("E15 Å", "\u{212B}ngström", "Ångström"),
    ])
  func same(id: String, one: String, other: String) {
    #expect(Folding.fold(one) == Folding.fold(other), "\(id): \(String(decoding: Folding.fold(one), as: UTF8.self))")
  }

  @Test("different names stay different", arguments: [("ESA", "ISA"), ("Oslo", "Osло"), ("Österreich", "Estonia")])
  func different(one: String, other: String) { #expect(Folding.fold(one) != Folding.fold(other)) }
}
