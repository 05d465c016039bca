public import Formats

/// A dump that is to be loaded, wherever its files are.
public struct DumpSource {
  /// Opens a table from its first row on; it is read more than once.
  public var table: (DumpTable) throws -> CSVReader
  /// Called when a table was read to its end and nothing in it was wrong: says what is wrong with the file as a whole.
  public var finish: (DumpTable) throws -> Void
  /// The bytes of a report as received, and its text, by their SHA-256; nil in a dump without reports.
  public var raw: (String) throws -> [UInt8]?
  public var text: (String) throws -> [UInt8]?
  /// Whether an apostrophe before a cell, which keeps a spreadsheet from taking it for a formula, is none of its text.
  public var isGuarded: Bool
  /// SHA-256 of the data files that the base was read with.
  public var dataHash: String?
  public var extractorVersion: String?

  public init(
    table: @escaping (DumpTable) throws -> CSVReader, finish: @escaping (DumpTable) throws -> Void = { _ in },
    raw: @escaping (String) throws -> [UInt8]? = { _ in nil },
    text: @escaping (String) throws -> [UInt8]? = { _ in nil },
    isGuarded: Bool = false, dataHash: String? = nil, extractorVersion: String? = nil
  ) {
    self.isGuarded = isGuarded
    self.table = table
    self.finish = finish
    self.raw = raw
    self.text = text
    self.dataHash = dataHash
    self.extractorVersion = extractorVersion
  }
}
