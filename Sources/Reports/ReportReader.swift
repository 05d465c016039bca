public import Formats

/// Reads reports from bytes. What kind of input it is shows in its content:
/// WordPress posts (one, an array, JSON Lines), saved reports (the same), an HTML page, a mail, or plain text.
///
/// One report that can't be taken doesn't stop the others.
public struct ReportReader: Sendable {
  /// What is known about a text or a page besides what it says itself.
  public struct Options: Sendable, Hashable {
    public var url: String?
    public var title: String?
    /// EDTF.
    public var published: String?
    public var language: String?

    public init(url: String? = nil, title: String? = nil, published: String? = nil, language: String? = nil) {
      self.url = url
      self.title = title
      self.published = published
      self.language = language
    }
  }

  /// A record, page or text larger than this many bytes is refused.
  public static let maximumBytes = 16 << 20

  private let options: Options

  public init(_ options: Options = Options()) { self.options = options }
  public init(options: Options) { self.options = options }

  /// Reads all reports of an input; `file` is its name in problems.
  ///
  /// Codes: `REPORT-EMPTY`, `REPORT-KIND`, `REPORT-SIZE`, `REPORT-NO-TEXT`, `REPORT-URL`, `MAIL-TEXT`, `WP-…`, and those of the
  /// readers of JSON, dates and encodings.
  public func callAsFunction(_ bytes: [UInt8], file: String) -> Outcome<Report> {
    var outcome = Outcome<Report>()
    do throws(Problem) {
      try checkOptions()
      guard let first = bytes.first(where: { !$0.isASCIISpace }) else { throw Self.empty(file) }
      _ = first
      let text = try text(bytes, file)
      outcome.warnings += text.warnings
      if let damage = TextDamage.warning(text.bytes, file: file) { outcome.warnings.append(damage) }
      switch try InputKind(text.bytes, file: file) {
      case .empty: throw Self.empty(file)
      case .json: readOne(text.bytes, file, into: &outcome)
      case .jsonArray: readMany(JSONRecords(text.bytes, file: file, form: .array), text.bytes, file, into: &outcome)
      case .jsonLines: readMany(JSONRecords(text.bytes, file: file, form: .lines), text.bytes, file, into: &outcome)
      case .html:
        try checkSize(bytes.count, Place(file: file))
        let page = PageReader(options: options, file: file)
        outcome.values.append(try page.report(text.bytes, raw: bytes, warnings: &outcome.warnings))
      case .plain:
        try checkSize(bytes.count, Place(file: file))
        if MailReader.isMail(text.bytes) {
          let mail = MailReader(options: options, file: file)
          outcome.values.append(try mail.report(text.bytes, raw: bytes, warnings: &outcome.warnings))
        } else {
          outcome.values.append(try plain(text.bytes, raw: bytes, file: file))
        }
      }
    } catch {
      outcome.problems.append(error)
    }
    return outcome
  }

  /// In JSON a byte that is not UTF-8 has a path, too.
  private func text(_ bytes: [UInt8], _ file: String) throws(Problem) -> Encoding.Text {
    do throws(Problem) { return try Encoding.text(bytes, file: file) } catch {
      let first = bytes.first { !$0.isASCIISpace }
      guard error.code == "TEXT-ENCODING", first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { throw error }
      do throws(Problem) { _ = try JSONReader(bytes, file: file).value() } catch let found {
        if found.code == error.code { throw found }
      }
      throw error
    }
  }

  private func checkOptions() throws(Problem) {
    if let published = options.published {
      do throws(Problem) {
        _ = try EDTF(published, at: Place(file: "--published"))
      } catch {
        throw Problem(error.code, at: error.place, error.message, exit: .usage)
      }
    }
    if let url = options.url, !ReportKey.isLink(url) {
      throw Problem(
        "REPORT-URL", at: Place(file: "--url"), "\"\(Visible.shortened(url, to: 80))\" is no http or https address",
        exit: .usage)
    }
  }

  private func checkSize(_ count: Int, _ place: Place) throws(Problem) {
    if count > Self.maximumBytes {
      throw Problem("REPORT-SIZE", at: place, "\(count) bytes; a report may have \(Self.maximumBytes)")
    }
  }

  private static func empty(_ file: String) -> Problem {
    Problem("REPORT-EMPTY", at: Place(file: file, line: 1, column: 1), "empty, a report was expected")
  }

  private func plain(_ bytes: [UInt8], raw: [UInt8], file: String) throws(Problem) -> Report {
    if let nul = bytes.firstIndex(of: 0) {
      throw Problem("TEXT-BINARY", at: Place(file: file, byte: nul), "a NUL byte: this is not text")
    }
    if TextScanning.isBlank(bytes) { throw Self.empty(file) }
    let title = SpaceFolder.folded(options.title ?? "")
    let text = ReportText(title: title, plain: String(decoding: bytes, as: UTF8.self))
    return Report(
      url: options.url, title: title, text: text, published: options.published, language: options.language, raw: raw)
  }

  private func readOne(_ bytes: [UInt8], _ file: String, into outcome: inout Outcome<Report>) {
    do throws(Problem) {
      try take(JSONReader(bytes, file: file).record(), bytes, into: &outcome)
    } catch {
      outcome.problems.append(error)
    }
  }

  private func readMany(_ records: JSONRecords, _ bytes: [UInt8], _ file: String, into outcome: inout Outcome<Report>) {
    var records = records
    var count = 0
    while true {
      do throws(Problem) {
        guard let record = try records.next() else { break }
        count += 1
        try take(record, bytes, into: &outcome)
      } catch {
        outcome.problems.append(error)
      }
    }
    if count == 0, outcome.problems.isEmpty {
      outcome.warnings.append(Problem("REPORT-NONE", at: Place(file: file, line: 1, column: 1), "no reports in it"))
    }
  }

  private func take(_ record: JSONRecord, _ bytes: [UInt8], into outcome: inout Outcome<Report>) throws(Problem) {
    try checkSize(record.range.count, record.place)
    let reader = RecordReader(record, raw: Array(bytes[record.range]), options: options)
    outcome.values.append(try reader.report(warnings: &outcome.warnings))
  }
}
