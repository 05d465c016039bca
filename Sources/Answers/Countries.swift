import Formats
import Store

/// The countries of the vocabulary, those of former times too.
struct Countries: Sendable {
  private let byCode: [String: [VocabularyRow]]

  init(_ rows: [VocabularyRow]) { byCode = Dictionary(grouping: rows) { $0.country ?? "" } }

  /// A country itself, or that of an agency; nil for a body of several countries, such as ESA.
  /// - Parameter year: only a country that existed in it; nil: that of today, else a former one.
  func country(of row: VocabularyRow, in year: Int? = nil) -> VocabularyRow? {
    let found = row.kind == .country ? [row] : row.country.flatMap { byCode[$0] } ?? []
    guard let year else { return found.first { $0.dissolved == nil } ?? found.first }
    return found.first { $0.exists(in: year) }
  }
}

extension VocabularyRow {
  /// Whether it may have been there on a day of the year.
  func exists(in year: Int) -> Bool {
    let founded = founded.flatMap { try? EDTF($0) }?.earliest?.year ?? .min
    let dissolved = dissolved.flatMap { try? EDTF($0) }?.latest?.year ?? .max
    return founded <= year && year <= dissolved
  }
}
